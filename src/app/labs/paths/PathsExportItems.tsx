import { Menu } from '@mantine/core';
import { FileJson, FileSpreadsheet } from 'lucide-react';
import { useStore } from 'zustand';
import { compute } from '../../../store/compute.ts';
import { pathsStore } from '../../../store/pathsStore.ts';
import { scenarioStore } from '../../../store/scenarioStore.ts';
import { download } from '../../share/download.ts';
import { PictureItems, type PictureView } from '../../share/PictureItems.tsx';
import { lengthsToExport, methodsToExport, type PathsToExport, pathToExport } from './pathsToExport.ts';
import { usePathScenario } from './useShownPath.ts';

const PATH: readonly PictureView[] = [
  { view: 'path-plane', name: 'Plane' },
  { view: 'path-energy', name: 'Value along the path' },
];

const LENGTHS: readonly PictureView[] = [{ view: 'path-lengths', name: 'Length against level' }];

const STEM = 'sublevel-paths';

async function save(payload: PathsToExport, format: 'csv' | 'json', stem = STEM) {
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
  return (
    <>
      <PictureItems views={isLengths ? LENGTHS : PATH} fileStem={STEM} />
      <Menu.Divider />
      {isLengths ? <LengthsFiles /> : <PathFiles />}
    </>
  );
}

function PathFiles() {
  const path = useStore(pathsStore, (state) => state.path);
  const live = useStore(pathsStore, (state) => state.live);
  const peers = useStore(pathsStore, (state) => state.peers);
  const { beads, report } = pathToExport({ path, live }, usePathScenario());
  const methods = methodsToExport(peers);
  return (
    <>
      <Menu.Label>Path</Menu.Label>
      <TableItem of={beads} name="CSV, a line for each bead" />
      <TableItem of={methods} stem={`${STEM}-methods`} name="CSV, a line for each method compared" />
      <ReportItem of={report} />
    </>
  );
}

function LengthsFiles() {
  const { levels, report } = lengthsToExport(useStore(pathsStore, (state) => state.lengths));
  return (
    <>
      <Menu.Label>Lengths</Menu.Label>
      <TableItem of={levels} name="CSV, a line for each level" />
      <ReportItem of={report} />
    </>
  );
}

interface ItemProps {
  /** Null disables the item. */
  readonly of: PathsToExport | null;
}

const TableItem = ({ of, name, stem }: ItemProps & { readonly name: string; readonly stem?: string }) => (
  <Menu.Item
    leftSection={<FileSpreadsheet size={16} />}
    disabled={of === null}
    onClick={() => of && void save(of, 'csv', stem)}
  >
    {name}
  </Menu.Item>
);

const ReportItem = ({ of }: ItemProps) => (
  <Menu.Item leftSection={<FileJson size={16} />} disabled={of === null} onClick={() => of && void save(of, 'json')}>
    JSON report, as the command line prints it
  </Menu.Item>
);
