import { ActionIcon, Button, Menu } from '@mantine/core';
import { EllipsisVertical } from 'lucide-react';
import { memo } from 'react';
import { useStore } from 'zustand';
import type { CriticalPoints } from '../../core/critical/findCriticalPoints.ts';
import type { Inspection } from '../../core/critical/inspect.ts';
import type { Box } from '../../core/params.ts';
import { setView } from '../../store/edits.ts';
import { cancelCriticalPoints, canFind, restartCriticalPoints } from '../../store/followCriticalPoints.ts';
import { resultsStore } from '../../store/resultsStore.ts';
import { edit, scenarioStore } from '../../store/scenarioStore.ts';
import { formatFull, formatNumber } from '../../views/formatNumber.ts';
import { pointMarks } from '../../views/pointMarks.ts';
import { CheckControl } from '../controls/CheckControl.tsx';
import shared from '../controls/controls.module.css';
import { ProgressLine } from '../controls/ProgressLine.tsx';
import classes from './CriticalPointsPanel.module.css';
import { Section } from './Section.tsx';
import { StableSetsSwitch } from './StableSetsSwitch.tsx';
import { startsAlong } from './startsAlong.ts';

/** More points than this are counted, not listed. */
const LISTED = 60;

/** The critical points of the visible box: switched on, they are marked on the views and listed here. */
export function CriticalPointsPanel() {
  const isOn = useStore(scenarioStore, ({ scenario }) => scenario.view?.criticalPoints ?? false);
  const critical = useStore(resultsStore, (state) => state.critical);
  const dimension = useStore(resultsStore, (state) => state.landscape?.dimension ?? 2);
  const searching = useStore(resultsStore, (state) => state.criticalProgress !== null);
  const summary = !isOn ? 'off' : critical ? `${critical.points.length}` : '';
  return (
    <Section title="Critical points" summary={summary} startsOpen={isOn}>
      <CheckControl
        checked={isOn}
        disabled={!canFind(dimension)}
        onChange={(checked) => edit(setView({ criticalPoints: checked || undefined }))}
      >
        Find and mark those of the {dimension > 2 ? 'domain' : 'visible box'}
      </CheckControl>
      {!canFind(dimension) && <p className={classes.note}>The finder takes up to six variables.</p>}
      {isOn && dimension === 2 && <StableSetsSwitch />}
      <Searching />
      {isOn && critical && !searching && <Found critical={critical} />}
      {isOn && !critical && !searching && canFind(dimension) && (
        <Button size="compact-sm" variant="default" onClick={restartCriticalPoints}>
          Search again
        </Button>
      )}
    </Section>
  );
}

function Searching() {
  const progress = useStore(resultsStore, (state) => state.criticalProgress);
  if (progress === null) return null;
  return (
    <div className={classes.progress}>
      <ProgressLine label="Searching for critical points" fraction={progress} onCancel={cancelCriticalPoints} />
    </div>
  );
}

function Found({ critical }: { readonly critical: CriticalPoints }) {
  const { points, completeness } = critical;
  const more = points.length - LISTED;
  return (
    <>
      <p className={classes.note} data-testid="completeness">
        <strong>{completeness.claim === 'certified' ? 'Certified.' : 'Searched.'}</strong> {completeness.detail}
      </p>
      <ul className={classes.list}>
        {points.slice(0, LISTED).map((point) => (
          <PointRow key={point.x.join(' ')} point={point} />
        ))}
      </ul>
      {more > 0 && <p className={classes.note}>and {more} more</p>}
      {completeness.undecided.length > 0 && <Undecided boxes={completeness.undecided} />}
    </>
  );
}

/** The boxes of which nothing is proved. */
function Undecided({ boxes }: { readonly boxes: readonly Box[] }) {
  const more = boxes.length - LISTED;
  return (
    <>
      <p className={classes.note}>Undecided:</p>
      <ul className={classes.list}>
        {boxes.slice(0, LISTED).map((box) => (
          <li key={String(box)} className={classes.box} title={box.map((side) => side.map(formatFull)).join(' × ')}>
            {box.map(([low, high]) => `[${formatNumber(low)}, ${formatNumber(high)}]`).join(' × ')}
          </li>
        ))}
      </ul>
      {more > 0 && <p className={classes.note}>and {more} more</p>}
    </>
  );
}

const PointRow = memo(function PointRow({ point }: { readonly point: Inspection }) {
  const { x, value, type, index, eigenvalues } = point;
  const place = `(${Array.from(x, (value) => formatNumber(value)).join(', ')})`;
  const name = Number.isNaN(index) ? type : `${type}, index ${index}`;
  const inspect = () =>
    resultsStore.setState({ heldPoint: { x, name: `${name[0]?.toUpperCase()}${name.slice(1)}` }, pinned: null });
  return (
    <li className={classes.row}>
      <button
        type="button"
        className={classes.point}
        title={`Inspect the ${name} at (${Array.from(x, (value) => formatFull(value)).join(', ')})`}
        onClick={inspect}
      >
        <span className={classes.mark} role="img" aria-label={type}>
          {pointMarks[type]}
        </span>
        <span className={classes.index} title="Index: number of negative eigenvalues">
          {Number.isNaN(index) ? '' : index}
        </span>
        <span className={classes.place}>{place}</span>
        <span className={classes.value} title={formatFull(value)}>
          {formatNumber(value)}
        </span>
        <span
          className={classes.eigenvalues}
          title={`Eigenvalues ${Array.from(eigenvalues, (each) => formatFull(each)).join(', ')}`}
        >
          λ = {Array.from(eigenvalues, (each) => formatNumber(each)).join(', ')}
        </span>
      </button>
      <StartMenu point={point} name={`${name} at ${place}`} />
    </li>
  );
});

function StartMenu({ point, name }: { readonly point: Inspection; readonly name: string }) {
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon className={shared.tap} variant="subtle" color="gray" size={24} aria-label={`Start at the ${name}`}>
          <EllipsisVertical size="1.1em" aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {startsAlong(point).map(({ label, add }) => (
          <Menu.Item key={label} onClick={add}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
