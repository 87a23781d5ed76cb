import { lax, numpy as np } from '@jax-js/jax';

/** 1/k! for k = 0 … 13: beyond that a term of the exponential on [−½ log 2, ½ log 2] is below rounding. */
const INVERSE_FACTORIALS = new Float64Array(14).fill(1);
for (let k = 2; k < INVERSE_FACTORIALS.length; k++) INVERSE_FACTORIALS[k] = (INVERSE_FACTORIALS[k - 1] as number) / k;

/** log 2 in two parts, the first with so few digits that a whole number times it is exact (as in fdlibm). */
const LOG2_HIGH = 6.9314718036912382e-1;
const LOG2_LOW = 1.9082149292705877e-10;

/** Beyond it a sigmoid is 0 or 1 to within 2e-38, and 2^k would leave the range of a 32-bit number. */
const LARGEST = 87;

/** A number as a 64-bit constant: a plain number in a compiled function would be rounded to 32 bits. */
export const constant = (value: number): np.Array => np.array(value, { dtype: np.float64 });

/**
 * e^z of a 64-bit array, |z| ≤ 87, to about one unit in the last place. The library's own exponential rounds 64-bit
 * numbers to 32 bits; this one is made of sums and products, which it computes as they are.
 * @param z  consumed, as by every function on arrays here
 */
function exponential(z: np.Array): np.Array {
  const k = np.floor(z.ref.mul(constant(Math.LOG2E)).add(constant(0.5)));
  const r = z.sub(k.ref.mul(constant(LOG2_HIGH))).sub(k.ref.mul(constant(LOG2_LOW)));
  const horner = INVERSE_FACTORIALS.reduceRight<np.Array | null>(
    (sum, term) => (sum ? sum.mul(r.ref).add(constant(term)) : constant(term)),
    null,
  );
  r.dispose();
  return (horner as np.Array).mul(powerOfTwo(k));
}

/** 2^k for whole k in [−126, 127], exactly, by writing k into the exponent of a 32-bit number. */
function powerOfTwo(k: np.Array): np.Array {
  const bits = k.astype(np.int32).add(127).mul(0x800000);
  return lax.bitcastConvertType(bits, np.float32).astype(np.float64);
}

/** 1/(1 + e^−z) with no derivative. */
function plainSigmoid(z: np.Array): np.Array {
  const clipped = np.clip(np.negative(lax.stopGradient(z)), -LARGEST, LARGEST);
  return np.reciprocal(exponential(clipped).add(constant(1)));
}

/**
 * Sigmoids by how often they can be differentiated; all have the same value, to the last bit. Differentiating the
 * polynomial inside would lose digits and time, so the value is a constant s to the library, and its derivatives
 * s' = s(1 − s) and s'' = s'(1 − 2s) are those of a polynomial in z − z, which is zero.
 */
export const sigmoids: readonly [never: Sigmoid, once: Sigmoid, twice: Sigmoid] = [
  plainSigmoid,

  (z) => {
    const zero = z.ref.sub(lax.stopGradient(z.ref));
    const s = plainSigmoid(z);
    return s.ref.add(zero.mul(slope(s)));
  },

  (z) => {
    const zero = z.ref.sub(lax.stopGradient(z.ref));
    const s = plainSigmoid(z);
    const first = slope(s.ref);
    const half = first.ref.mul(constant(0.5).sub(s.ref));
    return s.add(zero.ref.mul(first.add(zero.mul(half))));
  },
];

export type Sigmoid = (z: np.Array) => np.Array;

/** s(1 − s). */
const slope = (s: np.Array): np.Array => s.ref.mul(constant(1).sub(s));
