import { useEffect, useMemo, useState } from 'react';
import type { PreparedLandscape } from '../scenario/prepare.ts';
import { compute } from '../store/compute.ts';
import { LatestOnly } from '../store/LatestOnly.ts';
import type { Inspected, InspectedPoint } from './useInspection.ts';

interface Wanted {
  readonly landscape: PreparedLandscape;
  readonly point: InspectedPoint;
  readonly epsilon: number;
  readonly rho: number;
}

/** What was found last, with the landscape that it was found on. */
type Answer = Inspected & Pick<Wanted, 'landscape'>;

/**
 * What a worker finds to be true at a point, one point at a time and the latest one in the end; null where nothing is
 * known of this landscape yet.
 * @param landscape  null asks for nothing
 */
export function useSlowInspection(
  landscape: PreparedLandscape | null,
  point: InspectedPoint | null,
  epsilon: number,
  rho: number,
): Inspected | null {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const worker = useMemo(() => new LatestOnly<Wanted>((wanted) => ask(wanted, setAnswer)), []);
  // A point that is read from the runs anew is still the same.
  const place = point?.x.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (landscape && point?.x.length === landscape.dimension) worker.request({ landscape, point, epsilon, rho }, false);
  }, [worker, landscape, place, point?.source, point?.held, epsilon, rho]);
  return answer && answer.landscape === landscape ? answer : null;
}

async function ask({ landscape, point, epsilon, rho }: Wanted, onAnswer: (answer: Answer) => void): Promise<void> {
  try {
    const x = point.x.slice();
    const inspection = await compute.run('inspect', { landscape, x, options: { epsilon, rho } }, { lane: 'inspect' });
    onAnswer({ landscape, point, inspection });
  } catch (error) {
    compute.report(error, 'The point could not be inspected');
  }
}
