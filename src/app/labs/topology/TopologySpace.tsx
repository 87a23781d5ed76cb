import type { Topology } from './useTopology.ts';

export function TopologySpace({ topology }: { readonly topology: Topology }) {
  return <p>{topology.forest.axes.length}</p>;
}
