import { useStore } from 'zustand';
import type { IntegerParam } from '../../../core/params.ts';
import { DEFAULT_SEED } from '../../../scenario/defaultSeed.ts';
import { setSeed } from '../../../store/edits.ts';
import { setPaths } from '../../../store/pathsEdits.ts';
import { settingsOn } from '../../../store/pathsScenario.ts';
import { editPaths, scenarioStore } from '../../../store/scenarioStore.ts';
import { CheckControl } from '../../controls/CheckControl.tsx';
import { editHandlers } from '../../controls/handlers.ts';
import { ParamControl } from '../../controls/ParamControl.tsx';
import { CriticalPointsPanel } from '../../panels/CriticalPointsPanel.tsx';
import { Section } from '../../panels/Section.tsx';
import { ViewPanel } from '../../panels/ViewPanel.tsx';
import { ShownLandscape } from '../../shell/ShownLandscape.tsx';
import { EndsPanel } from './EndsPanel.tsx';
import { LengthOverControl } from './LengthOverControl.tsx';
import { LevelsPanel } from './LevelsPanel.tsx';
import { PathMethodPanel } from './PathMethodPanel.tsx';
import { TrainingPanel } from './TrainingPanel.tsx';

const seedSpec: IntegerParam = {
  kind: 'integer',
  label: 'Seed',
  symbol: 's',
  meaning: 'Same scenario, same seed: the same numbers to the last bit.',
  default: DEFAULT_SEED,
  min: -Number.MAX_SAFE_INTEGER,
  max: Number.MAX_SAFE_INTEGER,
  slider: { from: 0, to: 100, scale: 'linear' },
};

const seedHandlers = editHandlers(({ seed }) => setSeed((seed as number | undefined) ?? DEFAULT_SEED));

/** The left panel of the Paths lab: on which landscape, between which ends, below which level, by which method. */
export default function PathsControls() {
  const isLengths = useStore(scenarioStore, (state) => state.paths.lengths ?? false);
  // Given pairs are where they are.
  const hasTraining = useStore(scenarioStore, ({ paths }) => !paths.lengths || typeof paths.pairs !== 'object');
  return (
    <>
      <ShownLandscape />
      {isLengths ? <LevelsPanel /> : <EndsPanel />}
      {hasTraining && <TrainingPanel isOfOnePath={!isLengths} />}
      <PathMethodPanel />
      <SearchPanel />
      {!isLengths && <CriticalPointsPanel />}
      {!isLengths && <ViewPanel />}
    </>
  );
}

/** What both kinds of search share. */
function SearchPanel() {
  const seed = useStore(scenarioStore, (state) => state.scenario.seed);
  const shorten = useStore(
    scenarioStore,
    ({ paths, scenario }) => settingsOn(paths, scenario.landscape).shorten ?? true,
  );
  return (
    <Section title="Search" summary={`seed ${seed ?? DEFAULT_SEED}`}>
      <CheckControl
        checked={shorten}
        onChange={(isWanted) => editPaths(setPaths({ shorten: isWanted ? undefined : false }))}
      >
        Pull connections tight inside the sublevel set
      </CheckControl>
      <LengthOverControl />
      <ParamControl
        name="seed"
        spec={seedSpec}
        value={seed ?? DEFAULT_SEED}
        given={seed !== undefined}
        handlers={seedHandlers}
      />
    </Section>
  );
}
