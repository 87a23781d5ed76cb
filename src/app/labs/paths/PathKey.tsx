import { useStore } from 'zustand';
import { resultsStore } from '../../../store/resultsStore.ts';
import { FALLING, segmentLook } from '../../../views/pathLooks.ts';
import classes from './PathsLab.module.css';
import { useIsOld, useShownPath } from './useShownPath.ts';

/** What the lines of the path mean, those that are on screen. */
export function PathKey() {
  const shown = useShownPath();
  const dragging = useStore(resultsStore, (state) => state.dragging);
  const isOld = useIsOld(shown);
  if (!shown) return null;
  const states = [...new Set(shown.segments)].sort();
  const { shortened, highest, stuck } = shown.findings?.result ?? {};
  const isStuck = shown.stage === null && stuck?.bead;
  // Of one variable it covers the path itself.
  const isTight = shown.stage === null && shortened && highest?.length !== 1 && !dragging;
  return (
    <ul className={`${classes.key} ${isOld ? classes.old : ''}`}>
      {states.map((state) => {
        const { colour, dash, name } = segmentLook(state);
        return (
          <li key={state}>
            <Swatch colour={state === 0 ? 'currentColor' : colour} dash={dash} width={2.6} /> {name}
            {isOld && state !== 0 && ' of before'}
          </li>
        );
      })}
      {isTight && (
        <li>
          <Swatch colour="currentColor" dash="1 4" width={1.8} /> pulled tight
        </li>
      )}
      {isStuck && (
        <li>
          <svg viewBox="0 0 12 12" aria-hidden="true" className={classes.dot}>
            <circle cx="6" cy="6" r="5" fill={FALLING} stroke="currentColor" />
          </svg>{' '}
          bead that came no lower
        </li>
      )}
      <li>
        <span className={classes.faded} aria-hidden="true" /> f above u
      </li>
    </ul>
  );
}

function Swatch({ colour, dash, width }: { readonly colour: string; readonly dash: string; readonly width: number }) {
  return (
    <svg viewBox="0 0 32 12" aria-hidden="true" className={classes.swatch}>
      <line x1="1" x2="31" y1="6" y2="6" stroke={colour} strokeWidth={width} strokeDasharray={dash} />
    </svg>
  );
}
