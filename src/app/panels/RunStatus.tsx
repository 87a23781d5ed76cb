import { Scissors } from 'lucide-react';
import { memo, useMemo } from 'react';
import { useStore } from 'zustand';
import type { Run } from '../../core/descent/Run.ts';
import { resultsStore } from '../../store/resultsStore.ts';
import { formatFull, formatNumber } from '../../views/formatNumber.ts';
import { pointMarks } from '../../views/pointMarks.ts';
import { StatusIcon } from '../controls/marks.tsx';
import { useDeferredRuns } from '../useDeferredRuns.ts';
import classes from './RunStatus.module.css';
import { countStatuses, statusCountText, toleranceNote } from './runSummary.ts';

/** More runs than this are summed up. */
const LISTED = 4;

/** How the runs of one method ended: a line for each, or a line for each outcome where there are many. */
export function RunStatus({ methodIndex }: { readonly methodIndex: number }) {
  const all = useDeferredRuns();
  const runs = useMemo(() => all.filter((run) => run.methodIndex === methodIndex), [all, methodIndex]);
  if (runs.length === 0) return null;
  const note = toleranceNote(runs);
  return (
    <div className={classes.status}>
      {runs.length <= LISTED ? runs.map(line) : <Summary runs={runs} />}
      {note && <p className={classes.note}>{note}</p>}
    </div>
  );
}

const CUT_SHORT = 'Cut short: it was cancelled before its end';

const line = (run: Run) => <RunLine key={`${run.startIndex}/${run.repeat}`} run={run} />;

const RunLine = memo(function RunLine({ run }: { readonly run: Run }) {
  const { final, status, iterations, message, startIndex } = run;
  const end = toleranceNote([run]) ?? final.type;
  const isCutShort = useStore(resultsStore, (state) => state.cutShort.includes(run));
  return (
    <div className={classes.line} title={isCutShort ? CUT_SHORT : message}>
      <span className={classes.start}>{startIndex + 1}</span>
      {isCutShort ? <Scissors size="1.1em" role="img" aria-label={CUT_SHORT} /> : <StatusIcon status={status} />}
      <span className={classes.iterations}>{iterations} it</span>
      <span className={classes.end} title={formatFull(final.value)}>
        <span className={classes.mark} role="img" aria-label={end} title={end}>
          {pointMarks[final.type]}
        </span>
        f = {formatNumber(final.value)}
      </span>
    </div>
  );
});

function Summary({ runs }: { readonly runs: readonly Run[] }) {
  return countStatuses(runs).map((count) => (
    <div key={count.status} className={classes.line}>
      <StatusIcon status={count.status} />
      <span className={classes.text}>{statusCountText(count, runs.length)}</span>
    </div>
  ));
}
