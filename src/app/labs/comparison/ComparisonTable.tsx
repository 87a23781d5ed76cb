import type { MethodComparison, StuckPlace } from '../../../core/descent/compareMethods.ts';
import { placeText, stuckName } from '../../../core/descent/describeComparison.ts';
import { statusText } from '../../../core/descent/statuses.ts';
import { formatNumber } from '../../../core/formatNumber.ts';
import type { MethodChoice } from '../../../scenario/types.ts';
import { claimsStore } from '../../../store/claims.ts';
import { openInspector } from '../../../store/openInspector.ts';
import { resultsStore } from '../../../store/resultsStore.ts';
import { openLab } from '../../../store/scenarioStore.ts';
import { formatFull } from '../../../views/formatNumber.ts';
import { pointMarks } from '../../../views/pointMarks.ts';
import { StatusIcon } from '../../controls/marks.tsx';
import { StrokeSwatch } from '../../controls/StrokeSwatch.tsx';
import { methodStroke } from '../../methodStroke.ts';
import { methodName } from '../../views/planeTrajectories.ts';
import table from '../escape/EscapeTable.module.css';
import classes from './ComparisonLab.module.css';
import { shownRows } from './comparisonCharts.ts';
import { useComparisonScenario, useFoundComparison } from './useComparison.ts';

/** More places than this are counted, not listed. */
const LISTED = 8;

/** How often and when each method arrived, and who got stuck where. */
export function ComparisonTable() {
  const { found, methods } = useFoundComparison();
  const { landscape } = useComparisonScenario();
  const rows = found ? shownRows(found.result, methods) : [];
  const canInspect = JSON.stringify(found?.of.landscape) === JSON.stringify(landscape);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className={`${table.scroll} ${classes.table}`} tabIndex={0} aria-label="Table of the methods">
      <table className={table.table}>
        <caption className={table.caption}>
          Iterations to the first ε-second-order stationary point; a run that came to none counts as endless.
        </caption>
        <thead>
          <tr>
            <th scope="col" className={table.word}>
              Method
            </th>
            <th scope="col">runs</th>
            <th scope="col">arrived</th>
            <th scope="col">median</th>
            <th scope="col">quartiles</th>
            <th scope="col" className={table.word}>
              where the others ended
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ method, row }) => (
            <Line key={row.methodIndex} method={method} row={row} canInspect={canInspect} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface LineProps {
  readonly method: MethodChoice;
  readonly row: MethodComparison;
  readonly canInspect: boolean;
}

function Line({ method, row, canInspect }: LineProps) {
  const { methodIndex, runs, reached, median, q25, q75, stuck } = row;
  const more = stuck.slice(LISTED).reduce((sum, { count }) => sum + count, 0);
  return (
    <tr data-method={methodIndex}>
      <th scope="row" className={table.word}>
        <StrokeSwatch stroke={methodStroke(method, methodIndex)} width={2} /> {methodName(method)}
      </th>
      <td data-cell="runs">{runs}</td>
      <td data-cell="reached">{reached}</td>
      <td data-cell="median" title={formatFull(median)}>
        {formatNumber(median)}
      </td>
      <td>
        {formatNumber(q25)} to {formatNumber(q75)}
      </td>
      <td className={table.word}>
        {stuck.length === 0 && <span className={classes.muted}>no others</span>}
        <ul className={classes.stuck}>
          {stuck.slice(0, LISTED).map((place) => (
            <li key={`${place.status} ${place.x.join(' ')}`}>
              <Place place={place} who={methodName(method)} canInspect={canInspect} />
            </li>
          ))}
          {more > 0 && (
            <li className={classes.muted} data-place="">
              and {more} elsewhere
            </li>
          )}
        </ul>
      </td>
    </tr>
  );
}

interface PlaceProps {
  readonly place: StuckPlace;
  readonly who: string;
  readonly canInspect: boolean;
}

/** Where runs ended: mark, position, how many and how; a press shows it in the Descent lab. */
function Place({ place, who, canInspect }: PlaceProps) {
  const { x, type, status, count } = place;
  const isPoint = x.every(Number.isFinite);
  const name = stuckName(place);
  const digits = `(${Array.from(x, formatFull).join(', ')})`;
  const inspect = () => {
    openLab('descent');
    openInspector();
    claimsStore.setState({ shown: false });
    resultsStore.setState({
      heldPoint: { x, name: `${who} stuck, ${count} ${count === 1 ? 'run' : 'runs'}` },
      pinned: null,
    });
  };
  return (
    <button
      type="button"
      className={classes.place}
      data-place=""
      disabled={!canInspect || !isPoint}
      title={`${count} ended here, ${name} within ε: ${statusText(status).label}. ${digits}`}
      onClick={inspect}
    >
      <span className={classes.count}>{count}×</span>
      <span role="img" aria-label={name}>
        {pointMarks[type]}
      </span>
      {placeText(x)}
      <StatusIcon status={status} />
    </button>
  );
}
