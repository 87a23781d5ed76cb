import { pathsStore } from '../../../store/pathsStore.ts';

/** Draws the path of a method beside the one that is searched, or takes it away. */
export const togglePeer = (id: string): void =>
  pathsStore.setState(({ shownPeers }) => ({
    shownPeers: shownPeers.includes(id) ? shownPeers.filter((other) => other !== id) : [...shownPeers, id],
  }));
