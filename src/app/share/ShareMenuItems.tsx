import { Menu } from '@mantine/core';
import { FileDown, FileUp, Presentation } from 'lucide-react';
import { pageLink } from '../../store/link.ts';
import { notify } from '../../store/notices.ts';
import { togglePresenting } from '../../store/presenting.ts';
import { sharedScenario } from '../../store/sharedScenario.ts';
import { chooseFile, download } from './download.ts';
import { openFile } from './openFile.ts';

async function copyLink(): Promise<void> {
  const link = pageLink();
  window.history.replaceState(null, '', link);
  try {
    await navigator.clipboard.writeText(link);
    notify({ kind: 'info', text: 'Link copied: it reproduces this page, to the last bit.' });
  } catch {
    notify({ kind: 'warning', text: 'The browser did not allow copying. The address bar holds the link.' });
  }
}

function saveScenario(): void {
  const scenario = sharedScenario();
  const text = `${JSON.stringify(scenario, null, 2)}\n`;
  download(new Blob([text], { type: 'application/json' }), `${scenario.landscape.id}.sublevel.json`);
}

async function chooseAndOpen(): Promise<void> {
  const file = await chooseFile('.json,application/json');
  if (file) await openFile(file);
}

/** Copy link, save the scenario, open one, project it. */
export function ShareMenuItems({ linkIcon }: { readonly linkIcon: React.ReactNode }) {
  return (
    <>
      <Menu.Item leftSection={linkIcon} onClick={() => void copyLink()}>
        Copy link
      </Menu.Item>
      <Menu.Item leftSection={<FileDown size={16} />} onClick={saveScenario}>
        Save scenario as a file
      </Menu.Item>
      <Menu.Item leftSection={<FileUp size={16} />} onClick={() => void chooseAndOpen()}>
        Open a scenario file…
      </Menu.Item>
      <Menu.Divider />
      <Menu.Item leftSection={<Presentation size={16} />} onClick={togglePresenting}>
        Present
      </Menu.Item>
    </>
  );
}
