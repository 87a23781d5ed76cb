import { useLayoutEffect } from 'react';
import { useStore } from 'zustand';
import { followEscape } from '../../../store/followEscape.ts';
import { scenarioStore } from '../../../store/scenarioStore.ts';
import { FailureBoundary } from '../../shell/FailureBoundary.tsx';
import { EscapeKey } from './EscapeKey.tsx';
import classes from './EscapeLab.module.css';
import { ExperimentView } from './ExperimentView.tsx';
import { RaceView } from './RaceView.tsx';
import { ViewSwitch } from './ViewSwitch.tsx';

/** The Escape lab's page: what saddles in a row cost, as an experiment over many runs or as a race of single ones. */
export default function EscapeLab({ presenting }: { readonly presenting: boolean }) {
  const isRace = useStore(scenarioStore, (state) => state.escape.view?.race ?? false);
  const title = useStore(scenarioStore, (state) => state.escape.title);
  // Before anything is painted, because what is not begun yet would look as if it had been cancelled.
  useLayoutEffect(followEscape, []);
  return (
    <main id="views" className={`${classes.lab} ${presenting ? classes.presenting : ''}`} tabIndex={-1}>
      {presenting && <h1 className={classes.title}>{title ?? 'What a saddle costs'}</h1>}
      <header className={classes.header} data-race={isRace}>
        {!presenting && <ViewSwitch />}
        <EscapeKey />
      </header>
      <FailureBoundary what={isRace ? 'The race' : 'The experiment'}>
        {isRace ? <RaceView presenting={presenting} /> : <ExperimentView presenting={presenting} />}
      </FailureBoundary>
    </main>
  );
}
