import { useLayoutEffect } from 'react';
import { useStore } from 'zustand';
import { formatNumber } from '../../../core/formatNumber.ts';
import type { PathResult } from '../../../core/paths/findPath.ts';
import type { SectionChoice } from '../../../scenario/types.ts';
import { cancelPeers, comparePeers, followPathPeers } from '../../../store/followPathPeers.ts';
import { followPathSection } from '../../../store/followPathSection.ts';
import { cancelPath, followPath, restartPath } from '../../../store/followPaths.ts';
import { noteOn } from '../../../store/labNotes.ts';
import { pathsStore } from '../../../store/pathsStore.ts';
import { preferencesStore } from '../../../store/preferencesStore.ts';
import { resultsStore } from '../../../store/resultsStore.ts';
import { scenarioStore } from '../../../store/scenarioStore.ts';
import { FailureBoundary } from '../../shell/FailureBoundary.tsx';
import { TransportBar } from '../../shell/TransportBar.tsx';
import { LabSentence } from '../escape/LabSentence.tsx';
import { describeGridDistance } from './describeGridDistance.ts';
import { describePlane } from './describePlane.ts';
import { EnergyAlongPath } from './EnergyAlongPath.tsx';
import { PathKey } from './PathKey.tsx';
import { PathPlane } from './PathPlane.tsx';
import classes from './PathsLab.module.css';
import { PeersTable } from './PeersTable.tsx';
import { type ShownPath, useIsOld, usePathScenario, useShownPath } from './useShownPath.ts';

/** One path between two ends: the plane, f along it, the methods beside each other, and the search to be played. */
export function PathView({ presenting }: { readonly presenting: boolean }) {
  // Before anything is painted, because what is not begun yet would look as if it had been cancelled.
  useLayoutEffect(() => {
    const ends = [followPath(), followPathPeers(), followPathSection()];
    return () => {
      for (const end of ends) end();
    };
  }, []);
  return (
    <>
      <section
        className={`${classes.path} ${presenting ? classes.presenting : ''}`}
        aria-label="The path"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        tabIndex={0}
      >
        <div className={classes.planeSide}>
          <SectionText />
          <div className={classes.plane} data-view="path-plane">
            <FailureBoundary what="The contour">
              <PathPlane />
            </FailureBoundary>
          </div>
          <PathKey />
        </div>
        <div className={classes.beside}>
          <EnergyRoom />
          {!presenting && <PeersTable onCompare={comparePeers} onCancel={cancelPeers} />}
          {!presenting && <Details />}
        </div>
      </section>
      <div className={classes.said}>
        <PathSentence presenting={presenting} />
      </div>
      <PathTransport />
    </>
  );
}

/** The curve, and as faint as the path in the plane where that is of settings from before. */
function EnergyRoom() {
  const isOld = useIsOld(useShownPath());
  return (
    <div className={`${classes.energy} ${isOld ? classes.old : ''}`} data-view="path-energy">
      <EnergyAlongPath />
    </div>
  );
}

const FIRST_AXES: SectionChoice = { kind: 'coordinates', axes: [0, 1] };

/** What a plane through more than two variables shows of the path, and what it hides. */
function SectionText() {
  const section = useStore(resultsStore, (state) => state.section);
  const variables = useStore(resultsStore, (state) => state.landscape?.variables);
  const choice = useStore(scenarioStore, ({ scenario }) => scenario.view?.section) ?? FIRST_AXES;
  const { ends } = usePathScenario().experiment;
  const isSlow = useStore(resultsStore, (state) => state.objective === null);
  const shown = useShownPath();
  const n = section?.origin.length ?? 2;
  if (!section || n <= 2 || variables?.length !== n || ends.some((end) => end.length !== n)) return null;
  return (
    <p className={classes.caption} data-testid="plane">
      {describePlane(section, choice, variables, ends, shown?.beads ?? null)}
      {isSlow && shown?.isCurrent && shown.findings && endValues(shown.findings.result)}
    </p>
  );
}

/** What the search knows of the ends, where the panel cannot ask f itself. */
const endValues = ({ values }: PathResult): string =>
  ` f is ${formatNumber(values[0] as number)} at End 1 and ${formatNumber(values.at(-1) as number)} at End 2.`;

function PathSentence({ presenting }: { readonly presenting: boolean }) {
  const shown = useShownPath();
  const { first, kept, rest } = useSentence(shown);
  const progress = useStore(pathsStore, (state) => state.pathProgress);
  const isOld = useStore(pathsStore, (state) => state.refusal === null) && progress === null;
  return (
    <LabSentence
      // An audience cannot scroll.
      sentence={presenting ? first + kept : [first, <span key="rest">{rest}</span>, kept]}
      state={isOld ? stateOf(shown) : null}
      progress={progress}
      label="The path searched"
      onCancel={cancelPath}
      onRestart={restartPath}
    />
  );
}

/** What a narrow window has no room for under the picture; elsewhere it stands there. */
function Details() {
  const { rest } = useSentence(useShownPath());
  const note = useStore(scenarioStore, ({ paths, scenario }) => noteOn(paths.note, scenario.landscape));
  return (
    <p className={classes.details}>
      <em>{note}</em>
      {rest}
    </p>
  );
}

interface Said {
  /** The first sentence. */
  readonly first: string;
  /** That the path drawn is an old one, which is never left out; empty where it is not. */
  readonly kept: string;
  /** The other sentences. */
  readonly rest: string;
}

/** What is said of the path. A point within a number has no space after it. */
function useSentence(shown: ShownPath | null): Said {
  const refusal = useStore(pathsStore, (state) => state.refusal);
  const isKept = refusal !== null && shown?.isCurrent === false;
  const all = refusal ?? (shown ? words(shown) : '');
  const first = /^.*?\.(?= )/.exec(all)?.[0] ?? all;
  const kept = isKept ? ' The path drawn is that of the settings before.' : '';
  return { first, kept, rest: all.slice(first.length) };
}

/** What there is to know of a path that is not what the settings ask for; null otherwise. */
function stateOf(shown: ShownPath | null): string | null {
  if (!shown?.isCurrent) return 'The search with these settings was not run to its end.';
  if (!shown.isPartial) return null;
  return shown.findings
    ? 'Partial: cancelled before the path was pulled tight.'
    : 'Partial: the search was cancelled, and this is how far it had come.';
}

function words({ findings, stage }: ShownPath): string {
  if (stage || !findings) return stage?.note ?? '';
  const { sentence, reference, result } = findings;
  if (reference === null || !result.shortened) return sentence;
  return `${sentence} ${describeGridDistance(result.shortened, reference)}`;
}

const SECONDS = [5, 12, 30, 60].map((value) => ({ value, text: `${value} seconds` }));
const onSpeed = (raceSeconds: number) => preferencesStore.setState({ raceSeconds });
const noMarks = [] as const;

function PathTransport() {
  const position = useStore(pathsStore, (state) => state.position);
  const playing = useStore(pathsStore, (state) => state.playing);
  const stages = useStore(pathsStore, (state) => state.path?.findings.stages.length ?? 0);
  const seconds = useStore(preferencesStore, (state) => state.raceSeconds);
  const label = `the whole search in ${seconds} seconds`;
  return (
    <TransportBar
      {...{ position, playing }}
      last={Math.max(0, stages - 1)}
      unit="stage"
      marks={noMarks}
      speed={{ label, heading: 'The whole search in', choices: SECONDS, chosen: seconds, onChoose: onSpeed }}
    />
  );
}
