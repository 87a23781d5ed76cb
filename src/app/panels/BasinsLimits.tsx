import { useStore } from 'zustand';
import type { BasinMap } from '../../store/BasinsSweep.ts';
import { resultsStore } from '../../store/resultsStore.ts';
import { areaColour, inkOn } from '../../views/basinColours.ts';
import { formatFull, formatNumber } from '../../views/formatNumber.ts';
import { formatShare } from '../../views/formatShare.ts';
import { pointMarks } from '../../views/pointMarks.ts';
import type { BasinLimit } from '../../views/types.ts';
import { useBasins } from '../views/useBasins.ts';
import classes from './BasinsPanel.module.css';
import { saddleSentence, startsSentence } from './basinSentences.ts';

/** More limits than this are counted, not listed. */
const LISTED = 24;

/** The limits of the map with their shares, the most frequent first, and what does not end in a minimum. */
export function BasinsLimits() {
  const map = useStore(resultsStore, (state) => state.basins);
  const basins = useBasins();
  if (!map || !basins) return null;
  const limits = basins.limits.toSorted((a, b) => b.share - a.share);
  const rest = limits.slice(LISTED);
  const restShare = rest.reduce((sum, { share }) => sum + share, 0);
  return (
    <div data-testid="basin-limits" data-whole={map.isWhole}>
      <ul className={classes.list}>
        {limits.slice(0, LISTED).map((limit) => (
          <LimitRow key={limit.position.join(' ')} limit={limit} />
        ))}
        {rest.length > 0 && (
          <li className={classes.rest}>
            <span>and {rest.length} more</span>
            <span data-share={restShare}>{formatShare(restShare)}</span>
          </li>
        )}
        <li className={classes.rest}>
          <span>
            <span className={classes.hatched} aria-hidden="true" />
            no limit within {map.maxIterations} iterations
          </span>
          <span data-share={map.noneShare}>{formatShare(map.noneShare)}</span>
        </li>
      </ul>
      <Words map={map} />
    </div>
  );
}

function Words({ map }: { readonly map: BasinMap }) {
  return (
    <>
      <p className={classes.note}>{saddleSentence(map)}</p>
      <p className={classes.note}>{startsSentence(map)}</p>
    </>
  );
}

function LimitRow({ limit }: { readonly limit: BasinLimit }) {
  const { position, type, share, slot } = limit;
  const inspect = () =>
    resultsStore.setState({
      heldPoint: { x: Float64Array.from(position), name: `${type[0]?.toUpperCase()}${type.slice(1)}` },
      pinned: null,
    });
  return (
    <li>
      <button
        type="button"
        className={classes.limit}
        title={`Inspect the ${type} at (${position.map(formatFull).join(', ')})`}
        onClick={inspect}
      >
        <span
          className={classes.swatch}
          style={{ background: areaColour(slot), color: inkOn(slot) }}
          role="img"
          aria-label={type}
        >
          {pointMarks[type]}
        </span>
        <span className={classes.place}>({position.map((value) => formatNumber(value)).join(', ')})</span>
        <span className={classes.share} data-share={share}>
          {formatShare(share)}
        </span>
      </button>
    </li>
  );
}
