import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { SectionChoice } from '../../scenario/types.ts';
import { scenarioStore } from '../../store/scenarioStore.ts';
import { useDeferredRuns } from '../useDeferredRuns.ts';
import { methodName } from '../views/planeTrajectories.ts';
import classes from './SectionChooser.module.css';

type Points = (SectionChoice & { readonly kind: 'points' })['at'];

/** A point that a plane can go through. */
interface Candidate {
  readonly label: string;
  readonly x: readonly number[];
}

/** More ends of runs than this make a list that nobody reads. */
const MOST = 60;

/** The starts, and the ends of the runs. */
function useCandidates(): readonly Candidate[] {
  const starts = useStore(scenarioStore, ({ scenario }) => scenario.experiment.starts);
  const methods = useStore(scenarioStore, ({ scenario }) => scenario.experiment.methods);
  const runs = useDeferredRuns();
  return useMemo(() => {
    const dimension = starts[0]?.length ?? runs[0]?.final.x.length;
    const ends = runs.flatMap(({ methodIndex, startIndex, repeat, final }) => {
      const method = methods[methodIndex];
      if (!method || final.x.length !== dimension) return [];
      const which = `${methodName(method)}, start ${startIndex + 1}${repeat > 0 ? `, repeat ${repeat + 1}` : ''}`;
      return [{ label: `End of ${which}`, x: [...final.x] }];
    });
    return [...ends, ...starts.map((x, i) => ({ label: `Start ${i + 1}`, x }))].slice(0, MOST);
  }, [starts, methods, runs]);
}

/** Three points that are there already, different ones where there are so many; null where there is none. */
export function usePointsToBegin(): Points | null {
  const candidates = useCandidates();
  return useMemo(() => {
    const different = candidates.filter(
      ({ x }, i) => candidates.findIndex((other) => other.x.join() === x.join()) === i,
    );
    const [a, b = a, c = b] = different.map(({ x }) => x);
    return a && b && c ? [a, b, c] : null;
  }, [candidates]);
}

const PLACES = ['A, the origin', 'B, to the right', 'C, upward'] as const;

interface PlanePointsProps {
  readonly at: Points;
  readonly onChoose: (at: Points) => void;
}

/** Which three points a plane goes through; one that is none of those there now stays as it was chosen. */
export function PlanePoints({ at, onChoose }: PlanePointsProps) {
  const candidates = useCandidates();
  const choose = (place: number, x: readonly number[]) => {
    const [a, b, c] = at.map((point, i) => (i === place ? x : point)) as [number[], number[], number[]];
    onChoose([a, b, c]);
  };
  return (
    <div className={classes.points}>
      {PLACES.map((name, place) => {
        const chosen = candidates.findIndex(({ x }) => x.join() === at[place]?.join());
        return (
          <label key={name} className={classes.point}>
            {name}
            <select
              className={classes.select}
              value={chosen}
              onChange={(event) => choose(place, candidates[Number(event.currentTarget.value)]?.x ?? [])}
            >
              {chosen < 0 && <option value={-1}>As chosen</option>}
              {candidates.map(({ label }, i) => (
                <option key={label} value={i}>
                  {label}
                </option>
              ))}
            </select>
          </label>
        );
      })}
    </div>
  );
}
