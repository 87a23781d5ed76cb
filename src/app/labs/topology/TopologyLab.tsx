import { Button, Tooltip } from '@mantine/core';
import { useLayoutEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { formatBox } from '../../../core/formatNumber.ts';
import { describeGrid, describeSublevels } from '../../../core/topology/describeSublevels.ts';
import { MOST_SUBLEVEL_VARIABLES } from '../../../scenario/experiments/sublevelDefaults.ts';
import { setView } from '../../../store/edits.ts';
import { cancelTopology, followTopology, restartTopology } from '../../../store/followTopology.ts';
import { resultsStore } from '../../../store/resultsStore.ts';
import { edit, openLab, scenarioStore } from '../../../store/scenarioStore.ts';
import { topologyStore } from '../../../store/topologyStore.ts';
import { useElementSize } from '../../../views/useElementSize.ts';
import { FailureBoundary } from '../../shell/FailureBoundary.tsx';
import { useRoom } from '../../shell/useRoom.ts';
import { drawingTheme } from '../../theme.ts';
import { useThemeName } from '../../useThemeName.ts';
import { LayoutSwitch, useLayout } from '../../views/LayoutSwitch.tsx';
import lab from '../escape/EscapeLab.module.css';
import { LabSentence } from '../escape/LabSentence.tsx';
import { BarrierLine } from './BarrierLine.tsx';
import { levelWords } from './countWords.ts';
import { SimpleClaim } from './SimpleClaim.tsx';
import classes from './TopologyLab.module.css';
import { TopologyPlane } from './TopologyPlane.tsx';
import { TopologySpace } from './TopologySpace.tsx';
import { TopologyTree } from './TopologyTree.tsx';
import { type Topology, useReadLevel, useSublevel, useTopology, useTopologySetting } from './useTopology.ts';

/** Two landscapes and the tree have room from this width on, in pixels at scale 1. */
const LEAST_BOTH = 704;

/** How many valleys there are below u: components of sublevel sets, their merge tree, spurious valleys. */
export default function TopologyLab({ presenting }: { readonly presenting: boolean }) {
  const title = useStore(scenarioStore, (state) => state.scenario.title);
  const topology = useTopology();
  const theme = useThemeName();
  const room = useRoom(theme);
  const host = useRef<HTMLElement>(null);
  const size = useElementSize(host);
  const oneView = room.oneView || (size !== null && size.width < LEAST_BOTH * drawingTheme(theme).scale);
  // Before anything is painted, because what is not begun yet would look as if there were nothing.
  useLayoutEffect(followTopology, []);
  return (
    <main ref={host} id="views" className={`${lab.lab} ${presenting ? lab.brief : ''}`} tabIndex={-1}>
      {presenting ? (
        <h1 className={lab.title}>{title ?? 'Sublevel sets'}</h1>
      ) : (
        <header className={lab.header}>
          {topology?.forest.axes.length === 2 && <LayoutSwitch oneView={oneView} />}
          {topology && <SimpleClaim topology={topology} />}
        </header>
      )}
      <FailureBoundary what="The sublevel sets">
        <Picture {...{ topology, oneView, presenting }} isOneBelow={room.oneView} />
        <TopologySentence {...{ topology, oneView, presenting }} />
      </FailureBoundary>
    </main>
  );
}

/** Joins below this part of a linear scale are told apart on a logarithmic one only. */
const CROWDED = 0.25;

interface LogScaleButtonProps {
  readonly topology: Topology;
  readonly hasBar: boolean;
}

/** Offers the logarithmic scale where all joins crowd at the bottom of a linear one; the tree is empty above them. */
function LogScaleButton({ topology: { tree, scale }, hasBar }: LogScaleButtonProps) {
  const top = tree.merges.at(-1);
  if (scale.kind === 'log' || !top || scale.toUnit(top.value) > CROWDED) return null;
  return (
    <Tooltip label="Tells the joins at the bottom apart: logarithmic in f above its least value.">
      <Button
        size="compact-sm"
        variant="default"
        className={classes.spread}
        data-bar={hasBar}
        onClick={() => edit(setView({ scale: 'log' }))}
      >
        Log scale
      </Button>
    </Tooltip>
  );
}

/** The pictures that there are: of three variables one in space only, of one variable the graph. */
function useShownLayout(topology: Topology | null, oneView: boolean): ReturnType<typeof useLayout> {
  const chosen = useLayout(oneView);
  const variables = topology?.forest.axes.length ?? 2;
  return variables === 3 ? 'surface' : variables === 1 ? 'contour' : chosen;
}

interface PictureProps {
  readonly topology: Topology | null;
  readonly oneView: boolean;
  /** Whether the tree stands below the other, away from its colour bar. */
  readonly isOneBelow: boolean;
  readonly presenting: boolean;
}

/** Contour or graph, surface or isosurface, and beside them the tree. */
function Picture({ topology, oneView, isOneBelow, presenting }: PictureProps) {
  const refusal = useStore(topologyStore, (state) => state.refusal);
  const name = useStore(resultsStore, (state) => state.landscape?.name ?? 'the landscape');
  const hasMany = useStore(resultsStore, (state) => (state.landscape?.dimension ?? 0) > MOST_SUBLEVEL_VARIABLES);
  const layout = useShownLayout(topology, oneView);
  if (!topology) {
    return (
      <div className={classes.view}>
        <div className={classes.waiting}>
          <output>{refusal ?? `Finding the sublevel sets of ${name}…`}</output>
          {refusal !== null && hasMany && (
            <Button size="compact-sm" variant="default" onClick={() => openLab('paths')}>
              Look for a path between two points instead
            </Button>
          )}
        </div>
      </div>
    );
  }
  const hasBar = layout === 'surface' || isOneBelow;
  return (
    <div className={classes.picture} data-layout={layout}>
      <div className={classes.views}>
        {layout !== 'surface' && (
          <div className={classes.view} data-view="contour">
            <TopologyPlane topology={topology} />
          </div>
        )}
        {layout !== 'contour' && (
          <div className={classes.view} data-view="surface">
            <TopologySpace topology={topology} />
          </div>
        )}
      </div>
      <div className={classes.tree} data-view="tree">
        <TopologyTree topology={topology} hasBar={hasBar} />
        {!presenting && <LogScaleButton topology={topology} hasBar={hasBar} />}
      </div>
    </div>
  );
}

interface TopologySentenceProps {
  readonly topology: Topology | null;
  readonly oneView: boolean;
  readonly presenting: boolean;
}

function TopologySentence({ topology, oneView, presenting }: TopologySentenceProps) {
  const progress = useStore(topologyStore, (state) => state.progress);
  const [a, b] = useTopologySetting('between') ?? [];
  const takesPoints = useShownLayout(topology, oneView) !== 'surface';
  const isPartial = topology !== null && !topology.found.isWhole && progress === null;
  // An audience is not told how to ask, only the answer.
  const isAsked = a?.some((coordinate, i) => coordinate !== b?.[i]) ?? false;
  return (
    <>
      {topology && <Refusal topology={topology} />}
      {topology && (!presenting || isAsked) && (
        <div className={presenting ? classes.answer : undefined}>
          <BarrierLine {...{ topology, takesPoints }} />
        </div>
      )}
      <LabSentence
        sentence={topology ? <Words topology={topology} presenting={presenting} /> : ''}
        state={isPartial ? 'Partial: the search was ended before it was done.' : null}
        progress={progress}
        label="Sublevel sets found"
        onCancel={cancelTopology}
        onRestart={restartTopology}
      />
    </>
  );
}

/** Why nothing is found for what is asked now, and of what the pictures are that stay. */
function Refusal({ topology: { found, forest } }: { readonly topology: Topology }) {
  const refusal = useStore(topologyStore, (state) => state.refusal);
  return (
    // Empty while there is nothing to say, because what is read aloud must be there before its words are.
    <div aria-live="polite" data-testid="refusal">
      {refusal !== null && (
        <p className={classes.refusal}>
          <strong>{refusal}</strong> What is shown stays as it was: {describeGrid(forest)} in {formatBox(found.box)}.
        </p>
      )}
    </div>
  );
}

function Words({ topology, presenting }: { readonly topology: Topology; readonly presenting: boolean }) {
  const level = useReadLevel(topology);
  const sublevel = useSublevel(topology, level);
  // Which minima are the lowest is not known before the comparison.
  const { births, merges } = topology.tree;
  const span = (merges.at(-1)?.value ?? Number.NaN) - (births[0] as number);
  const found = levelWords(sublevel, span, topology.forest.comparedWith !== null);
  return presenting ? found : `${found} ${describeSublevels(topology.forest, topology.tree)}`;
}
