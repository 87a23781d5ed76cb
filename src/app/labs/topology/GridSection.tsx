import { Button } from '@mantine/core';
import { useStore } from 'zustand';
import type { Box, BoxParam, IntegerParam } from '../../../core/params.ts';
import { describeGrid } from '../../../core/topology/describeSublevels.ts';
import { defaultSide, sidesOf } from '../../../scenario/experiments/sublevelDefaults.ts';
import { resultsStore } from '../../../store/resultsStore.ts';
import { editTopology } from '../../../store/scenarioStore.ts';
import { setTopology } from '../../../store/topologyEdits.ts';
import { ParamControl } from '../../controls/ParamControl.tsx';
import { Section } from '../../panels/Section.tsx';
import panels from '../escape/EscapePanels.module.css';
import { topologyHandlers } from './topologyHandlers.ts';
import { type Topology, useTopologySetting } from './useTopology.ts';

const handlers = topologyHandlers(({ resolution }) => setTopology({ resolution: resolution as number | undefined }));
const boxHandlers = topologyHandlers(({ box }) => setTopology({ box: box as Box | undefined }));

/** The finest grids that a page draws within a frame, by the number of variables. */
const FINEST: readonly number[] = [2001, 1001, 121];

const resolutionSpec = (dimension: number): IntegerParam => ({
  kind: 'integer',
  label: 'Resolution',
  symbol: 'n',
  meaning:
    'Grid points along each variable. A finer grid tells narrower valleys apart; odd numbers have a point in the middle.',
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
  const sides = sidesOf(resolution, dimension);
  return (
    <Section title="Grid" summary={topology ? describeGrid(topology.forest) : ''}>
      <ParamControl
        key={dimension}
        name="resolution"
        spec={resolutionSpec(dimension)}
        value={Math.max(...sides)}
        given={resolution !== undefined}
        handlers={handlers}
      />
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
