import { Menu } from '@mantine/core';
import { FileJson, FileSpreadsheet } from 'lucide-react';
import { useStore } from 'zustand';
import { compute } from '../../../store/compute.ts';
import { escapeStore } from '../../../store/escapeStore.ts';
import { isSameWork } from '../../../store/followEscape.ts';
import { scenarioStore } from '../../../store/scenarioStore.ts';
import { download } from '../../share/download.ts';
import { PictureItems, type PictureView } from '../../share/PictureItems.tsx';

const EXPERIMENT: readonly PictureView[] = [
  { view: 'escape-chart-0', name: 'Chart over the saddles' },
  { view: 'escape-chart-1', name: 'Chart over the dimensions' },
];

const RACE: readonly PictureView[] = [
  { view: 'race-chart-0', name: 'Chart of f' },
  { view: 'race-chart-1', name: 'Chart of the coordinates’ sizes' },
  { view: 'race-tube', name: 'Tube' },
];

const STEM = 'sublevel-escape';

async function saveRows(format: 'csv' | 'json'): Promise<void> {
  const found = escapeStore.getState().experiment;
  if (!found) return;
  try {
    const payload = { scenario: found.of, found: found.result, format };
    const blob = await compute.run('exportEscape', payload, { lane: 'exportEscape' });
    download(blob, `${STEM}-rows.${format}`);
  } catch (error) {
    compute.report(error, 'The rows could not be exported');
  }
}

/** Pictures of the charts on screen, and what the experiment found. */
export default function EscapeExportItems() {
  const isRace = useStore(scenarioStore, (state) => state.escape.view?.race ?? false);
  const scenario = useStore(scenarioStore, (state) => state.escape);
  const found = useStore(escapeStore, (state) => state.experiment);
  const isReport = found?.isWhole === true && isSameWork(found.of, scenario);
  return (
    <>
      <PictureItems views={isRace ? RACE : EXPERIMENT} fileStem={STEM} />
      <Menu.Divider />
      <Menu.Label>Rows of the experiment</Menu.Label>
      <Menu.Item
        leftSection={<FileSpreadsheet size={16} />}
        disabled={found === null}
        onClick={() => void saveRows('csv')}
      >
        {found?.isWhole === false ? 'CSV of what was found so far' : 'CSV, a line for each saddle'}
      </Menu.Item>
      <Menu.Item leftSection={<FileJson size={16} />} disabled={!isReport} onClick={() => void saveRows('json')}>
        JSON report, as the command line prints it
      </Menu.Item>
    </>
  );
}
