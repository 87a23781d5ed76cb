import { useLayoutEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import type { KnownLevel } from '../../../core/landscapes/Landscape.ts';
import { methodById } from '../../../core/methods/registry.ts';
import type { PublishedCurve } from '../../../core/networks/freemanBrunaFigures.ts';
import { describeLengths } from '../../../core/paths/describeLengths.ts';
import type { LengthsRow, Quartiles } from '../../../core/paths/lengthsAgainstLevel.ts';
import { cancelLengths, followPathLengths, isSameLengths, restartLengths } from '../../../store/followPathLengths.ts';
import { lengthsScenario } from '../../../store/pathsScenario.ts';
import { pathsStore } from '../../../store/pathsStore.ts';
import { resultsStore } from '../../../store/resultsStore.ts';
import { scenarioStore } from '../../../store/scenarioStore.ts';
import { BandChartView } from '../../../views/BandChartView.tsx';
import { formatFull, formatNumber } from '../../../views/formatNumber.ts';
import { drawingTheme } from '../../theme.ts';
import { useThemeName } from '../../useThemeName.ts';
import table from '../escape/EscapeTable.module.css';
import { LabSentence } from '../escape/LabSentence.tsx';
import { describePublished } from './describePublished.ts';
import { lengthsChart } from './lengthsChart.ts';
import classes from './PathsLab.module.css';
import { usePublishedLengths } from './usePublishedLengths.ts';

const NONE: readonly KnownLevel[] = [];
const NO_ROWS: readonly LengthsRow[] = [];

/** Normalised length against level: how curved the sublevel sets are. */
export function LengthsView({ presenting }: { readonly presenting: boolean }) {
  useLayoutEffect(followPathLengths, []);
  const found = useStore(pathsStore, (state) => state.lengths);
  const theme = drawingTheme(useThemeName());
  const published = usePublishedLengths();
  // Known levels stand beside the curve that has them; elsewhere they would only stretch the axis.
  const known = useStore(resultsStore, (state) => (published && state.landscape?.knownLevels) || NONE);
  const chart = useMemo(() => lengthsChart(found?.rows ?? [], published, known), [found, published, known]);
  return (
    <>
      <section
        className={`${classes.lengths} ${presenting ? classes.presenting : ''}`}
        aria-label="Length against level"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        tabIndex={0}
      >
        <div className={classes.energy} data-view="path-lengths">
          <BandChartView chart={chart} theme={theme} />
        </div>
        {!presenting && <LengthsTable rows={found?.rows ?? []} />}
        {!presenting && published && <AboutPublished published={published} known={known} />}
      </section>
      <LengthsSentence />
    </>
  );
}

interface AboutProps {
  readonly published: PublishedCurve;
  readonly known: readonly KnownLevel[];
}

const methodName = (id: string): string => methodById(id)?.name ?? id;

/** Where the published curve comes from, and why ours may differ. */
function AboutPublished({ published, known }: AboutProps) {
  const found = useStore(pathsStore, (state) => state.lengths);
  const scenario = useStore(scenarioStore, (state) => state.scenario);
  const settings = useStore(scenarioStore, (state) => state.paths);
  const of = useMemo(() => found?.of ?? lengthsScenario(scenario, settings), [found, scenario, settings]);
  return (
    <p className={classes.caption} data-testid="published">
      {describePublished(
        published,
        { ...of, rows: found?.rows ?? NO_ROWS, isWhole: found?.isWhole ?? false },
        known,
        methodName,
      )}
    </p>
  );
}

function LengthsTable({ rows }: { readonly rows: readonly LengthsRow[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className={`${table.scroll} ${classes.table}`} tabIndex={0} aria-label="Table of the levels">
      <table className={table.table}>
        <caption className={table.caption}>
          Lengths divided by the distance of the ends: median, and quartiles in brackets, over the pairs that were
          connected. What was not found is not counted, and is not shown to be disconnected.
        </caption>
        <thead>
          <tr>
            <th scope="col">level</th>
            <th scope="col">connected</th>
            <th scope="col">as found</th>
            <th scope="col">pulled tight</th>
            <th scope="col">beads</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ level, connected, attempted, pairs, normalizedLength, shortenedLength, beads }) => (
            <tr key={level} data-level={level}>
              <th scope="row" title={formatFull(level)}>
                {formatNumber(level)}
              </th>
              <td title={`${pairs} pairs, ${attempted} with both ends below the level`}>
                {connected} of {attempted}
              </td>
              <td>{quartilesText(normalizedLength)}</td>
              <td>{quartilesText(shortenedLength)}</td>
              <td>{quartilesText(beads)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function quartilesText(quartiles: Quartiles | null): string {
  if (!quartiles || Number.isNaN(quartiles.median)) return '–';
  const { median, q25, q75 } = quartiles;
  return `${formatNumber(median)} (${formatNumber(q25)} to ${formatNumber(q75)})`;
}

function LengthsSentence() {
  const found = useStore(pathsStore, (state) => state.lengths);
  const progress = useStore(pathsStore, (state) => state.lengthsProgress);
  const refusal = useStore(pathsStore, (state) => state.lengthsRefusal);
  const scenario = useStore(scenarioStore, (state) => state.scenario);
  const settings = useStore(scenarioStore, (state) => state.paths);
  const isCurrent = useMemo(
    () => found !== null && isSameLengths(found.of, lengthsScenario(scenario, settings)),
    [found, scenario, settings],
  );
  const state =
    progress !== null || refusal !== null ? null : !found ? 'Nothing was found.' : stateOf(isCurrent, found.isWhole);
  const kept = found && !isCurrent ? ' The curve drawn is that of the settings before.' : '';
  return (
    <LabSentence
      sentence={refusal ? refusal + kept : found ? describeLengths(found.rows) : ''}
      state={state}
      progress={progress}
      label="Paths searched"
      onCancel={cancelLengths}
      onRestart={restartLengths}
    />
  );
}

/** What there is to know of a curve that is not all there is, or not of what is set; null otherwise. */
function stateOf(isCurrent: boolean, isWhole: boolean): string | null {
  if (!isCurrent) return 'This is of the settings before: the curve of the new ones was cancelled.';
  return isWhole ? null : 'Partial: the search was cancelled, and this is what it had found.';
}
