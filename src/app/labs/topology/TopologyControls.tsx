import { ShownLandscape } from '../../shell/ShownLandscape.tsx';
import { BarrierSection } from './BarrierSection.tsx';
import { GridSection } from './GridSection.tsx';
import { LevelSection } from './LevelSection.tsx';
import { TopologyView } from './TopologyView.tsx';
import { useTopology } from './useTopology.ts';
import { ValleysSection } from './ValleysSection.tsx';

/** The left panel of the Topology lab: of which landscape, on which grid, below which level, and what was found. */
export default function TopologyControls() {
  const topology = useTopology();
  return (
    <>
      <ShownLandscape />
      {topology && <LevelSection topology={topology} />}
      <GridSection topology={topology} />
      {topology && <ValleysSection topology={topology} />}
      {topology && <BarrierSection topology={topology} />}
      <TopologyView />
    </>
  );
}
