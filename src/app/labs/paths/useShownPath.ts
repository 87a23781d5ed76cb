import { useMemo } from 'react';
import { useStore } from 'zustand';
import { type PathProfile, pathProfile } from '../../../core/paths/pathProfile.ts';
import { drain } from '../../../core/task.ts';
import { isSamePath } from '../../../store/followPaths.ts';
import { pathScenario } from '../../../store/pathsScenario.ts';
import { type PathsResults, pathsStore } from '../../../store/pathsStore.ts';
import { resultsStore } from '../../../store/resultsStore.ts';
import { type PathScenario, scenarioStore } from '../../../store/scenarioStore.ts';
import type { PathFindings, ShownStage } from '../../../worker/jobs/path.ts';

/** The scenario of the path as it is set now. */
export function usePathScenario(): PathScenario {
  const scenario = useStore(scenarioStore, (state) => state.scenario);
  const settings = useStore(scenarioStore, (state) => state.paths);
  // The level that follows from the landscape is known once that is.
  const objective = useStore(resultsStore, (state) => state.objective);
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  return useMemo(() => pathScenario(scenario, settings), [scenario, settings, objective]);
}

/** What is shown of a search. */
export interface ShownPath {
  /** Null where a first search is under way or was cancelled. */
  readonly findings: PathFindings | null;
  /** False where it is of settings from before. */
  readonly isCurrent: boolean;
  /** True where the search has not come to its end. */
  readonly isPartial: boolean;
  /** The stage that the transport is at or the search has come to; null for what was found in the end. */
  readonly stage: ShownStage | null;
  readonly beads: Float64Array;
  readonly segments: Uint8Array;
  /** f along it; null where f cannot be asked on this thread, and the worker has not told it. */
  readonly profile: PathProfile | null;
}

/** Whether the path drawn is one of settings from before that no search is about to replace. */
export function useIsOld(shown: ShownPath | null): boolean {
  const isResting = useStore(pathsStore, ({ refusal, pathProgress }) => refusal !== null || pathProgress === null);
  return isResting && shown?.isCurrent === false;
}

/**
 * What was found (`known`) and the stage that a search has come to (`moving`, which is drawn in its stead), where they
 * are of the landscape and the number of variables that are shown; null where they are not, or there is none.
 */
export function pathsOf(
  { path, live }: Pick<PathsResults, 'path' | 'live'>,
  { landscape, experiment }: PathScenario,
): { readonly known: PathsResults['path']; readonly moving: PathsResults['live'] } {
  const fits = ({ of }: { readonly of: PathScenario }) =>
    of.landscape.id === landscape.id && of.experiment.ends[0]?.length === experiment.ends[0]?.length;
  return { known: path && fits(path) ? path : null, moving: live && fits(live) ? live : null };
}

/** Samples of a stage's profile, about. */
const PROFILE = 240;

/** The path on screen; null before anything was found. */
export function useShownPath(): ShownPath | null {
  const found = useStore(pathsStore, (state) => state.path);
  const live = useStore(pathsStore, (state) => state.live);
  const position = useStore(pathsStore, (state) => state.position);
  const objective = useStore(resultsStore, (state) => state.objective);
  const landscape = useStore(resultsStore, (state) => state.landscapeChoice);
  const scenario = usePathScenario();
  return useMemo(() => {
    const { known, moving } = pathsOf({ path: found, live }, scenario);
    const of = (moving ?? known)?.of;
    if (!of) return null;
    const { result, stages, profile } = known?.findings ?? {};
    const isLast = position === null || position >= (stages?.length ?? 0) - 1;
    const stage = moving?.stage ?? (isLast ? null : (stages?.[position] ?? null));
    const isCurrent = isSamePath(of, scenario);
    const isPartial = moving !== null || known?.isPartial === true;
    const about = { findings: known?.findings ?? null, isCurrent, isPartial, stage };
    if (!stage) return result && profile ? { ...about, beads: result.beads, segments: result.segments, profile } : null;
    const asked = objective && of.landscape === landscape ? drain(pathProfile(objective, stage.beads, PROFILE)) : null;
    return { ...about, beads: stage.beads, segments: stage.segments, profile: asked ?? stage.profile ?? null };
  }, [found, live, position, objective, landscape, scenario]);
}
