import { Menu } from '@mantine/core';
import { FileJson, FileSpreadsheet } from 'lucide-react';
import { useStore } from 'zustand';
import { compute } from '../../../store/compute.ts';
import { pathsStore } from '../../../store/pathsStore.ts';
import { scenarioStore } from '../../../store/scenarioStore.ts';
import type { ExportPathsPayload } from '../../../worker/jobs/exportPaths.ts';
import { download } from '../../share/download.ts';
import { PictureItems, type PictureView } from '../../share/PictureItems.tsx';

const PATH: readonly PictureView[] = [
  { view: 'path-plane', name: 'Plane' },
  { view: 'path-energy', name: 'Value along the path' },
];

const LENGTHS: readonly PictureView[] = [{ view: 'path-lengths', name: 'Length against level' }];

const STEM = 'sublevel-paths';

/** What is on screen, with its scenario; null where that is not all of it. */
function found(): Omit<ExportPathsPayload, 'format'> | null {
  const { path, lengths } = pathsStore.getState();
  if (scenarioStore.getState().paths.lengths)
    return lengths && { scenario: lengths.of, found: { curve: lengths.rows } };
  return path && !path.isQuick ? { scenario: path.of, found: { path: path.findings.result } } : null;
}

/** What all methods found, as far as they have come; null where they were not compared. */
function compared(): Omit<ExportPathsPayload, 'format'> | null {
  const { peers } = pathsStore.getState();
  return peers && { scenario: peers.of, found: { methods: peers.peers } };
}

async function save(payload: Omit<ExportPathsPayload, 'format'> | null, format: 'csv' | 'json', stem = STEM) {
  if (!payload) return;
  try {
    const blob = await compute.run('exportPaths', { ...payload, format }, { lane: 'exportPaths' });
    download(blob, `${stem}.${format}`);
  } catch (error) {
    compute.report(error, 'The path could not be exported');
  }
}

/** Pictures of what is on screen, and the path or the curve. */
export default function PathsExportItems() {
  const isLengths = useStore(scenarioStore, (state) => state.paths.lengths ?? false);
  const hasAny = useStore(pathsStore, ({ path, lengths }) => (isLengths ? lengths !== null : path !== null));
  const isCompared = useStore(pathsStore, ({ peers }) => (peers?.peers.length ?? 0) > 0);
  const isWhole = useStore(pathsStore, ({ path, lengths }) => (isLengths ? lengths?.isWhole : !path?.isQuick) === true);
  return (
    <>
      <PictureItems views={isLengths ? LENGTHS : PATH} fileStem={STEM} />
      <Menu.Divider />
      <Menu.Label>{isLengths ? 'Lengths' : 'Path'}</Menu.Label>
      <Menu.Item
        leftSection={<FileSpreadsheet size={16} />}
        disabled={!hasAny}
        onClick={() => void save(found(), 'csv')}
      >
        {isLengths ? 'CSV, a line for each level' : 'CSV, a line for each bead'}
      </Menu.Item>
      {!isLengths && (
        <Menu.Item
          leftSection={<FileSpreadsheet size={16} />}
          disabled={!isCompared}
          onClick={() => void save(compared(), 'csv', `${STEM}-methods`)}
        >
          CSV, a line for each method compared
        </Menu.Item>
      )}
      <Menu.Item
        leftSection={<FileJson size={16} />}
        disabled={!hasAny || !isWhole}
        onClick={() => void save(found(), 'json')}
      >
        JSON report, as the command line prints it
      </Menu.Item>
    </>
  );
}
