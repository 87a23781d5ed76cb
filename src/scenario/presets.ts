/** What a preset shows; the gallery groups by it. */
export type PresetFamily = 'Saddles' | 'Steps' | 'Methods' | 'Landscapes' | 'Noise' | 'Many dimensions';

/** A scenario that comes with the page: `scenarios/<file>` beside it, `public/scenarios/<file>` in the tree. */
export interface Preset {
  readonly file: string;
  readonly family: PresetFamily;
  readonly title: string;
}

/** Every preset, in the order in which menus and documentation show them. */
export const presets: readonly Preset[] = [
  { file: 'saddle-stable-set.json', family: 'Saddles', title: 'On the stable set of a saddle' },
  { file: 'gd-against-pgd.json', family: 'Saddles', title: 'A saddle holds gradient descent, not its perturbed form' },
  { file: 'newton-saddle.json', family: 'Saddles', title: 'Newton’s method caught by a saddle' },
  { file: 'monkey-saddle.json', family: 'Saddles', title: 'A degenerate saddle' },
  { file: 'two-saddles.json', family: 'Saddles', title: 'Two saddles in a row' },
  { file: 'octopus-race.json', family: 'Saddles', title: 'Five saddles in a row' },
  { file: 'overshooting-step.json', family: 'Steps', title: 'Overshooting: the largest stable step' },
  { file: 'divergence.json', family: 'Steps', title: 'A divergence' },
  { file: 'spiral.json', family: 'Steps', title: 'A descent that never settles' },
  { file: 'ravine-momentum.json', family: 'Methods', title: 'A ravine where momentum wins' },
  { file: 'adam-signs.json', family: 'Methods', title: 'Adam steps by signs' },
  { file: 'rosenbrock-valley.json', family: 'Methods', title: 'Along Rosenbrock’s valley' },
  { file: 'himmelblau-basins.json', family: 'Landscapes', title: 'Four starts, four minima' },
  { file: 'six-hump-momentum.json', family: 'Landscapes', title: 'Rolling past a local minimum' },
  { file: 'muller-brown.json', family: 'Landscapes', title: 'Three wells and two passes' },
  { file: 'pitchfork.json', family: 'Landscapes', title: 'A formula with a slider' },
  { file: 'factorization-noise.json', family: 'Noise', title: 'Noise leaves a saddle' },
  { file: 'sgld-double-well.json', family: 'Noise', title: 'Langevin dynamics between two wells' },
  { file: 'rosenbrock-10d.json', family: 'Many dimensions', title: 'Ten dimensions in one plane' },
  { file: 'rastrigin-10d.json', family: 'Many dimensions', title: 'Lost among minima' },
];
