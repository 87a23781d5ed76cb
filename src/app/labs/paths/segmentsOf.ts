import type { EnergyChart } from '../../../views/figures/EnergyChart.ts';

/**
 * The samples of a profile that belong to each segment of its path: the last one of each is the first of the next.
 * @param arcs  arc length of each sample, ascending
 * @param beadArcs  arc length of each bead
 * @param states  state of each segment
 */
export function segmentsOf(arcs: Float64Array, beadArcs: Float64Array, states: Uint8Array): EnergyChart['segments'] {
  let from = 0;
  return Array.from(states, (state, k) => {
    const end = beadArcs[k + 1] as number;
    let to = from + 1;
    while (to < arcs.length - 1 && (arcs[to] as number) < end) to++;
    const segment = { state, from, to };
    from = to;
    return segment;
  });
}
