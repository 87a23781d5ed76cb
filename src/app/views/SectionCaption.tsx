import { useMemo } from 'react';
import { useStore } from 'zustand';
import { project, varianceShare } from '../../core/objective/section.ts';
import { resultsStore } from '../../store/resultsStore.ts';
import { formatNumber } from '../../views/formatNumber.ts';
import { useDeferredRuns } from '../useDeferredRuns.ts';
import classes from './LandscapeViews.module.css';

/** What a plane through more than two dimensions shows of the trajectories, and what it hides. */
export function useSectionCaption(): string | null {
  const section = useStore(resultsStore, (state) => state.section);
  const runs = useDeferredRuns();
  return useMemo(() => {
    const n = section?.origin.length ?? 2;
    if (!section || n <= 2) return null;
    const sets = runs.filter((run) => run.final.x.length === n).map((run) => run.trajectory.points);
    if (sets.length === 0) return `A plane through ${n} dimensions.`;
    const share = varianceShare(section, sets);
    let farthest = 0;
    for (const set of sets) {
      for (const distance of project(section, set).distances) if (distance > farthest) farthest = distance;
    }
    return `Plane in ${n} dimensions: shows ${formatNumber(100 * share)} % of the trajectories’ variance; they leave it by up to ${formatNumber(farthest)}.`;
  }, [section, runs]);
}

/** The caption on the view. */
export function SectionCaption() {
  const caption = useSectionCaption();
  return caption && <p className={classes.caption}>{caption}</p>;
}
