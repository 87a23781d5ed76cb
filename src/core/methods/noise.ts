import { pow } from '../libm.ts';
import { norm2 } from '../linalg/vectors.ts';
import type { Rng } from '../rng.ts';

/** Fills `out` with independent standard normal numbers and returns it. */
export function fillGaussian(rng: Rng, out: Float64Array): Float64Array {
  for (let i = 0; i < out.length; i++) out[i] = rng.gaussian();
  return out;
}

/** Fills `out` (length n ≥ 1) with a point uniform on the unit sphere, z/‖z‖ with z Gaussian, and returns it. */
export function fillUnitSphere(rng: Rng, out: Float64Array): Float64Array {
  let length = 0;
  while (!(length > 0)) length = norm2(fillGaussian(rng, out));
  for (let i = 0; i < out.length; i++) out[i] = (out[i] as number) / length;
  return out;
}

/** Fills `out` (length n ≥ 1) with a point uniform in the ball of that radius, r·U^{1/n}·z/‖z‖, and returns it. */
export function fillBall(rng: Rng, radius: number, out: Float64Array): Float64Array {
  fillUnitSphere(rng, out);
  const length = radius * pow(rng.uniform(), 1 / out.length);
  for (let i = 0; i < out.length; i++) out[i] = (out[i] as number) * length;
  return out;
}
