import { Menu } from '@mantine/core';
import { FileJson, FileSpreadsheet, Image, Shapes } from 'lucide-react';
import { useStore } from 'zustand';
import { compute } from '../../store/compute.ts';
import { shareable } from '../../store/descentPlan.ts';
import { notify } from '../../store/notices.ts';
import { preferencesStore } from '../../store/preferencesStore.ts';
import { scenarioStore } from '../../store/scenarioStore.ts';
import { download } from './download.ts';

/** Pixels of a PNG per CSS pixel: sharp in print and on a slide. */
const PNG_SCALE = 2;

interface View {
  /** Value of the element's `data-view`. */
  readonly view: string;
  readonly name: string;
}

const LANDSCAPE_VIEWS: { readonly [layout: string]: readonly View[] } = {
  contour: [{ view: 'contour', name: 'Contour' }],
  surface: [{ view: 'surface', name: 'Surface' }],
  both: [
    { view: 'contour', name: 'Contour' },
    { view: 'surface', name: 'Surface' },
  ],
};

const CHARTS: readonly View[] = [
  { view: 'chart-0', name: 'Chart of f − f*' },
  { view: 'chart-1', name: 'Chart of ‖∇f‖' },
  { view: 'chart-2', name: 'Chart of λ_min' },
];

const fileStem = () => `sublevel-${scenarioStore.getState().scenario.landscape.id}`;

async function saveImage({ view, name }: View, format: 'png' | 'svg'): Promise<void> {
  try {
    const host = document.querySelector<HTMLElement>(`[data-view="${view}"]`);
    if (!host) throw new Error('it is not on screen at the moment');
    const { exportImage } = await import('../../views/exportImage.ts');
    const blob = await exportImage(host, { format, scale: PNG_SCALE, title: name });
    download(blob, `${fileStem()}-${view}.${format}`);
  } catch (error) {
    notify({ kind: 'error', text: `${name}: ${error instanceof Error ? error.message : String(error)}` });
  }
}

async function saveRuns(format: 'csv' | 'json'): Promise<void> {
  try {
    const scenario = shareable(scenarioStore.getState().scenario);
    const blob = await compute.run('exportRuns', { scenario, format }, { lane: 'exportRuns' });
    download(blob, `${fileStem()}-runs.${format}`);
  } catch (error) {
    compute.report(error, 'The runs could not be exported');
  }
}

/** Pictures of every view on screen, and the runs as tables. */
export function ExportMenuItems() {
  const layout = useStore(scenarioStore, (state) => state.scenario.view?.layout ?? 'contour');
  const chartsOpen = useStore(preferencesStore, (state) => state.chartsOpen);
  const views = [...(LANDSCAPE_VIEWS[layout] ?? []), ...(chartsOpen ? CHARTS : [])];
  return (
    <>
      {(['png', 'svg'] as const).map((format) => (
        <div key={format}>
          <Menu.Label>{format.toUpperCase()} picture</Menu.Label>
          {views.map((view) => (
            <Menu.Item
              key={view.view}
              leftSection={format === 'png' ? <Image size={16} /> : <Shapes size={16} />}
              onClick={() => void saveImage(view, format)}
            >
              {view.name}
            </Menu.Item>
          ))}
        </div>
      ))}
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
