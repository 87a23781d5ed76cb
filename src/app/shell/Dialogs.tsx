import { useStore } from 'zustand';
import { landscapes } from '../../core/landscapes/registry.ts';
import { presets } from '../../scenario/presets.ts';
import { chooseLandscape } from '../../store/followLandscape.ts';
import { openPreset } from '../../store/presets.ts';
import { resultsStore } from '../../store/resultsStore.ts';
import GalleryDialog from '../dialogs/GalleryDialog.tsx';
import HelpDialog from '../dialogs/HelpDialog.tsx';
import { useThumbnails } from '../useThumbnails.ts';

const closeGallery = () => resultsStore.setState({ galleryOpen: false });
const closeHelp = () => resultsStore.setState({ helpOpen: false });

function Gallery() {
  const thumbnails = useThumbnails(landscapes.map(({ id }) => id));
  return (
    <GalleryDialog
      opened
      onClose={closeGallery}
      thumbnails={thumbnails}
      presets={presets}
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
