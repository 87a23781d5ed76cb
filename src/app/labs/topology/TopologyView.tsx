import { useStore } from 'zustand';
import type { ViewChoice } from '../../../scenario/types.ts';
import { setView } from '../../../store/edits.ts';
import { scenarioStore } from '../../../store/scenarioStore.ts';
import { editHandlers } from '../../controls/handlers.ts';
import { ParamControl } from '../../controls/ParamControl.tsx';
import { Section } from '../../panels/Section.tsx';
import { coloursSpec, levelsSpec, scaleSpec } from '../../panels/ViewPanel.tsx';

const handlers = editHandlers((changes) => setView(changes as ViewChoice));

/** How values become colours and heights, in the contour, on the bar and in the tree. */
export function TopologyView() {
  const view = useStore(scenarioStore, ({ scenario }) => scenario.view);
  const { scale, colours, levels } = view ?? {};
  return (
    <Section title="View" summary={`${scale ?? 'linear'} · ${colours ?? 'viridis'}`}>
      <ParamControl
        name="scale"
        spec={scaleSpec}
        value={scale ?? 'linear'}
        given={scale !== undefined}
        handlers={handlers}
      />
      <ParamControl
        name="colours"
        spec={coloursSpec}
        value={colours ?? 'viridis'}
        given={colours !== undefined}
        handlers={handlers}
      />
      <ParamControl
        name="levels"
        spec={levelsSpec}
        value={levels ?? 16}
        given={levels !== undefined}
        handlers={handlers}
      />
    </Section>
  );
}
