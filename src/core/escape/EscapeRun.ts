import { fillBall } from '../methods/noise.ts';
import type { PerturbationConstants } from '../methods/perturbationTheory.ts';
import type { Rng } from '../rng.ts';
import { type OctopusShape, OctopusWalk } from './OctopusWalk.ts';
import type { EscapeStop, TubeRun } from './TubeRun.ts';

/** Gradient descent, with perturbations or (null) without. */
export interface MethodBeyondDoubles {
  readonly id: string;
  readonly stepSize: number;
  readonly perturbation: Omit<PerturbationConstants, 'stepSize'> | null;
}

/**
 * One run in the octopus's tube, until the last coordinate has passed 2τ, the iterations are used up, the point has
 * left the tube or the method has ended. It takes the steps of `core/methods/gradientDescent.ts` and
 * `core/methods/perturbedGradientDescent.ts` (Jin et al. 2017, Algorithm 2), and draws the same random numbers in the
 * same order; they are written out here because a method keeps its iterate in doubles, and this one must not.
 */
export class EscapeRun implements TubeRun {
  readonly walk: OctopusWalk;
  readonly #method: MethodBeyondDoubles;
  readonly #stop: EscapeStop;
  readonly #rng: Rng;
  readonly #noise: Float64Array;
  /** t_noise, the iteration of the last perturbation, and f at the point x̃ that was perturbed. */
  #perturbedAt: number;
  #anchorValue = Number.NaN;
  #ended = false;

  constructor(shape: OctopusShape, start: Float64Array, method: MethodBeyondDoubles, stop: EscapeStop, rng: Rng) {
    this.walk = new OctopusWalk(shape, start);
    this.#method = method;
    this.#stop = stop;
    this.#rng = rng;
    this.#noise = new Float64Array(start.length);
    this.#perturbedAt = -(method.perturbation?.waitIterations ?? 0) - 1;
  }

  /** Takes up to `steps` steps; true once the run is over. */
  advance(steps: number): boolean {
    const { walk } = this;
    const { stepSize, perturbation } = this.#method;
    const last = Math.min(this.#stop.maxIterations, walk.iteration + steps);
    while (walk.iteration < last && walk.passed < walk.dimension) {
      walk.look();
      if (walk.lost || (perturbation ? this.#perturb(perturbation) : this.#isFlat())) {
        this.#ended = true;
        break;
      }
      walk.move(stepSize);
    }
    return this.#ended || walk.passed === walk.dimension || walk.iteration >= this.#stop.maxIterations;
  }

  #isFlat(): boolean {
    const { gradientTolerance } = this.#stop;
    return gradientTolerance > 0 && this.walk.gradientNorm() <= gradientTolerance;
  }

  /** Perturbs the point, or tests whether the last perturbation has led out; true where the method returns. */
  #perturb({ radius, gradientThreshold, waitIterations, decreaseThreshold }: Perturbation): boolean {
    const { walk } = this;
    const waited = walk.iteration - this.#perturbedAt;
    if (waited > waitIterations && walk.gradientNorm() <= gradientThreshold) {
      this.#anchorValue = walk.value();
      this.#perturbedAt = walk.iteration;
      walk.perturb(fillBall(this.#rng, radius, this.#noise));
      walk.look();
      return walk.lost;
    }
    return waited === waitIterations && walk.value() - this.#anchorValue > -decreaseThreshold;
  }
}

type Perturbation = NonNullable<MethodBeyondDoubles['perturbation']>;
