import type { Preset } from './presets.ts';

/** What a preset about a claim shows: three scenes to each claim, in the order of the claims. */
export type ClaimFamily =
  | 'Claim: a first-order rate'
  | 'Claim: strict saddles'
  | 'Claim: gradient descent avoids saddles'
  | 'Claim: other methods avoid saddles'
  | 'Claim: the quadratic saddle'
  | 'Claim: the Łojasiewicz inequality'
  | 'Claim: perturbed gradient descent'
  | 'Claim: tensors by noisy descent'
  | 'Claim: exponential time'
  | 'Claim: cubic-regularised Newton'
  | 'Claim: saddles that are not isolated'
  | 'Claim: connected sublevel sets'
  | 'Claim: spurious valleys'
  | 'Claim: a path is a connection'
  | 'Claim: one ReLU neuron'
  | 'Claim: irregular level sets';

/** The presets that check a claim. */
export const claimPresets: readonly Preset[] = [
  {
    file: 'claim-first-order-bound-himmelblau.json',
    family: 'Claim: a first-order rate',
    title: 'The first-order rate on Himmelblau’s function',
  },
  {
    file: 'claim-first-order-bound-rosenbrock.json',
    family: 'Claim: a first-order rate',
    title: 'The first-order rate in Rosenbrock’s valley',
  },
  {
    file: 'claim-first-order-bound-long-steps.json',
    family: 'Claim: a first-order rate',
    title: 'The first-order rate with a step of 1.9/L',
  },
  {
    file: 'claim-strict-saddle-classification-himmelblau.json',
    family: 'Claim: strict saddles',
    title: 'Nine critical points, all accounted for',
  },
  {
    file: 'claim-strict-saddle-classification-six-hump-camel.json',
    family: 'Claim: strict saddles',
    title: 'Fifteen critical points, all accounted for',
  },
  {
    file: 'claim-strict-saddle-classification-monkey-saddle.json',
    family: 'Claim: strict saddles',
    title: 'A saddle that is not strict',
  },
  {
    file: 'claim-measure-zero-gradient-descent-pitchfork.json',
    family: 'Claim: gradient descent avoids saddles',
    title: 'No start of 400 finds the saddle between two wells',
  },
  {
    file: 'claim-measure-zero-gradient-descent-himmelblau.json',
    family: 'Claim: gradient descent avoids saddles',
    title: 'No start of 400 finds a saddle of Himmelblau’s function',
  },
  {
    file: 'claim-measure-zero-gradient-descent-monkey-saddle.json',
    family: 'Claim: gradient descent avoids saddles',
    title: 'Where the hypotheses fail',
  },
  {
    file: 'claim-measure-zero-other-methods-coordinate-descent.json',
    family: 'Claim: other methods avoid saddles',
    title: 'Coordinate descent avoids the saddle',
  },
  {
    file: 'claim-measure-zero-other-methods-proximal-point.json',
    family: 'Claim: other methods avoid saddles',
    title: 'The proximal point method avoids the saddle',
  },
  {
    file: 'claim-measure-zero-other-methods-mirror-descent.json',
    family: 'Claim: other methods avoid saddles',
    title: 'Mirror descent avoids the saddle',
  },
  {
    file: 'claim-quadratic-saddle-closed-form-standard.json',
    family: 'Claim: the quadratic saddle',
    title: 'Forty steps in closed form',
  },
  {
    file: 'claim-quadratic-saddle-closed-form-steep.json',
    family: 'Claim: the quadratic saddle',
    title: 'A flat way out of a steep saddle',
  },
  {
    file: 'claim-quadratic-saddle-closed-form-bowl.json',
    family: 'Claim: the quadratic saddle',
    title: 'A bowl is no saddle',
  },
  {
    file: 'claim-lojasiewicz-himmelblau.json',
    family: 'Claim: the Łojasiewicz inequality',
    title: 'Exponent one half at nine points',
  },
  {
    file: 'claim-lojasiewicz-quartic.json',
    family: 'Claim: the Łojasiewicz inequality',
    title: 'Exponent three quarters in a flat valley',
  },
  {
    file: 'claim-lojasiewicz-spiral.json',
    family: 'Claim: the Łojasiewicz inequality',
    title: 'A spiral that never settles',
  },
  {
    file: 'claim-perturbed-gradient-descent-second-order-pitchfork.json',
    family: 'Claim: perturbed gradient descent',
    title: 'Second-order points between two wells',
  },
  {
    file: 'claim-perturbed-gradient-descent-second-order-double-well.json',
    family: 'Claim: perturbed gradient descent',
    title: 'Second-order points in a double well',
  },
  {
    file: 'claim-perturbed-gradient-descent-second-order-six-hump-camel.json',
    family: 'Claim: perturbed gradient descent',
    title: 'Second-order points on the six-hump camel',
  },
  {
    file: 'claim-noisy-sgd-tensor-sphere.json',
    family: 'Claim: tensors by noisy descent',
    title: 'Noise on the sphere decomposes a tensor',
  },
  {
    file: 'claim-noisy-sgd-tensor-gaussian.json',
    family: 'Claim: tensors by noisy descent',
    title: 'Gaussian noise decomposes a tensor',
  },
  {
    file: 'claim-noisy-sgd-tensor-small-steps.json',
    family: 'Claim: tensors by noisy descent',
    title: 'Smaller steps, smaller error',
  },
  {
    file: 'claim-exponential-escape-five-saddles.json',
    family: 'Claim: exponential time',
    title: 'Five saddles in a row, 25 times',
  },
  {
    file: 'claim-exponential-escape-strong-contraction.json',
    family: 'Claim: exponential time',
    title: 'Stronger contraction, longer waits',
  },
  {
    file: 'claim-exponential-escape-seven-saddles.json',
    family: 'Claim: exponential time',
    title: 'Seven saddles in a row',
  },
  {
    file: 'claim-cubic-newton-rate-himmelblau.json',
    family: 'Claim: cubic-regularised Newton',
    title: 'The cubic rate on Himmelblau’s function',
  },
  {
    file: 'claim-cubic-newton-rate-rosenbrock.json',
    family: 'Claim: cubic-regularised Newton',
    title: 'The cubic rate in Rosenbrock’s valley',
  },
  {
    file: 'claim-cubic-newton-rate-styblinski-tang.json',
    family: 'Claim: cubic-regularised Newton',
    title: 'The cubic rate among nine points',
  },
  {
    file: 'claim-non-isolated-saddles-line.json',
    family: 'Claim: saddles that are not isolated',
    title: 'A line of saddles',
  },
  {
    file: 'claim-non-isolated-saddles-circle.json',
    family: 'Claim: saddles that are not isolated',
    title: 'A circle of saddles',
  },
  {
    file: 'claim-non-isolated-saddles-sheet.json',
    family: 'Claim: saddles that are not isolated',
    title: 'Two wells drawn out along a third variable',
  },
  {
    file: 'claim-simple-sublevel-sets-rosenbrock.json',
    family: 'Claim: connected sublevel sets',
    title: 'One valley, one minimum',
  },
  {
    file: 'claim-simple-sublevel-sets-quasi-convex.json',
    family: 'Claim: connected sublevel sets',
    title: 'Convex sublevel sets without a convex function',
  },
  {
    file: 'claim-simple-sublevel-sets-double-well.json',
    family: 'Claim: connected sublevel sets',
    title: 'The converse is false',
  },
  {
    file: 'claim-spurious-valley-six-hump-camel.json',
    family: 'Claim: spurious valleys',
    title: 'The deepest spurious valley of a camel',
  },
  {
    file: 'claim-spurious-valley-muller-brown.json',
    family: 'Claim: spurious valleys',
    title: 'A product that is not the best',
  },
  {
    file: 'claim-spurious-valley-himmelblau.json',
    family: 'Claim: spurious valleys',
    title: 'Four valleys, none of them spurious',
  },
  {
    file: 'claim-string-sampling-certificate-himmelblau.json',
    family: 'Claim: a path is a connection',
    title: 'Forty pairs on Himmelblau’s function',
  },
  {
    file: 'claim-string-sampling-certificate-rosenbrock.json',
    family: 'Claim: a path is a connection',
    title: 'Round the bend of a valley',
  },
  {
    file: 'claim-string-sampling-certificate-styblinski-tang-4d.json',
    family: 'Claim: a path is a connection',
    title: 'Pairs in four variables',
  },
  {
    file: 'claim-relu-spurious-valley-two-three.json',
    family: 'Claim: one ReLU neuron',
    title: 'One ReLU neuron on the wrong side of zero',
  },
  {
    file: 'claim-relu-spurious-valley-one-two.json',
    family: 'Claim: one ReLU neuron',
    title: 'A shallower valley',
  },
  {
    file: 'claim-relu-spurious-valley-equal.json',
    family: 'Claim: one ReLU neuron',
    title: 'Equal targets, no spurious valley',
  },
  {
    file: 'claim-level-set-irregularity-cubic.json',
    family: 'Claim: irregular level sets',
    title: 'Lower levels, longer ways between networks',
  },
  {
    file: 'claim-level-set-irregularity-quadratic.json',
    family: 'Claim: irregular level sets',
    title: 'The same for a quadratic target',
  },
  {
    file: 'claim-level-set-irregularity-too-little-training.json',
    family: 'Claim: irregular level sets',
    title: 'Networks that never come so low',
  },
];
