import { useId } from 'react';
import { useStore } from 'zustand';
import { DEFAULT_SEED } from '../../scenario/defaultSeed.ts';
import type { SectionChoice } from '../../scenario/types.ts';
import { setView } from '../../store/edits.ts';
import { endsOf } from '../../store/pathsScenario.ts';
import { resultsStore } from '../../store/resultsStore.ts';
import { edit, scenarioStore } from '../../store/scenarioStore.ts';
import { SectionText } from '../views/SectionCaption.tsx';
import { PlanePoints, usePointsToBegin } from './PlanePoints.tsx';
import classes from './SectionChooser.module.css';
import { selectedPoint } from './selectedPoint.ts';

const FIRST_AXES: SectionChoice = { kind: 'coordinates', axes: [0, 1] };

/** Another plane needs another box. */
const choose = (section: SectionChoice) => edit(setView({ section, box: undefined }));

/** Which plane through more than two dimensions is shown; where a path is, by its ends, and there are no runs. */
export default function SectionChooser() {
  const section = useStore(scenarioStore, ({ scenario }) => scenario.view?.section) ?? FIRST_AXES;
  const isOfPath = useStore(scenarioStore, ({ lab }) => lab === 'paths');
  const point = isOfPath ? 'selected end' : 'selected point';
  const variables = useStore(resultsStore, (state) => state.landscape?.variables ?? []);
  const eigenvectorNames = variables.map((_, i) => eigenvectorName(i, variables.length));
  return (
    <fieldset className={classes.chooser}>
      <legend className={classes.legend}>Plane</legend>
      <Kind label="Two coordinates" checked={section.kind === 'coordinates'} onChoose={() => choose(FIRST_AXES)} />
      {section.kind === 'coordinates' && (
        <Pair names={variables} chosen={section.axes} label="axis" onChoose={(axes) => choose({ ...section, axes })} />
      )}
      <Kind
        label={`Two eigenvectors of the Hessian at the ${point}`}
        checked={section.kind === 'eigenvectors'}
        onChoose={() => choose({ kind: 'eigenvectors', at: eigenvectorPoint(), indices: [0, 1] })}
      />
      {section.kind === 'eigenvectors' && (
        <>
          <Pair
            names={eigenvectorNames}
            chosen={section.indices}
            label="eigenvector"
            onChoose={(indices) => choose({ ...section, indices })}
          />
          <button
            type="button"
            className={classes.again}
            onClick={() => choose({ ...section, at: eigenvectorPoint() })}
          >
            Take the eigenvectors at the {point}
          </button>
        </>
      )}
      {isOfPath ? (
        <Kind
          label="Through both ends and the path’s highest point"
          checked={section.kind === 'points'}
          onChoose={() => edit(setView({ section: undefined, box: undefined }))}
        />
      ) : (
        <>
          <Kind
            label="Principal components of the trajectories"
            checked={section.kind === 'principal'}
            onChoose={() => choose({ kind: 'principal' })}
          />
          <PlaneThroughPoints section={section} />
        </>
      )}
      <RandomPlane section={section} point={point} />
      {!isOfPath && (
        <p className={classes.note}>
          <SectionText />
        </p>
      )}
    </fieldset>
  );
}

interface PlaneProps {
  readonly section: SectionChoice;
}

function PlaneThroughPoints({ section }: PlaneProps) {
  const points = usePointsToBegin();
  const isChosen = section.kind === 'points';
  if (!points && !isChosen) return null;
  return (
    <>
      <Kind
        label="Through three points: starts and ends of runs"
        checked={isChosen}
        onChoose={() => points && choose({ kind: 'points', at: points })}
      />
      {isChosen && <PlanePoints at={section.at} onChoose={(at) => choose({ kind: 'points', at })} />}
    </>
  );
}

function RandomPlane({ section, point }: PlaneProps & { readonly point: string }) {
  const isChosen = section.kind === 'random';
  return (
    <>
      <Kind
        label={`Two random directions at the ${point}`}
        checked={isChosen}
        onChoose={() => choose({ kind: 'random', at: eigenvectorPoint() })}
      />
      {isChosen && (
        <button
          type="button"
          className={classes.again}
          onClick={() => choose({ ...section, seed: (section.seed ?? DEFAULT_SEED) + 1 })}
        >
          Draw other directions
        </button>
      )}
    </>
  );
}

/** "1 (least)", "2", "5 (greatest)": by ascending eigenvalue. */
function eigenvectorName(i: number, n: number): string {
  return `${i + 1}${i === 0 ? ' (least)' : i === n - 1 ? ' (greatest)' : ''}`;
}

/** The point that the eigenvectors are taken at: of a path, an end; the origin where nothing is selected. */
function eigenvectorPoint(): readonly number[] {
  const { lab, scenario, paths } = scenarioStore.getState();
  const end = endsOf(paths, scenario)[resultsStore.getState().selectedStart ?? 0];
  if (lab === 'paths' && end) return end;
  return selectedPoint()?.x ?? new Array<number>(resultsStore.getState().landscape?.dimension ?? 0).fill(0);
}

interface KindProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChoose: () => void;
}

function Kind({ label, checked, onChoose }: KindProps) {
  const id = useId();
  return (
    <label className={classes.kind} htmlFor={id}>
      <input id={id} type="radio" checked={checked} onChange={onChoose} />
      {label}
    </label>
  );
}

interface PairProps {
  readonly names: readonly string[];
  readonly chosen: readonly [number, number];
  readonly label: string;
  readonly onChoose: (chosen: readonly [number, number]) => void;
}

/** Two different positions of a list; choosing the other one's exchanges them. */
function Pair({ names, chosen, label, onChoose }: PairProps) {
  const [first, second] = chosen;
  const set = (place: 0 | 1, value: number) => {
    const other = place === 0 ? second : first;
    const kept = value === other ? chosen[place] : other;
    onChoose(place === 0 ? [value, kept] : [kept, value]);
  };
  const select = (place: 0 | 1, name: string) => (
    <select
      className={classes.select}
      aria-label={name}
      value={chosen[place]}
      onChange={(event) => set(place, Number(event.currentTarget.value))}
    >
      {names.map((text, i) => (
        <option key={text} value={i}>
          {text}
        </option>
      ))}
    </select>
  );
  return (
    <div className={classes.pair}>
      {select(0, `Horizontal ${label}`)}
      <span aria-hidden="true">→</span>
      {select(1, `Vertical ${label}`)}
      <span aria-hidden="true">↑</span>
    </div>
  );
}
