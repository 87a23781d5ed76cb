/** What a preset shows; the gallery groups by it. */
export type PresetFamily = 'Saddles' | 'Steps' | 'Methods' | 'Landscapes' | 'Noise' | 'Many dimensions';

/** A scenario that comes with the page: `scenarios/<file>` beside it, `public/scenarios/<file>` in the tree. */
export interface Preset {
  readonly file: string;
  readonly family: PresetFamily;
  readonly title: string;
}

/** Every preset, in the order in which menus and documentation show them. */
export const presets: readonly Preset[] = [];
