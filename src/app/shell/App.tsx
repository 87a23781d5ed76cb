import { lazy, Suspense, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { whenNoticed } from '../../store/notices.ts';
import { preferencesStore } from '../../store/preferencesStore.ts';
import { resultsStore } from '../../store/resultsStore.ts';
import { scenarioStore } from '../../store/scenarioStore.ts';
import { handleShortcut } from '../shortcuts.ts';
import { ThemeProvider } from '../ThemeProvider.tsx';
import { useThemeName } from '../useThemeName.ts';
import { ChartsStrip } from '../views/ChartsStrip.tsx';
import { LandscapeViews } from '../views/LandscapeViews.tsx';
import classes from './App.module.css';
import type { SideDrawerProps } from './Dialogs.tsx';
import { LeftPanel } from './LeftPanel.tsx';
import { MethodKey } from './MethodKey.tsx';
import { RightPanel } from './RightPanel.tsx';
import { Sentence } from './Sentence.tsx';
import { TopBar } from './TopBar.tsx';
import { Transport } from './Transport.tsx';
import { useFileDrop } from './useFileDrop.ts';
import { type Room, useRoom } from './useRoom.ts';
import { useSceneClaim } from './useSceneClaim.ts';

/** Its code comes with the first notice. */
const Notices = lazy(() => import('./Notices.tsx'));
const Dialogs = lazy(() => import('./Dialogs.tsx'));
/** Not where the panels have room of their own. */
const SideDrawer = lazy(() => import('./Dialogs.tsx').then(({ SideDrawer }) => ({ default: SideDrawer })));
const EscapeLab = lazy(() => import('../labs/escape/EscapeLab.tsx'));
const EscapeControls = lazy(() => import('../labs/escape/EscapeControls.tsx'));
const ComparisonLab = lazy(() => import('../labs/comparison/ComparisonLab.tsx'));
const ComparisonControls = lazy(() => import('../labs/comparison/ComparisonControls.tsx'));

const TopologyLab = lazy(() => import('../labs/topology/TopologyLab.tsx'));
const TopologyControls = lazy(() => import('../labs/topology/TopologyControls.tsx'));
const PathsLab = lazy(() => import('../labs/paths/PathsLab.tsx'));
const PathsControls = lazy(() => import('../labs/paths/PathsControls.tsx'));

/** The pages of the labs whose code comes when they are opened. */
const LATER = {
  escape: { Controls: EscapeControls, Page: EscapeLab },
  comparison: { Controls: ComparisonControls, Page: ComparisonLab },
  topology: { Controls: TopologyControls, Page: TopologyLab },
  paths: { Controls: PathsControls, Page: PathsLab },
};

function Announcer() {
  const announcement = useStore(resultsStore, (state) => state.announcement);
  return (
    <div className={classes.announcer} role="status" aria-live="polite">
      {announcement}
    </div>
  );
}

function Centre({ room, presenting }: { readonly room: Room; readonly presenting: boolean }) {
  const chartsOpen = useStore(preferencesStore, (state) => state.chartsOpen);
  const title = useStore(scenarioStore, (state) => state.scenario.title);
  // A claim is told in the sentence; without methods there is nothing to play and nothing to chart.
  const claim = useSceneClaim();
  return (
    <main id="views" className={classes.centre} tabIndex={-1}>
      {presenting && (
        <header>
          <h1 className={classes.sceneTitle}>{title ?? ''}</h1>
          <MethodKey />
        </header>
      )}
      <LandscapeViews oneView={room.oneView} />
      <Sentence />
      {claim === null && <Transport />}
      {!presenting && (claim === null || room.oneView) && (
        <ChartsStrip open={chartsOpen} oneChart={room.oneView} empty={claim !== null} />
      )}
    </main>
  );
}

/** A panel beside the views where there is room for it, else a drawer over them. */
function Side({ docked, ...panel }: SideDrawerProps & { readonly docked: boolean }) {
  const { side, open, title, children } = panel;
  if (!docked) {
    return (
      <Suspense>
        <SideDrawer {...panel} />
      </Suspense>
    );
  }
  return open ? (
    <aside className={classes[side]} aria-label={title}>
      {children}
    </aside>
  ) : null;
}

const setDrawer = (drawer: 'left' | 'right' | null) => resultsStore.setState({ drawer });

function Page() {
  const room = useRoom(useThemeName());
  const presenting = useStore(resultsStore, (state) => state.presenting);
  const lab = useStore(scenarioStore, (state) => state.lab);
  const later = lab === 'descent' ? null : LATER[lab];
  const dialogs = useStore(resultsStore, (state) => state.helpOpen || state.galleryOpen);
  const preferences = useStore(preferencesStore);
  const drawer = useStore(resultsStore, (state) => state.drawer);
  const galleryOpen = useStore(resultsStore, (state) => state.galleryOpen);
  useEffect(() => {
    // What is chosen there must not open under a drawer.
    if (galleryOpen) setDrawer(null);
  }, [galleryOpen]);
  const [isNoticed, setNoticed] = useState(false);
  useEffect(() => whenNoticed(() => setNoticed(true)), []);
  useFileDrop();
  useEffect(() => {
    document.addEventListener('keydown', handleShortcut);
    return () => document.removeEventListener('keydown', handleShortcut);
  }, []);
  const leftOpen = room.leftDocked ? preferences.leftPanelOpen : drawer === 'left';
  const rightOpen = room.rightDocked ? preferences.rightPanelOpen : drawer === 'right';
  const setLeft = (open: boolean) =>
    room.leftDocked ? preferencesStore.setState({ leftPanelOpen: open }) : setDrawer(open ? 'left' : null);
  const setRight = (open: boolean) =>
    room.rightDocked ? preferencesStore.setState({ rightPanelOpen: open }) : setDrawer(open ? 'right' : null);
  return (
    <div className={`${classes.app} ${presenting ? classes.presenting : ''}`}>
      <button type="button" className={classes.skip} onClick={() => document.getElementById('views')?.focus()}>
        Skip to the landscape
      </button>
      {!presenting && (
        <div className={classes.top}>
          <TopBar
            oneView={room.oneView}
            leftOpen={leftOpen}
            rightOpen={rightOpen}
            onToggleLeft={() => setLeft(!leftOpen)}
            onToggleRight={() => setRight(!rightOpen)}
          />
        </div>
      )}
      {!presenting && (
        <Side side="left" docked={room.leftDocked} open={leftOpen} onClose={() => setLeft(false)} title="Controls">
          {later ? (
            <Suspense>
              <later.Controls />
            </Suspense>
          ) : (
            <LeftPanel />
          )}
        </Side>
      )}
      {later ? (
        <Suspense fallback={<main id="views" className={classes.centre} tabIndex={-1} />}>
          <later.Page presenting={presenting} />
        </Suspense>
      ) : (
        <Centre room={room} presenting={presenting} />
      )}
      {!presenting && !later && (
        <Side side="right" docked={room.rightDocked} open={rightOpen} onClose={() => setRight(false)} title="Inspector">
          <RightPanel />
        </Side>
      )}
      <Announcer />
      <Suspense>
        {isNoticed && <Notices overInspector={room.rightDocked && rightOpen && !presenting && !later} />}
      </Suspense>
      <Suspense>{dialogs && <Dialogs />}</Suspense>
    </div>
  );
}

/** The whole page. */
export function App() {
  const theme = useThemeName();
  return (
    <ThemeProvider name={theme}>
      <Page />
    </ThemeProvider>
  );
}
