import { Menu } from '@mantine/core';
import { FileJson } from 'lucide-react';
import { compute } from '../../../store/compute.ts';
import { isCurrentTopology } from '../../../store/followTopology.ts';
import { resultsStore } from '../../../store/resultsStore.ts';
import { scenarioStore } from '../../../store/scenarioStore.ts';
import { topologyScenario } from '../../../store/topologyScenario.ts';
import { topologyStore } from '../../../store/topologyStore.ts';
import { download } from '../../share/download.ts';
import { PictureItems, type PictureView } from '../../share/PictureItems.tsx';
import { useLayout } from '../../views/LayoutSwitch.tsx';
import { useTopology } from './useTopology.ts';

const STEM = 'sublevel-topology';
const CONTOUR: PictureView = { view: 'contour', name: 'Contour' };
const SPACE: PictureView = { view: 'surface', name: 'Surface' };
const TREE: PictureView = { view: 'tree', name: 'Merge tree' };

async function saveReport(): Promise<void> {
  const { found } = topologyStore.getState();
  const { landscape } = resultsStore.getState();
  if (!found || !landscape) return;
  try {
    const { scenario, topology } = scenarioStore.getState();
    const payload = { scenario: topologyScenario(scenario, topology), landscape, forest: found.forest };
    const blob = await compute.run('exportSublevels', payload, { lane: 'exportSublevels' });
    download(blob, `${STEM}-report.json`);
  } catch (error) {
    compute.report(error, 'The report could not be exported');
  }
}

/** Pictures on screen, and the report. */
export default function TopologyExportItems() {
  const topology = useTopology();
  const layout = useLayout(false);
  const variables = topology?.forest.axes.length ?? 2;
  const views = [
    ...(variables < 3 && layout !== 'surface' ? [CONTOUR] : []),
    ...(variables === 3 || (variables === 2 && layout !== 'contour') ? [SPACE] : []),
    TREE,
  ];
  const isReady = topology?.found.isWhole === true && isCurrentTopology(topology.found.key);
  return (
    <>
      <PictureItems views={topology ? views : []} fileStem={STEM} />
      <Menu.Divider />
      <Menu.Label>Components, merge tree, valleys</Menu.Label>
      <Menu.Item leftSection={<FileJson size={16} />} disabled={!isReady} onClick={() => void saveReport()}>
        JSON report, as the command line prints it
      </Menu.Item>
    </>
  );
}
