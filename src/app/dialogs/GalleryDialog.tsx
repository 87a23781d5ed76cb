import { Modal } from '@mantine/core';
import type { Landscape } from '../../core/landscapes/Landscape.ts';
import { landscapes } from '../../core/landscapes/registry.ts';
import { Thumbnail } from '../../views/Thumbnail.tsx';
import type { ContourStyle, Field } from '../../views/types.ts';
import classes from './GalleryDialog.module.css';

/** Side of a picture in pixels, and how it is painted: logarithmic, so that every valley shows. */
const SIZE = 96;
const SCENE_SIZE = 64;
const STYLE: ContourStyle = { scale: 'log', colours: 'viridis', levels: 14 };

/** A prepared scenario, as the gallery lists it. */
export interface PresetCard {
  readonly file: string;
  readonly title: string;
  /** The scenes of a family stand together under its name. */
  readonly family?: string;
  /** One sentence on what to look for. */
  readonly note?: string | undefined;
}

export interface GalleryDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  /** By landscape id and preset file; those still missing have an empty frame. */
  readonly thumbnails: ReadonlyMap<string, Field>;
  readonly presets: readonly PresetCard[];
  readonly onLandscape: (id: string) => void;
  readonly onPreset: (file: string) => void;
}

/** Every landscape with its picture, and the prepared scenarios. */
export default function GalleryDialog({ opened, onClose, thumbnails, presets, ...on }: GalleryDialogProps) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title="Gallery"
      classNames={{ title: classes.heading }}
      size="72rem"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {presets.length > 0 && (
        <section aria-labelledby="gallery-scenes">
          <h3 id="gallery-scenes" className={classes.title}>
            Scenes
          </h3>
          <div className={classes.families}>
            {families(presets).map(([family, scenes]) => (
              <div key={family}>
                {family && <h4 className={classes.family}>{family}</h4>}
                <ul className={classes.scenes}>
                  {scenes.map((preset) => (
                    <SceneCard
                      key={preset.file}
                      preset={preset}
                      field={thumbnails.get(preset.file)}
                      onOpen={on.onPreset}
                    />
                  ))}
                </ul>
              </div>
            ))}
          </div>
        </section>
      )}
      <section aria-labelledby="gallery-landscapes">
        <h3 id="gallery-landscapes" className={classes.title}>
          Landscapes
        </h3>
        <ul className={classes.landscapes}>
          {landscapes.map((landscape) => (
            <LandscapeCard
              key={landscape.id}
              landscape={landscape}
              field={thumbnails.get(landscape.id)}
              onOpen={on.onLandscape}
            />
          ))}
        </ul>
      </section>
    </Modal>
  );
}

/** The scenes by family, in the order in which the families first appear. */
function families(presets: readonly PresetCard[]): readonly (readonly [string, readonly PresetCard[]])[] {
  const groups = new Map<string, PresetCard[]>();
  for (const preset of presets) {
    const { family = '' } = preset;
    groups.set(family, [...(groups.get(family) ?? []), preset]);
  }
  return [...groups];
}

/** A thumbnail, or its empty frame. */
function Picture({ field, size }: { readonly field: Field | undefined; readonly size: number }) {
  return (
    <span className={classes.picture} style={{ width: size, height: size }}>
      {field && <Thumbnail field={field} contourStyle={STYLE} label="" width={size} height={size} />}
    </span>
  );
}

interface SceneCardProps {
  readonly preset: PresetCard;
  readonly field: Field | undefined;
  readonly onOpen: (file: string) => void;
}

function SceneCard({ preset, field, onOpen }: SceneCardProps) {
  return (
    <li>
      <button type="button" className={classes.scene} onClick={() => onOpen(preset.file)}>
        <Picture field={field} size={SCENE_SIZE} />
        <span className={classes.words}>
          <span className={classes.name}>{preset.title}</span>
          {preset.note && <span className={classes.sentence}>{preset.note}</span>}
        </span>
      </button>
    </li>
  );
}

interface LandscapeCardProps {
  readonly landscape: Landscape;
  readonly field: Field | undefined;
  readonly onOpen: (id: string) => void;
}

function LandscapeCard({ landscape, field, onOpen }: LandscapeCardProps) {
  const { id, name, description, dimension } = landscape;
  return (
    <li>
      <button type="button" className={classes.landscape} onClick={() => onOpen(id)}>
        <Picture field={field} size={SIZE} />
        <span className={classes.words}>
          <span className={classes.name}>{name}</span>
          <span className={classes.dimension}>{dimension === null ? 'n variables' : `${dimension} variables`}</span>
          <span className={classes.sentence}>{description}</span>
        </span>
      </button>
    </li>
  );
}
