// asc: --importMemory
// Steps of common first-order methods without a call in between, on the point in a formula's own memory, in
// AssemblyScript. The bits are those of the methods' own `step` (src/core/methods), taken one by one. Compiled by
// src/tooling/libmPlugin.ts; src/core/formula/Strider.ts gives the exports to TypeScript.
//
// Addresses are in bytes, vectors are n numbers: the point at 0, its gradient at `slope`. A kernel takes up to `steps`
// steps and returns how many. It takes none to an iterate with not ‖x‖² ≤ `reach`, f not finite, not ‖∇f‖ > `tolerance`
// or ‖∇f‖² too large or too small to be summed plainly: then point and memory are those before that step. What it
// takes is recorded: iterates at `points`, f at `values`, ‖∇f‖ at `norms`.

@external("formula", "valueAndGradient")
declare function valueAndGradient(): f64;
@external("formula", "gradient")
declare function gradient(): void;

let n: i32 = 0;
let slope: usize = 0;
let saved: usize = 0;
let points: usize = 0;
let values: usize = 0;
let norms: usize = 0;
let tolerance: f64 = 0;
let reach: f64 = 0;

/** What all kernels go by. `backup` has room for the point and the method's memory. */
export function prepare(
  dimension: i32,
  slopeAt: usize,
  backup: usize,
  pointsAt: usize,
  valuesAt: usize,
  normsAt: usize,
  leastNorm: f64,
  squaredReach: f64,
): void {
  n = dimension;
  slope = slopeAt;
  saved = backup;
  points = pointsAt;
  values = valuesAt;
  norms = normsAt;
  tolerance = leastNorm;
  reach = squaredReach;
}

@inline function at(vector: usize, i: i32): usize { return vector + (<usize>i << 3); }

/** Copies the point and `vectors` vectors of memory to the backup. */
@inline function save(memory: usize, vectors: i32): void {
  copy(saved, 0, n);
  copy(at(saved, n), memory, n * vectors);
}

@inline function restore(memory: usize, vectors: i32): void {
  copy(0, saved, n);
  copy(memory, at(saved, n), n * vectors);
}

@inline function copy(to: usize, from: usize, count: i32): void {
  for (let i = 0; i < count; i++) store<f64>(at(to, i), load<f64>(at(from, i)));
}

/** Evaluates the point and records it as that after step k, if a run may pass through it. */
@inline function arrives(k: i32): bool {
  let size: f64 = 0;
  for (let i = 0; i < n; i++) {
    const x = load<f64>(at(0, i));
    size += x * x;
  }
  if (!(size <= reach)) return false;
  const f = valueAndGradient();
  if (!(f - f == 0)) return false;
  let squares: f64 = 0;
  for (let i = 0; i < n; i++) {
    const g = load<f64>(at(slope, i));
    squares += g * g;
  }
  if (!(squares > 1e-290 && squares < 1e290)) return false;
  const norm = sqrt(squares);
  if (!(norm > tolerance)) return false;
  copy(at(points, k * n), 0, n);
  store<f64>(at(values, k), f);
  store<f64>(at(norms, k), norm);
  return true;
}

/**
 * x ← y − η∇f(y) + β(x − p) with y = x + γ(x − p) and p the iterate before x, at `memory`: gradient descent (β = γ = 0),
 * heavy ball (γ = 0), Nesterov's method (β = 0).
 */
export function momentum(steps: i32, memory: usize, eta: f64, beta: f64, gamma: f64): i32 {
  for (let k = 0; k < steps; k++) {
    save(memory, 1);
    if (gamma != 0) {
      for (let i = 0; i < n; i++) {
        const here = load<f64>(at(0, i));
        store<f64>(at(0, i), here + gamma * (here - load<f64>(at(memory, i))));
      }
      gradient();
    }
    for (let i = 0; i < n; i++) {
      const here = load<f64>(at(saved, i));
      let next = load<f64>(at(0, i)) - eta * load<f64>(at(slope, i));
      if (beta != 0) next += beta * (here - load<f64>(at(memory, i)));
      store<f64>(at(memory, i), here);
      store<f64>(at(0, i), next);
    }
    if (!arrives(k)) {
      restore(memory, 1);
      return k;
    }
  }
  return steps;
}

/** x ← x − η(g + σξ) + ςξ, ξ where the iterate after the step is recorded: one of σ and ς is 0. */
export function noisy(steps: i32, memory: usize, eta: f64, inside: f64, outside: f64): i32 {
  for (let k = 0; k < steps; k++) {
    save(memory, 0);
    const noise = at(points, k * n);
    for (let i = 0; i < n; i++) {
      const xi = load<f64>(at(noise, i));
      let g = load<f64>(at(slope, i));
      if (inside != 0) g += inside * xi;
      let next = load<f64>(at(0, i)) - eta * g;
      if (outside != 0) next += outside * xi;
      store<f64>(at(0, i), next);
    }
    if (!arrives(k)) {
      restore(memory, 0);
      return k;
    }
  }
  return steps;
}

/** x ← x − ηg/(√v + ε), v ← decay·v + weight·g·g, v at `memory`: AdaGrad (1, 1), RMSProp (ρ, 1 − ρ). */
export function scaled(steps: i32, memory: usize, eta: f64, epsilon: f64, decay: f64, weight: f64): i32 {
  for (let k = 0; k < steps; k++) {
    save(memory, 1);
    for (let i = 0; i < n; i++) {
      const g = load<f64>(at(slope, i));
      const v = decay * load<f64>(at(memory, i)) + weight * g * g;
      store<f64>(at(memory, i), v);
      store<f64>(at(0, i), load<f64>(at(0, i)) - (eta * g) / (sqrt(v) + epsilon));
    }
    if (!arrives(k)) {
      restore(memory, 1);
      return k;
    }
  }
  return steps;
}

/** Adam: running averages m and v at `memory`, one after the other, and β₁ᵗ and β₂ᵗ after them. */
export function adam(steps: i32, memory: usize, eta: f64, beta1: f64, beta2: f64, epsilon: f64): i32 {
  const square = at(memory, n);
  const power1 = at(square, n);
  const power2 = at(power1, 1);
  for (let k = 0; k < steps; k++) {
    save(memory, 2);
    const before1 = load<f64>(power1);
    const before2 = load<f64>(power2);
    store<f64>(power1, before1 * beta1);
    store<f64>(power2, before2 * beta2);
    const meanScale = 1 / (1 - load<f64>(power1));
    const squareScale = 1 / (1 - load<f64>(power2));
    for (let i = 0; i < n; i++) {
      const g = load<f64>(at(slope, i));
      const m = beta1 * load<f64>(at(memory, i)) + (1 - beta1) * g;
      const v = beta2 * load<f64>(at(square, i)) + (1 - beta2) * g * g;
      store<f64>(at(memory, i), m);
      store<f64>(at(square, i), v);
      store<f64>(at(0, i), load<f64>(at(0, i)) - (eta * (m * meanScale)) / (sqrt(v * squareScale) + epsilon));
    }
    if (!arrives(k)) {
      restore(memory, 2);
      store<f64>(power1, before1);
      store<f64>(power2, before2);
      return k;
    }
  }
  return steps;
}
