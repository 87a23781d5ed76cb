import { Button } from '@mantine/core';
import { useStore } from 'zustand';
import type { Box, BoxParam, IntegerParam } from '../../../core/params.ts';
import { describeGrid } from '../../../core/topology/describeSublevels.ts';
import { defaultSide } from '../../../scenario/experiments/sublevelDefaults.ts';
import { resultsStore } from '../../../store/resultsStore.ts';
import { editTopology, scenarioStore } from '../../../store/scenarioStore.ts';
import { setTopology } from '../../../store/topologyEdits.ts';
import { settingsOn } from '../../../store/topologyScenario.ts';
import type { ParamHandlers } from '../../controls/handlers.ts';
import { ParamControl } from '../../controls/ParamControl.tsx';
import { Section } from '../../panels/Section.tsx';
import panels from '../escape/EscapePanels.module.css';
import { topologyHandlers } from './topologyHandlers.ts';
import { type Topology, useTopologySetting } from './useTopology.ts';

const handlers = topologyHandlers(({ resolution }) => setTopology({ resolution: resolution as number | undefined }));
const boxHandlers = topologyHandlers(({ box }) => setTopology({ box: box as Box | undefined }));

/** The finest grids that a page draws within a frame, by the number of variables. */
const FINEST: readonly number[] = [2001, 1001, 121];

/** @param variable  along which the points are counted; left out for one number along each */
const resolutionSpec = (dimension: number, variable?: string): IntegerParam => ({
  kind: 'integer',
  label: variable === undefined ? 'Resolution' : `Resolution along ${variable}`,
  symbol: variable === undefined ? 'n' : '',
  meaning: `Grid points along ${variable ?? 'each variable'}. A finer grid tells narrower valleys apart; odd numbers have a point in the middle.`,
  default: defaultSide(dimension),
  min: 2,
  max: FINEST[dimension - 1] ?? 2,
  slider: { from: 11, to: FINEST[dimension - 1] ?? 12, scale: 'log' },
});

const boxSpec: BoxParam = {
  kind: 'box',
  label: 'Box',
  symbol: '',
  meaning:
    'Where the landscape is looked at; components that meet its sides may be joined outside. Pan and zoom change it too.',
  default: [-1, 1],
};

/** The grid on which the sublevel sets are found. */
export function GridSection({ topology }: { readonly topology: Topology | null }) {
  const resolution = useTopologySetting('resolution');
  const box = useTopologySetting('box');
  const domain = useStore(resultsStore, (state) => state.landscape?.domain);
  const variables = useStore(resultsStore, (state) => state.landscape?.variables);
  const dimension = domain?.length ?? 2;
  if (!domain || dimension > FINEST.length) return null;
  return (
    <Section title="Grid" summary={topology ? describeGrid(topology.forest) : ''}>
      {typeof resolution === 'object' ? (
        <ResolutionByAxis sides={resolution} variables={variables ?? []} />
      ) : (
        <ParamControl
          key={dimension}
          name="resolution"
          spec={resolutionSpec(dimension)}
          value={resolution ?? defaultSide(dimension)}
          given={resolution !== undefined}
          handlers={handlers}
        />
      )}
      <ParamControl
        name="box"
        spec={boxSpec}
        value={box ?? domain}
        given={box !== undefined}
        handlers={boxHandlers}
        variables={variables}
      />
      <div className={panels.chips}>
        <Button
          size="compact-sm"
          variant="default"
          disabled={!box}
          onClick={() => editTopology(setTopology({ box: undefined }))}
        >
          Back to the whole domain
        </Button>
      </div>
    </Section>
  );
}

/** Changes the grid points along one variable; they go back to the number that they have by themselves. */
const axisHandlers = FINEST.map((_, axis) =>
  topologyHandlers(({ side }) => (settings) => {
    const { resolution } = settingsOn(settings, scenarioStore.getState().scenario.landscape);
    if (typeof resolution !== 'object') return settings;
    const sides = resolution.map((points, i) =>
      i === axis ? ((side as number | undefined) ?? defaultSide(resolution.length)) : points,
    );
    return setTopology({ resolution: sides })(settings);
  }),
);

interface ResolutionByAxisProps {
  readonly sides: readonly number[];
  readonly variables: readonly string[];
}

/** A resolution with a number for each axis, as a scenario may give it. */
function ResolutionByAxis({ sides, variables }: ResolutionByAxisProps) {
  const finest = Math.max(...sides);
  return (
    <>
      <p className={panels.about} data-testid="by-axis">
        Resolution {sides.join(' × ')}, by axis.
      </p>
      {sides.map((points, axis) => {
        const variable = variables[axis] ?? `x${axis + 1}`;
        return (
          <ParamControl
            key={variable}
            name="side"
            spec={resolutionSpec(sides.length, variable)}
            value={points}
            given={points !== defaultSide(sides.length)}
            handlers={axisHandlers[axis] as ParamHandlers}
          />
        );
      })}
      <div className={panels.chips}>
        <Button size="compact-sm" variant="default" onClick={() => editTopology(setTopology({ resolution: finest }))}>
          {finest} along every axis
        </Button>
      </div>
    </>
  );
}
