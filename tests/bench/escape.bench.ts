import { type EscapePlan, runEscape } from '../../src/core/escape/runEscape.ts';
import { drain } from '../../src/core/task.ts';
import type { BenchRow } from './BenchRow.ts';
import { timeInTurns } from './timeInTurns.ts';

/** A run is so short that halving in each step leaves a double in its range: below it, doubles are slow besides. */
const STEPS = 1000;
const RUNS = 1000;
const DIMENSION = 6;
const TAU = Math.E;
const stop = { maxIterations: 1e7, gradientTolerance: 0 };

function methodsFor(L: number): EscapePlan['methods'] {
  const perturbation = { radius: TAU / 100, gradientThreshold: TAU / 100, waitIterations: 1, decreaseThreshold: -1e12 };
  return [
    { id: 'gradient-descent', stepSize: 1 / (4 * L), perturbation: null },
    { id: 'perturbed-gradient-descent', stepSize: 1 / (4 * L), perturbation },
  ];
}

/** The experiment: four values of L, d = 2 to 6, two methods, 100 seeds. */
function wholeExperiment(): void {
  for (const L of [1, 1.5, 2, 3]) {
    const shape = { L, gamma: 1, tau: TAU };
    drain(runEscape({ shape, methods: methodsFor(L), dimensions: [2, 3, 4, 5, 6], repeats: 100, seed: 1, stop }));
  }
}

/** Runs that use up all their steps. */
function manySteps(L: number): void {
  const shape = { L, gamma: 1, tau: TAU };
  const methods = methodsFor(L).slice(0, 1);
  const stopped = { ...stop, maxIterations: STEPS };
  drain(runEscape({ shape, methods, dimensions: [DIMENSION], repeats: RUNS, seed: 1, stop: stopped }));
}

/** The same steps in plain doubles from one start; the slopes as one types them. */
function byHand(L: number): number {
  const [gamma, eta] = [1, 1 / (4 * L)];
  const x = Float64Array.of(0.3, -0.7, 0.2, 0.9, -0.4, 0.6);
  const g = new Float64Array(x.length);
  for (let t = 0; t < STEPS; t++) {
    let i = 0;
    while (i < x.length && Math.abs(x[i] as number) > 2 * TAU) i++;
    for (let j = 0; j < x.length; j++) {
      const at = x[j] as number;
      if (j < i) g[j] = 2 * L * (at - Math.sign(at) * 4 * TAU);
      else g[j] = j === i ? -2 * gamma * at : 2 * L * at;
    }
    const a = Math.abs(x[i] as number);
    if (i < x.length && a > TAU) {
      const [u, s] = [a - TAU, a / TAU - 2];
      const next = i + 1 < x.length ? (x[i + 1] as number) : 0;
      const cubic = ((10 * gamma - 14 * L) / TAU) * u * u + ((10 * L - 6 * gamma) / (TAU * TAU)) * u * u * u;
      const turn = ((30 * (L + gamma)) / TAU) * s * s * (1 + s) * (1 + s) * next * next;
      g[i] = Math.sign(x[i] as number) * (-2 * gamma * a + cubic - turn);
      if (i + 1 < x.length) g[i + 1] = 2 * (-gamma - (L + gamma) * s * s * s * (10 + 15 * s + 6 * s * s)) * next;
    }
    for (let j = 0; j < x.length; j++) x[j] = (x[j] as number) - eta * (g[j] as number);
  }
  return x[0] as number;
}

/** The escape experiment as a whole, and the price of a step whose coordinates do not underflow. */
export function rows(): BenchRow[] {
  const hand = () => {
    for (let run = 0; run < RUNS; run++) byHand(9);
  };
  // With L = 9 no run gets past the sixth saddle within the steps.
  const [ours, theirs] = timeInTurns([() => manySteps(9), hand], 15) as [number, number];
  const [whole] = timeInTurns([wholeExperiment], 3) as [number];
  return [
    {
      work: 'gradient descent on the octopus, d = 6, 10⁶ steps with a frame for each coordinate',
      against: 'hand-written loop in plain doubles',
      reach: '≤ 2 times its time',
      ours,
      theirs,
      unit: 'ms',
      ratio: ours / theirs,
    },
    {
      work: 'the escape experiment: d = 2..6, four values of L, two methods, 100 seeds',
      against: '',
      reach: 'seconds',
      ours: whole,
      theirs: Number.NaN,
      unit: 'ms',
      ratio: Number.NaN,
    },
  ];
}
