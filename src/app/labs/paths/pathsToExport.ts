import type { PathsResults } from '../../../store/pathsStore.ts';
import type { PathScenario } from '../../../store/scenarioStore.ts';
import type { ExportPathsPayload } from '../../../worker/jobs/exportPaths.ts';
import { pathsOf } from './useShownPath.ts';

/** What is to be written. */
export type PathsToExport = Omit<ExportPathsPayload, 'format'>;

/**
 * What there is to write of the path that is drawn, a quick or a partial one and one of settings from before included:
 * its beads, and its report where the search went to its end. Null where nothing can be written.
 */
export function pathToExport(
  results: Pick<PathsResults, 'path' | 'live'>,
  scenario: PathScenario,
): { readonly beads: PathsToExport | null; readonly report: PathsToExport | null } {
  const { known, moving } = pathsOf(results, scenario);
  if (moving) return { beads: { scenario: moving.of, found: { stage: moving.stage.beads } }, report: null };
  if (!known) return { beads: null, report: null };
  const beads = { scenario: known.of, found: { path: known.findings.result } };
  return { beads, report: known.isQuick ? null : beads };
}

/** The same of a curve of lengths. */
export function lengthsToExport(lengths: PathsResults['lengths']): {
  readonly levels: PathsToExport | null;
  readonly report: PathsToExport | null;
} {
  const levels = lengths && lengths.rows.length > 0 ? { scenario: lengths.of, found: { curve: lengths.rows } } : null;
  return { levels, report: lengths?.isWhole ? levels : null };
}

/** What all methods found, as far as they have come; null where none has. */
export const methodsToExport = (peers: PathsResults['peers']): PathsToExport | null =>
  peers && peers.peers.length > 0 ? { scenario: peers.of, found: { methods: peers.peers } } : null;
