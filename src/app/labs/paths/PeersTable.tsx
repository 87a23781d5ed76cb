import { Button } from '@mantine/core';
import { useStore } from 'zustand';
import { barrierAmong, excessOver } from '../../../scenario/methodPaths.ts';
import { isSamePath } from '../../../store/followPaths.ts';
import { pathsStore } from '../../../store/pathsStore.ts';
import { formatFull, formatNumber } from '../../../views/formatNumber.ts';
import type { PathPeer } from '../../../worker/jobs/pathPeers.ts';
import { ProgressLine } from '../../controls/ProgressLine.tsx';
import { StrokeSwatch } from '../../controls/StrokeSwatch.tsx';
import { useShownLater } from '../../controls/useShownLater.ts';
import table from '../escape/EscapeTable.module.css';
import { describePeers } from './describePeers.ts';
import classes from './PathsLab.module.css';
import { pathMethodName, pathMethodStroke, searchedStroke } from './pathMethodLook.ts';
import { togglePeer } from './togglePeer.ts';
import { usePathScenario } from './useShownPath.ts';

interface PeersTableProps {
  readonly onCompare: () => void;
  readonly onCancel: () => void;
}

/** Every path method between the same ends, in numbers. */
export function PeersTable({ onCompare, onCancel }: PeersTableProps) {
  const found = useStore(pathsStore, (state) => state.peers);
  const progress = useStore(pathsStore, (state) => state.peersProgress);
  const isLong = useShownLater(progress !== null);
  const isReady = useStore(pathsStore, ({ path, refusal }) => path !== null && refusal === null);
  const scenario = usePathScenario();
  const isCurrent = found !== null && isSamePath(found.of, scenario);
  const isOld = found !== null && !isCurrent;
  const peers = found?.peers ?? [];
  const barrier = barrierAmong(peers);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className={`${table.scroll} ${classes.table}`} tabIndex={0} aria-label="Table of the path methods">
      <div className={classes.tools}>
        {progress !== null && isLong && (
          <ProgressLine label="Methods compared" fraction={progress} onCancel={onCancel} />
        )}
        {progress === null && isReady && !(isCurrent && found?.isWhole) && (
          <Button size="compact-sm" variant="default" onClick={onCompare}>
            Compare the methods
          </Button>
        )}
      </div>
      <table className={`${table.table} ${classes.peers} ${isCurrent ? '' : classes.old}`}>
        <caption className={table.caption}>{describePeers(barrier, isOld)}</caption>
        <thead>
          <tr>
            <th scope="col" className={classes.method}>
              Method
            </th>
            <th scope="col">found</th>
            <th scope="col">maximum</th>
            <th scope="col">excess</th>
            <th scope="col">nor&shy;malised</th>
            <th scope="col">length</th>
            <th scope="col">tight</th>
            <th scope="col">evalu&shy;ations</th>
          </tr>
        </thead>
        <tbody>
          {peers.map((peer) => (
            <Line key={peer.method} peer={peer} barrier={barrier?.value ?? null} isOld={isOld} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The method with its line; a press draws its path beside the one that is searched, or takes it away. */
function PeerName({ method, isFound }: { readonly method: string; readonly isFound: boolean }) {
  const shown = useStore(pathsStore, (state) => state.shownPeers.includes(method));
  const isChosen = usePathScenario().experiment.method.id === method;
  const words = (
    <>
      <StrokeSwatch
        stroke={isChosen ? searchedStroke(isFound) : pathMethodStroke(method)}
        width={2}
        withMarker={false}
      />{' '}
      {pathMethodName(method)}
    </>
  );
  if (isChosen) return words;
  return (
    <button type="button" className={classes.name} aria-pressed={shown} onClick={() => togglePeer(method)}>
      {words}
    </button>
  );
}

interface LineProps {
  readonly peer: PathPeer;
  readonly barrier: number | null;
  /** Of settings from before. */
  readonly isOld: boolean;
}

function Line({ peer, barrier, isOld }: LineProps) {
  const { method, result, refusal } = peer;
  const name = (
    <th scope="row" className={`${table.word} ${classes.method}`}>
      <PeerName method={method} isFound={result?.status === 'connected'} />
    </th>
  );
  if (!result) {
    return (
      <tr data-method={method}>
        {name}
        <td colSpan={7} className={classes.refused}>
          {refusal}
        </td>
      </tr>
    );
  }
  const { status, maxValue, length, normalizedLength, shortened, evaluations } = result;
  const word = `${status === 'connected' ? 'connected' : 'not found'}${isOld ? ', with the settings before' : ''}`;
  const excess = barrier === null || Number.isNaN(maxValue) ? null : excessOver(barrier, maxValue);
  const total = evaluations.value + evaluations.gradient + evaluations.hvp;
  return (
    <tr data-method={method}>
      {name}
      <td>
        <span role="img" aria-label={word} title={word}>
          {status === 'connected' ? '✓' : '✗'}
        </span>
      </td>
      {Number.isNaN(maxValue) ? (
        <td title="f has no value somewhere on the path">no value</td>
      ) : (
        <td title={formatFull(maxValue)}>{formatNumber(maxValue)}</td>
      )}
      <td title={excess === null ? undefined : formatFull(excess)}>
        {excess === null ? '–' : formatNumber(excess, 2)}
      </td>
      <td title={formatFull(normalizedLength)}>{formatNumber(normalizedLength)}</td>
      <td title={formatFull(length)}>{formatNumber(length)}</td>
      <td title={shortened ? formatFull(shortened.normalizedLength) : undefined}>
        {shortened ? formatNumber(shortened.normalizedLength) : '–'}
      </td>
      <td title={`${evaluations.value} values, ${evaluations.gradient} gradients, ${evaluations.hvp} Hessian products`}>
        {total.toLocaleString('en')}
      </td>
    </tr>
  );
}
