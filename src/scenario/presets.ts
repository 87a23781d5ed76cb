import { type ClaimFamily, claimPresets } from './claimPresets.ts';

/** What a preset shows; the gallery groups by it. */
export type PresetFamily =
  | 'Escaping saddles'
  | 'Saddles'
  | 'Steps'
  | 'Methods'
  | 'Landscapes'
  | 'Noise'
  | 'Many dimensions'
  | 'Networks'
  | 'Sublevel sets'
  | 'Level-set paths'
  | ClaimFamily;

/** A scenario that comes with the page: `scenarios/<file>` beside it, `public/scenarios/<file>` in the tree. */
export interface Preset {
  readonly file: string;
  readonly family: PresetFamily;
  readonly title: string;
}

/** Every preset, in the order in which menus and documentation show them. */
export const presets: readonly Preset[] = [
  { file: 'escape-ball.json', family: 'Escaping saddles', title: 'A ball on a saddle' },
  { file: 'saddle-stable-set.json', family: 'Escaping saddles', title: 'On the stable set of a saddle' },
  { file: 'escape-index.json', family: 'Escaping saddles', title: 'The index under the pointer' },
  {
    file: 'gd-against-pgd.json',
    family: 'Escaping saddles',
    title: 'A saddle holds gradient descent, not its perturbed form',
  },
  { file: 'escape-two-saddles.json', family: 'Escaping saddles', title: 'Two saddles in a row' },
  { file: 'two-saddles.json', family: 'Escaping saddles', title: 'Three rectangles, two saddles' },
  { file: 'escape-octopus-2d.json', family: 'Escaping saddles', title: 'The octopus with two variables' },
  { file: 'escape-octopus-3d.json', family: 'Escaping saddles', title: 'The octopus with three variables' },
  { file: 'escape-race.json', family: 'Escaping saddles', title: 'Gradient descent against its perturbed form' },
  { file: 'escape-curve.json', family: 'Escaping saddles', title: 'The exponential curve' },
  { file: 'octopus-race.json', family: 'Saddles', title: 'Five saddles in a row' },
  { file: 'newton-saddle.json', family: 'Saddles', title: 'Newton’s method caught by a saddle' },
  { file: 'monkey-saddle.json', family: 'Saddles', title: 'A degenerate saddle' },
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
  { file: 'network-cubic.json', family: 'Networks', title: 'A network learns a cubic' },
  { file: 'network-two-ends.json', family: 'Networks', title: 'Between two trained networks' },
  { file: 'sublevel-himmelblau.json', family: 'Sublevel sets', title: 'Four valleys join at three of four saddles' },
  {
    file: 'sublevel-six-hump-camel.json',
    family: 'Sublevel sets',
    title: 'Four spurious valleys of the six-hump camel',
  },
  {
    file: 'sublevel-muller-brown.json',
    family: 'Sublevel sets',
    title: 'The lowest pass of Müller and Brown’s potential',
  },
  { file: 'sublevel-relu-neuron.json', family: 'Sublevel sets', title: 'A spurious valley of one ReLU neuron' },
  { file: 'sublevel-rosenbrock.json', family: 'Sublevel sets', title: 'One valley at every level' },
  { file: 'sublevel-rastrigin.json', family: 'Sublevel sets', title: 'A hundred and twenty spurious valleys' },
  { file: 'path-muller-brown.json', family: 'Level-set paths', title: 'Over the lowest pass' },
  { file: 'path-himmelblau-above.json', family: 'Level-set paths', title: 'Just above a barrier' },
  { file: 'path-himmelblau-below.json', family: 'Level-set paths', title: 'Just below a barrier' },
  { file: 'path-ring.json', family: 'Level-set paths', title: 'Round the ring' },
  { file: 'path-networks.json', family: 'Level-set paths', title: 'A path between two trained networks' },
  { file: 'path-lengths-ring.json', family: 'Level-set paths', title: 'Lower levels, longer paths' },
  {
    file: 'path-lengths-cubic.json',
    family: 'Level-set paths',
    title: 'The lecture’s curve, and ours beside it',
  },
  ...claimPresets,
];
