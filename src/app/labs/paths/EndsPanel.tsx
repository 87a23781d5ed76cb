import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { formatNumber } from '../../../core/formatNumber.ts';
import type { Objective } from '../../../core/objective/Objective.ts';
import type { NumberParam } from '../../../core/params.ts';
import { setEnd, setPaths } from '../../../store/pathsEdits.ts';
import { resultsStore } from '../../../store/resultsStore.ts';
import { editPaths, scenarioStore } from '../../../store/scenarioStore.ts';
import { ParamControl } from '../../controls/ParamControl.tsx';
import { VectorField } from '../../controls/VectorField.tsx';
import { Section } from '../../panels/Section.tsx';
import panels from '../escape/EscapePanels.module.css';
import classes from './EndsPanel.module.css';
import { pathsHandlers } from './pathsHandlers.ts';
import { usePathScenario } from './useShownPath.ts';

const levelHandlers = pathsHandlers(({ level }) => setPaths({ level: level as number | undefined }));

/** The two ends, with typed coordinates, and the level that the path is to stay below. */
export function EndsPanel() {
  const { ends, level } = usePathScenario().experiment;
  const objective = useStore(resultsStore, (state) => state.objective);
  const isGiven = useStore(scenarioStore, (state) => state.paths.level !== undefined);
  const spec = useLevelSpec(ends, level, objective);
  return (
    <Section title="Ends and level" summary={`u = ${formatNumber(level)}`}>
      <ParamControl name="level" spec={spec} value={level} given={isGiven} handlers={levelHandlers} />
      <ol className={classes.ends}>
        {ends.map((end, i) => (
          // An end has no other identity than its number.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <li key={i} className={classes.end}>
            <span className={classes.name}>End {i + 1}</span>
            <VectorField
              label={`End ${i + 1}, ${end.length} coordinates`}
              value={end}
              onCommit={(x) => editPaths(setEnd(i, x))}
            />
            <EndValue end={end} level={level} objective={objective} />
          </li>
        ))}
      </ol>
      <EndActions />
      <p className={panels.about}>Drag the ends in the plane, or press a marked minimum to bring an end there.</p>
    </Section>
  );
}

interface EndValueProps {
  readonly end: readonly number[];
  readonly level: number;
  readonly objective: Objective | null;
}

/** f at an end, whether it has a value there, and whether that is below the level. */
function EndValue({ end, level, objective }: EndValueProps) {
  if (objective?.dimension !== end.length) return null;
  const value = objective.value(Float64Array.from(end));
  if (Number.isNaN(value)) return <span className={classes.above}>f has no value here</span>;
  const isBelow = value <= level;
  return (
    <span className={isBelow ? classes.below : classes.above}>
      f = {formatNumber(value)} {isBelow ? '≤ u' : '> u'}
    </span>
  );
}

function EndActions() {
  return (
    <div className={panels.chips}>
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => editPaths(setPaths({ ends: undefined, level: undefined }))}
      >
        Reset
      </Button>
    </div>
  );
}

const PLACES = 60;

/** The slider runs from below the ends to above the highest point between them. */
function useLevelSpec(ends: readonly (readonly number[])[], level: number, objective: Objective | null): NumberParam {
  const range = useMemo(() => rangeOf(objective, ends), [objective, ends]);
  const origin = range ? 'below the segment’s top' : 'below the known level';
  const [from, to] = range ?? [Math.min(0, 2 * level), Math.max(2 * level, level + 1)];
  return useMemo(
    () => ({
      kind: 'number',
      label: 'Level',
      symbol: 'u',
      meaning: 'The path is to stay where f is at most u.',
      default: { tex: `\\text{${origin}}`, of: () => level },
      min: -1e300,
      max: 1e300,
      slider: { from, to, scale: 'linear' },
    }),
    [from, to, level, origin],
  );
}

function rangeOf(f: Objective | null, ends: readonly (readonly number[])[]): [number, number] | null {
  const [a, b] = ends;
  if (!f || !a || !b || a.length !== f.dimension) return null;
  const values = Array.from({ length: PLACES + 1 }, (_, k) =>
    f.value(Float64Array.from(a, (coordinate, i) => coordinate + (k / PLACES) * ((b[i] as number) - coordinate))),
  ).filter(Number.isFinite);
  if (values.length === 0) return null;
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = (high - low) * 0.15 || 1;
  return [low - room, high + room];
}
