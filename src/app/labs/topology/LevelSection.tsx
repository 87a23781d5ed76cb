import { formatNumber } from '../../../core/formatNumber.ts';
import { describeHidden } from '../../../core/topology/describeSublevels.ts';
import { editTopology } from '../../../store/scenarioStore.ts';
import { setLevel, setTopology } from '../../../store/topologyEdits.ts';
import type { LevelScale } from '../../../views/levels.ts';
import { CheckControl } from '../../controls/CheckControl.tsx';
import { NumberControl } from '../../controls/NumberControl.tsx';
import type { SliderRange } from '../../controls/sliderScale.ts';
import { Section } from '../../panels/Section.tsx';
import panels from '../escape/EscapePanels.module.css';
import { countWords } from './countWords.ts';
import { topologyHandlers } from './topologyHandlers.ts';
import { type Topology, useReadLevel, useSublevel, useTopologySetting } from './useTopology.ts';

const levelHandlers = topologyHandlers(({ level }) => setLevel(level as number | undefined));
const thresholdHandlers = topologyHandlers(({ persistence }) =>
  setTopology({ persistence: (persistence as number | undefined) ?? 0 }),
);

/** Numbers beyond these are typed by mistake. */
const HIGHEST = 1e300;

/** Differences above the minimum on the logarithmic scale of the values themselves. */
function persistenceRange({ kind, low, high, toUnit, fromUnit }: LevelScale): SliderRange | undefined {
  if (kind === 'linear' || !(high > low)) return undefined;
  const scale = { toUnit: (rise: number) => toUnit(low + rise), fromUnit: (unit: number) => fromUnit(unit) - low };
  return { from: 0, to: high - low, scale };
}

/** The level u, and what of the tree is hidden. */
export function LevelSection({ topology }: { readonly topology: Topology }) {
  const { scale, tree } = topology;
  const persistence = useTopologySetting('persistence');
  const isGiven = useTopologySetting('levels') !== undefined;
  const level = useReadLevel(topology);
  const sublevel = useSublevel(topology, level);
  const span = scale.high - scale.low;
  const isByHand = persistence !== undefined;
  return (
    <Section title="Level" summary={`u = ${formatNumber(level)}, ${countWords(sublevel)}`}>
      <NumberControl
        name="level"
        spec={{
          kind: 'number',
          label: 'Level',
          symbol: 'u',
          meaning:
            'The sublevel set holds the points where f is at most u. Dragged on the colour bar and in the tree too.',
          default: level,
          min: -HIGHEST,
          max: HIGHEST,
          slider: { from: scale.low, to: scale.low + 1, scale: 'linear' },
        }}
        range={span > 0 ? { from: scale.low, to: scale.high, scale } : undefined}
        value={level}
        given={isGiven}
        handlers={levelHandlers}
      />
      <CheckControl
        checked={!isByHand}
        onChange={(automatic) => editTopology(setTopology({ persistence: automatic ? undefined : 0 }))}
      >
        Hide what the grid cannot resolve
      </CheckControl>
      {isByHand && (
        <NumberControl
          name="persistence"
          spec={{
            kind: 'number',
            label: 'Least persistence',
            symbol: '',
            meaning:
              'Branches shorter than this are hidden: how far a component rises from its minimum until an older one absorbs it.',
            default: 0,
            min: 0,
            max: HIGHEST,
            slider: { from: 0, to: span > 0 ? span / 4 : 1, scale: 'linear' },
          }}
          range={persistenceRange(scale)}
          value={persistence ?? 0}
          given={(persistence ?? 0) > 0}
          handlers={thresholdHandlers}
        />
      )}
      <p className={panels.about} data-testid="hidden">
        {describeHidden(tree) || 'No branch is hidden.'}
      </p>
    </Section>
  );
}
