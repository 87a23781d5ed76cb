import { Menu } from '@mantine/core';
import { Image, Shapes } from 'lucide-react';
import { notify } from '../../store/notices.ts';
import { download } from './download.ts';

/** Pixels of a PNG per CSS pixel: sharp in print and on a slide. */
const PNG_SCALE = 2;

/** A view that can be saved as a picture. */
export interface PictureView {
  /** Value of the element's `data-view`. */
  readonly view: string;
  readonly name: string;
}

async function saveImage({ view, name }: PictureView, format: 'png' | 'svg', fileStem: string): Promise<void> {
  try {
    const host = document.querySelector<HTMLElement>(`[data-view="${view}"]`);
    if (!host) throw new Error('it is not on screen at the moment');
    const { exportImage } = await import('../../views/exportImage.ts');
    const blob = await exportImage(host, { format, scale: PNG_SCALE, title: name });
    download(blob, `${fileStem}-${view}.${format}`);
  } catch (error) {
    notify({ kind: 'error', text: `${name}: ${error instanceof Error ? error.message : String(error)}` });
  }
}

interface PictureItemsProps {
  readonly views: readonly PictureView[];
  /** Beginning of the files' names. */
  readonly fileStem: string;
}

/** An entry for each view and format. */
export function PictureItems({ views, fileStem }: PictureItemsProps) {
  return (['png', 'svg'] as const).map((format) => (
    <div key={format}>
      <Menu.Label>{format.toUpperCase()} picture</Menu.Label>
      {views.map((view) => (
        <Menu.Item
          key={view.view}
          leftSection={format === 'png' ? <Image size={16} /> : <Shapes size={16} />}
          onClick={() => void saveImage(view, format, fileStem)}
        >
          {view.name}
        </Menu.Item>
      ))}
    </div>
  ));
}
