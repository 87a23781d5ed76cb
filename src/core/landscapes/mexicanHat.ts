import { maximum, saddle } from './knownPoints.ts';
import type { FormulaLandscape, KnownCriticalPoint } from './Landscape.ts';

const S = '(x^2 + y^2)';
const Q = '(1 - x^2 - y^2)';
/** 4r⁴ sin(θ − 1/q) with q = 1 − r², written with r sin θ = y and r cos θ = x, so that no angle jumps. */
const WAVE = `4*${S}*sqrt${S}*(y*cos(1/${Q}) - x*sin(1/${Q}))`;

/**
 * f ≈ e⁻¹(1 − r²) near the origin. Elsewhere ∂f/∂θ = 0 asks for sin(θ − 1/q) = ±1; on the ridge, −1, the profile
 * along r has one dip and one peak (45-digit arithmetic), and in the groove, +1, it falls all the way to the rim.
 */
const POINTS: readonly KnownCriticalPoint[] = [
  maximum([0, 0], 1 / Math.E, [-2 / Math.E, -2 / Math.E]),
  saddle([0.2812293014246287, -0.13981301997275922], 0.3481052748250327, [-0.18718190756741146, 1.747158404909057]),
  maximum([0.5295178496680483, -0.08862005275162595], 0.3838277141577157, [-7.379416185268865, -0.4370321704136662]),
];

/**
 * f = e^{−1/(1−r²)} [1 − 4r⁴/(4r⁴ + (1−r²)⁴) sin(θ − 1/(1−r²))] for r < 1 and 0 beyond.
 *
 * It is not analytic at r = 1, where every derivative vanishes, and C^∞ everywhere but at the origin (C³ there, as
 * r³y is). The curve θ = 1/(1−r²) is exactly a path of the gradient flow, because there ∂f/∂θ : r²∂f/∂r equals
 * dθ : dr; it turns round the rim for ever. At the origin the factor r³ has no second derivative that rounding could
 * use, so the formula drops the term there, which changes neither value, gradient nor Hessian. Beyond the rim every
 * point is a degenerate minimum; inside it, the three points declared are all.
 */
export const mexicanHat: FormulaLandscape = {
  id: 'mexican-hat',
  name: 'Spiral Mexican hat',
  reference:
    'Absil, Mahony and Andrews (2005), Convergence of the iterates of descent methods for analytic cost functions (as commonly stated)',
  description:
    'Smooth but not analytic: descent spirals towards the rim for ever; its gradient tends to zero, and yet its iterates never converge.',
  params: {},
  dimension: 2,
  source: () => ({
    expression: `${Q} > 0 ? (${S} > 0 ? exp(-1/${Q})*(1 - ${WAVE}/(4*${S}^2 + ${Q}^4)) : exp(-1/${Q})) : 0`,
    variables: ['x', 'y'],
    constants: {},
    domain: [
      [-1.2, 1.2],
      [-1.2, 1.2],
    ],
  }),
  criticalPoints: () => POINTS,
  minimumValue: () => 0,
};
