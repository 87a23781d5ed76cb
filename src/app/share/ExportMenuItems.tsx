import { Menu } from '@mantine/core';
import { FileJson, FileSpreadsheet } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useStore } from 'zustand';
import { compute } from '../../store/compute.ts';
import { shareable } from '../../store/descentPlan.ts';
import { preferencesStore } from '../../store/preferencesStore.ts';
import { scenarioStore } from '../../store/scenarioStore.ts';
import { download } from './download.ts';
import { PictureItems, type PictureView } from './PictureItems.tsx';

const LATER = {
  escape: lazy(() => import('../labs/escape/EscapeExportItems.tsx')),
  comparison: lazy(() => import('../labs/comparison/ComparisonExportItems.tsx')),
  topology: lazy(() => import('../labs/topology/TopologyExportItems.tsx')),
  paths: lazy(() => import('../labs/paths/PathsExportItems.tsx')),
};

const LANDSCAPE_VIEWS: { readonly [layout: string]: readonly PictureView[] } = {
  contour: [{ view: 'contour', name: 'Contour' }],
  surface: [{ view: 'surface', name: 'Surface' }],
  both: [
    { view: 'contour', name: 'Contour' },
    { view: 'surface', name: 'Surface' },
  ],
};

const CHARTS: readonly PictureView[] = [
  { view: 'chart-0', name: 'Chart of f − f*' },
  { view: 'chart-1', name: 'Chart of ‖∇f‖' },
  { view: 'chart-2', name: 'Chart of λ_min' },
];

const fileStem = () => `sublevel-${scenarioStore.getState().scenario.landscape.id}`;

async function saveRuns(format: 'csv' | 'json'): Promise<void> {
  try {
    const scenario = shareable(scenarioStore.getState().scenario);
    const blob = await compute.run('exportRuns', { scenario, format }, { lane: 'exportRuns' });
    download(blob, `${fileStem()}-runs.${format}`);
  } catch (error) {
    compute.report(error, 'The runs could not be exported');
  }
}

/** What the open lab has to save. */
export function ExportMenuItems() {
  const lab = useStore(scenarioStore, (state) => state.lab);
  if (lab === 'descent') return <DescentItems />;
  const Items = LATER[lab];
  return (
    <Suspense>
      <Items />
    </Suspense>
  );
}

/** Pictures of every view on screen, and the runs as tables. */
function DescentItems() {
  const layout = useStore(scenarioStore, (state) => state.scenario.view?.layout ?? 'contour');
  const chartsOpen = useStore(preferencesStore, (state) => state.chartsOpen);
  const views = [...(LANDSCAPE_VIEWS[layout] ?? []), ...(chartsOpen ? CHARTS : [])];
  return (
    <>
      <PictureItems views={views} fileStem={fileStem()} />
      <Menu.Divider />
      <Menu.Label>Runs</Menu.Label>
      <Menu.Item leftSection={<FileSpreadsheet size={16} />} onClick={() => void saveRuns('csv')}>
        CSV, a line for each iterate
      </Menu.Item>
      <Menu.Item leftSection={<FileJson size={16} />} onClick={() => void saveRuns('json')}>
        JSON report, as the command line prints it
      </Menu.Item>
    </>
  );
}
