import { useStore } from 'zustand';
import { setPaths } from '../../../store/pathsEdits.ts';
import { editPaths, scenarioStore } from '../../../store/scenarioStore.ts';
import { FailureBoundary } from '../../shell/FailureBoundary.tsx';
import lab from '../escape/EscapeLab.module.css';
import { LengthsView } from './LengthsView.tsx';
import { PathView } from './PathView.tsx';
import { PeerToggles } from './PeerToggles.tsx';

/** Paths inside sublevel sets of the landscape that is shown: one between two ends, or their lengths against level. */
export default function PathsLab({ presenting }: { readonly presenting: boolean }) {
  const title = useStore(scenarioStore, (state) => state.scenario.title);
  const isLengths = useStore(scenarioStore, (state) => state.paths.lengths ?? false);
  return (
    <main id="views" className={`${lab.lab} ${presenting ? lab.presenting : ''}`} tabIndex={-1}>
      {presenting && <h1 className={lab.title}>{title ?? 'Paths below a level'}</h1>}
      <header className={lab.header}>
        {!presenting && <ViewSwitch />}
        {!isLengths && <PeerToggles presenting={presenting} />}
      </header>
      <FailureBoundary what={isLengths ? 'The curve of lengths' : 'The path'}>
        {isLengths ? <LengthsView presenting={presenting} /> : <PathView presenting={presenting} />}
      </FailureBoundary>
    </main>
  );
}

const VIEWS = [
  { name: 'One path', lengths: false },
  { name: 'Length against level', lengths: true },
] as const;

function ViewSwitch() {
  const shown = useStore(scenarioStore, (state) => state.paths.lengths ?? false);
  return (
    <fieldset className={lab.switch}>
      <legend className={lab.legend}>View</legend>
      {VIEWS.map(({ name, lengths }) => (
        <button
          key={name}
          type="button"
          className={lab.choice}
          aria-pressed={shown === lengths}
          onClick={() => shown !== lengths && editPaths(setPaths({ lengths: lengths || undefined }))}
        >
          {name}
        </button>
      ))}
    </fieldset>
  );
}
