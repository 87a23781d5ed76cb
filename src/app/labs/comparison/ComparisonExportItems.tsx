import { Menu } from '@mantine/core';
import { FileJson, FileSpreadsheet } from 'lucide-react';
import { comparisonStore } from '../../../store/comparisonStore.ts';
import { compute } from '../../../store/compute.ts';
import { download } from '../../share/download.ts';
import { PictureItems, type PictureView } from '../../share/PictureItems.tsx';
import { useFoundComparison } from './useComparison.ts';

const VIEWS: readonly PictureView[] = [
  { view: 'comparison-chart-0', name: 'Chart of arrivals' },
  { view: 'comparison-chart-1', name: 'Chart of f − f*' },
];

const STEM = 'sublevel-comparison';

async function saveRows(format: 'csv' | 'json'): Promise<void> {
  const { found } = comparisonStore.getState();
  if (!found) return;
  try {
    const payload = { scenario: found.of, rows: found.result.rows, format };
    const blob = await compute.run('exportComparison', payload, { lane: 'exportComparison' });
    download(blob, `${STEM}-rows.${format}`);
  } catch (error) {
    compute.report(error, 'The rows could not be exported');
  }
}

/** Pictures of the charts on screen, and what the comparison found. */
export default function ComparisonExportItems() {
  const { found, isCurrent } = useFoundComparison();
  return (
    <>
      <PictureItems views={VIEWS} fileStem={STEM} />
      <Menu.Divider />
      <Menu.Label>Rows of the comparison</Menu.Label>
      <Menu.Item
        leftSection={<FileSpreadsheet size={16} />}
        disabled={found === null}
        onClick={() => void saveRows('csv')}
      >
        {found?.isWhole === false ? 'CSV of what was found so far' : 'CSV, a line for each method'}
      </Menu.Item>
      <Menu.Item
        leftSection={<FileJson size={16} />}
        disabled={!found?.isWhole || !isCurrent}
        onClick={() => void saveRows('json')}
      >
        JSON report, as the command line prints it
      </Menu.Item>
    </>
  );
}
