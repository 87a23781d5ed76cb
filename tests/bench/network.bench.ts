import { grad, jit, numpy as np } from '@jax-js/jax';
import { type Loss, networkData, networkLoss } from '../../src/core/networks/networkLoss.ts';
import { createPolynomialLoss } from '../../src/core/networks/polynomialLoss.ts';
import { blocksOf, inputPoints, regressionNets, targetAt } from '../../src/core/networks/regressionNets.ts';
import { sigmoids } from '../../src/core/networks/sigmoid.ts';
import type { BenchRow } from './BenchRow.ts';
import { timeInTurns } from './timeInTurns.ts';

const POINTS = 10_000;
const net = regressionNets.cubic;
const theta = Float64Array.from({ length: 33 }, (_, i) => Math.sin(1.7 * i + 0.3));

/** The same gradient by a plain loop over points and units, which knows this network only. */
function gradientByHand(xs: Float64Array, ys: Float64Array, out: Float64Array): Float64Array {
  const [w1, b1, w2, b2, w3, b3] = blocksOf(net).map(({ at }) => at) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const at = (i: number) => theta[i] as number;
  const add = (i: number, slope: number) => {
    out[i] = (out[i] as number) + slope;
  };
  const [h1, h2, back] = [new Float64Array(4), new Float64Array(4), new Float64Array(4)];
  out.fill(0);
  for (let p = 0; p < xs.length; p++) {
    const x = xs[p] as number;
    for (let i = 0; i < 4; i++) h1[i] = 1 / (1 + Math.exp(-(at(w1 + i) * x + at(b1 + i))));
    let output = at(b3);
    for (let i = 0; i < 4; i++) {
      let z = at(b2 + i);
      for (let j = 0; j < 4; j++) z += at(w2 + 4 * i + j) * (h1[j] as number);
      h2[i] = 1 / (1 + Math.exp(-z));
      output += at(w3 + i) * (h2[i] as number);
    }
    const error = Math.sign(output - (ys[p] as number)) / xs.length;
    add(b3, error);
    back.fill(0);
    for (let i = 0; i < 4; i++) {
      const h = h2[i] as number;
      add(w3 + i, error * h);
      const d = error * at(w3 + i) * h * (1 - h);
      add(b2 + i, d);
      for (let j = 0; j < 4; j++) {
        add(w2 + 4 * i + j, d * (h1[j] as number));
        back[j] = (back[j] as number) + d * at(w2 + 4 * i + j);
      }
    }
    for (let i = 0; i < 4; i++) {
      const d = (back[i] as number) * (h1[i] as number) * (1 - (h1[i] as number));
      add(w1 + i, d * x);
      add(b1 + i, d);
    }
  }
  return out;
}

/** One gradient of the cubic network's mean |error| over ten thousand points. */
export function rows(): BenchRow[] {
  const f = createPolynomialLoss({ target: 'cubic', loss: 'absolute', points: POINTS });
  const bare = jit(grad(networkLoss(net, networkData(net, POINTS), (errors) => np.abs(errors), sigmoids[1]) as Loss));
  const xs = inputPoints(POINTS);
  const ys = xs.map((x) => targetAt(net, x));
  const [out, byHand] = [new Float64Array(33), new Float64Array(33)];
  const works = [
    () => f.gradient(theta, out),
    () => bare(np.array(theta)).dataSync(),
    () => gradientByHand(xs, ys, byHand),
  ];
  const [ours = Number.NaN, jitted = Number.NaN, hand = Number.NaN] = timeInTurns(works, 60);
  const apart = Math.max(...out.map((slope, i) => Math.abs(slope - (byHand[i] as number))));
  if (!(apart < 1e-13)) throw new Error(`the gradients differ by ${apart}`);
  const row = { work: 'gradient of a 1-4-4-1 network over 10⁴ points', unit: 'ms', ours };
  return [
    { ...row, against: 'the bare call of jax-js', reach: '≤ 1.3 times its time', theirs: jitted, ratio: ours / jitted },
    { ...row, against: 'a loop written for this network', reach: 'for comparison', theirs: hand, ratio: ours / hand },
  ];
}
