import { pow } from '../libm.ts';
import { norm2 } from '../linalg/vectors.ts';
import type { Objective } from '../objective/Objective.ts';
import type { Stretch, StretchBounds } from '../objective/Stretch.ts';
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

/** Fills `out`, a whole number of points of length n, with points uniform on the unit sphere. */
export function fillUnitSpheres(rng: Rng, out: Float64Array, n: number): void {
  const point = new Float64Array(n);
  for (let at = 0; at < out.length; at += n) out.set(fillUnitSphere(rng, point), at);
}

/**
 * Takes steps x ← x − η(∇f(x) + σξ) + ςξ at once; the stream is left where the steps that are taken leave it. Null
 * where f has no such steps.
 * @param scalars  η, σ and ς, one of the latter two 0
 * @param draw  fills an array with ξ of one step after the other
 */
export function strideWithNoise(
  f: Objective,
  x: Float64Array,
  scalars: readonly [number, number, number],
  bounds: StretchBounds,
  rng: Rng,
  draw: (rng: Rng, out: Float64Array, n: number) => unknown,
): Stretch | null {
  if (!f.stride) return null;
  const n = x.length;
  const before = rng.copy();
  const noise = new Float64Array(bounds.steps * n);
  draw(rng, noise, n);
  const stretch = f.stride({ kernel: 'noisy', vectors: [x], scalars }, { ...bounds, noise });
  if (stretch.count < bounds.steps) {
    draw(before, noise.subarray(0, stretch.count * n), n);
    rng.goOnAs(before);
  }
  return stretch;
}
