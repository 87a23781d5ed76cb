import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { Run } from '../../core/descent/Run.ts';
import { formatNumber } from '../../core/formatNumber.ts';
import { project, type Section, varianceShare } from '../../core/objective/section.ts';
import type { SectionChoice } from '../../scenario/types.ts';
import { resultsStore } from '../../store/resultsStore.ts';
import { type DescentScenario, scenarioStore } from '../../store/scenarioStore.ts';
import { useCalmStore } from '../controls/calm.ts';
import { fixedCoordinates } from '../panels/fixedCoordinates.ts';
import { useDeferredRuns } from '../useDeferredRuns.ts';
import classes from './LandscapeViews.module.css';

const FIRST_AXES: SectionChoice = { kind: 'coordinates', axes: [0, 1] };

const selectStarts = ({ scenario }: { readonly scenario: DescentScenario }) => scenario.experiment.starts;

/** Where a plane through more than two dimensions lies, what it shows of the trajectories, and what it hides. */
function useSectionText(): string | null {
  const section = useStore(resultsStore, (state) => state.section);
  const variables = useStore(resultsStore, (state) => state.landscape?.variables);
  const choice = useStore(scenarioStore, ({ scenario }) => scenario.view?.section) ?? FIRST_AXES;
  const starts = useCalmStore(scenarioStore, selectStarts);
  const runs = useDeferredRuns();
  const share = useMemo(() => section && shownShare(section, runs), [section, runs]);
  return useMemo(() => {
    const n = section?.origin.length ?? 2;
    if (!section || n <= 2 || variables?.length !== n) return null;
    const fixed = fixedCoordinates(section, choice, variables, starts);
    return `Plane in ${n} dimensions: ${share ? `${share}; ` : ''}${fixed}.`;
  }, [section, variables, choice, starts, share]);
}

function shownShare(section: Section, runs: readonly Run[]): string {
  const n = section.origin.length;
  const sets = runs.filter((run) => run.final.x.length === n).map((run) => run.trajectory.points);
  if (sets.length === 0) return '';
  let farthest = 0;
  for (const set of sets) {
    for (const distance of project(section, set).distances) if (distance > farthest) farthest = distance;
  }
  const percent = formatNumber(100 * varianceShare(section, sets), 3);
  return `shows ${percent} % of the trajectories’ variance; they leave it by up to ${formatNumber(farthest, 3)}`;
}

/** The words alone. */
export function SectionText() {
  return useSectionText();
}

/** The caption above the views, where there is a plane to speak of. */
export function SectionCaption() {
  const isPlane = useStore(resultsStore, ({ section }) => (section?.origin.length ?? 2) > 2);
  return (
    isPlane && (
      <p className={classes.caption}>
        <SectionText />
      </p>
    )
  );
}
