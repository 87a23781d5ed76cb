import { useStore } from 'zustand';
import { pathMethods } from '../../../core/paths/registry.ts';
import { pathsStore } from '../../../store/pathsStore.ts';
import { resultsStore } from '../../../store/resultsStore.ts';
import { scenarioStore } from '../../../store/scenarioStore.ts';
import { StrokeSwatch } from '../../controls/StrokeSwatch.tsx';
import lab from '../escape/EscapeLab.module.css';
import classes from './PathsLab.module.css';
import { pathMethodName, pathMethodStroke } from './pathMethodLook.ts';
import { togglePeer } from './togglePeer.ts';

/** Draws the paths of the other methods beside the one that is searched, and takes them away; presenting, those shown. */
export function PeerToggles({ presenting }: { readonly presenting: boolean }) {
  const shown = useStore(pathsStore, (state) => state.shownPeers);
  const peers = useStore(pathsStore, (state) => state.peers);
  const chosen = useStore(scenarioStore, (state) => state.paths.method?.id ?? 'dynamic-string-sampling');
  const dimension = useStore(resultsStore, (state) => state.landscape?.dimension ?? 2);
  const others = pathMethods.filter(
    ({ id, dimension: only }) =>
      id !== chosen && (only === null || only === dimension) && (!presenting || shown.includes(id)),
  );
  if (others.length === 0) return null;
  return (
    <fieldset className={`${lab.toggles} ${classes.toggles}`} aria-label="Paths of other methods shown">
      {others.map(({ id }) => (
        <button
          key={id}
          type="button"
          className={lab.toggle}
          aria-pressed={shown.includes(id)}
          disabled={peers === null}
          onClick={() => togglePeer(id)}
        >
          <StrokeSwatch stroke={pathMethodStroke(id)} withMarker={false} /> {pathMethodName(id)}
        </button>
      ))}
    </fieldset>
  );
}
