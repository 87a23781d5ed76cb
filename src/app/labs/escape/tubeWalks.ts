import type { TubeWalk } from '../../../views/TubeView.tsx';
import type { ShownRacer } from './useRace.ts';

/** The racers in the plane of two coordinates. @param axes  their positions, below `dimension` */
export function tubeWalks(
  racers: readonly ShownRacer[],
  dimension: number,
  axes: readonly [number, number],
): readonly TubeWalk[] {
  return racers.map(({ racer, name, stroke }) => {
    const { iterations, points } = racer;
    const pairs = new Float64Array(2 * iterations.length);
    for (let k = 0; k < iterations.length; k++) {
      pairs[2 * k] = points[k * dimension + axes[0]] as number;
      pairs[2 * k + 1] = points[k * dimension + axes[1]] as number;
    }
    return { id: String(racer.methodIndex), label: name, stroke, iterations, points: pairs };
  });
}
