import type { Stroke } from '../types.ts';

/** f along another path between the same ends. */
export interface EnergyPeer {
  readonly id: string;
  readonly stroke: Stroke;
  readonly arcs: Float64Array;
  readonly values: Float64Array;
}

/** f along a path against the length from its first end. */
export interface EnergyChart {
  /** Arc length of each sample, ascending, and f there. */
  readonly arcs: Float64Array;
  readonly values: Float64Array;
  /** Arc lengths of the beads. */
  readonly beads: Float64Array;
  /** Its segments: state, and positions of the first and the last sample. */
  readonly segments: readonly { readonly state: number; readonly from: number; readonly to: number }[];
  readonly level: number;
  readonly peers: readonly EnergyPeer[];
  /** What a screen reader is told, one sentence. */
  readonly summary: string;
}

/** The axes that hold all finite values and the level; of nothing, [0, 1]. */
export function energyRanges({ arcs, values, level, peers }: EnergyChart): {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
} {
  const all = [values, ...peers.map((peer) => peer.values)].flatMap((list) => [...list].filter(Number.isFinite));
  const right = Math.max(arcs.at(-1) ?? 0, ...peers.map((peer) => peer.arcs.at(-1) ?? 0));
  const low = all.reduce((a, b) => Math.min(a, b), level);
  const high = all.reduce((a, b) => Math.max(a, b), level);
  const room = 0.08 * (high - low) || 0.5;
  return { x: [0, right > 0 ? right : 1], y: [low - room, high + room] };
}

/** f at an arc length, linearly between the samples; NaN outside of them. */
export function valueAtArc({ arcs, values }: Pick<EnergyChart, 'arcs' | 'values'>, arc: number): number {
  const after = arcs.findIndex((at) => at >= arc);
  if (after < 0) return Number.NaN;
  if (after === 0) return arcs[0] === arc ? (values[0] as number) : Number.NaN;
  const [a, b] = [arcs[after - 1] as number, arcs[after] as number];
  const [low, high] = [values[after - 1] as number, values[after] as number];
  return b > a ? low + ((arc - a) / (b - a)) * (high - low) : high;
}
