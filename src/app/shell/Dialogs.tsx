import { Drawer } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { useStore } from 'zustand';
import { landscapes } from '../../core/landscapes/registry.ts';
import { presets } from '../../scenario/presets.ts';
import type { Scenario } from '../../scenario/types.ts';
import { chooseLandscape } from '../../store/followLandscape.ts';
import { openPreset } from '../../store/presets.ts';
import { resultsStore } from '../../store/resultsStore.ts';
import type { Pictured } from '../../worker/jobs/thumbnails.ts';
import GalleryDialog from '../dialogs/GalleryDialog.tsx';
import HelpDialog from '../dialogs/HelpDialog.tsx';
import { useScenes } from '../useScenes.ts';
import { useThumbnails } from '../useThumbnails.ts';

const closeGallery = () => resultsStore.setState({ galleryOpen: false });
const closeHelp = () => resultsStore.setState({ helpOpen: false });

const landscapePictures: readonly Pictured[] = landscapes.map(({ id }) => ({ key: id, landscape: { id } }));

/** A picture for each scene, of its landscape in its box. */
const scenePictures = (scenes: ReadonlyMap<string, Scenario>): readonly Pictured[] =>
  [...scenes].map(([file, { landscape, view }]) => ({
    key: file,
    landscape,
    ...(view?.section === undefined && { box: view?.box }),
  }));

function Gallery() {
  const scenes = useScenes();
  const pictures = useMemo(() => [...scenePictures(scenes), ...landscapePictures], [scenes]);
  const thumbnails = useThumbnails(pictures);
  const cards = useMemo(() => presets.map((preset) => ({ ...preset, note: scenes.get(preset.file)?.note })), [scenes]);
  return (
    <GalleryDialog
      opened
      onClose={closeGallery}
      thumbnails={thumbnails}
      presets={cards}
      onLandscape={(id: string) => {
        closeGallery();
        void chooseLandscape({ id });
      }}
      onPreset={(file: string) => {
        closeGallery();
        void openPreset(file);
      }}
    />
  );
}

/** What opens over the page; loaded when it is first needed. */
export default function Dialogs() {
  const { galleryOpen, helpOpen } = useStore(resultsStore);
  return (
    <>
      {galleryOpen && <Gallery />}
      {helpOpen && <HelpDialog opened onClose={closeHelp} />}
    </>
  );
}

export interface SideDrawerProps {
  readonly side: 'left' | 'right';
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
}

/** A panel that slides over the views where there is no room beside them. */
export function SideDrawer({ side, open, onClose, title, children }: SideDrawerProps) {
  return (
    <Drawer
      opened={open}
      onClose={onClose}
      position={side}
      size={340}
      title={title}
      overlayProps={{ backgroundOpacity: 0.15 }}
      closeButtonProps={{ 'aria-label': 'Close' }}
      styles={{
        body: { padding: 0 },
        content: { background: 'var(--sl-panel)' },
        header: { background: 'var(--sl-panel)' },
      }}
    >
      {children}
    </Drawer>
  );
}
