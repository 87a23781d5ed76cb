import * as z from 'zod/mini';
import { claimById, claims } from '../../core/claims/registry.ts';
import { resolveParams } from '../../core/resolveParams.ts';
import { checkClaim } from '../checkClaim.ts';
import { paramsSchema } from '../paramSchema.ts';
import { objectOf, oneOfObjects } from '../schemaParts.ts';
import type { ClaimExperiment } from '../types.ts';
import type { ExperimentKind } from './ExperimentKind.ts';

/** A theorem of the lectures, its hypotheses and its conclusion measured on the landscape. */
export const claim: ExperimentKind<ClaimExperiment> = {
  kind: 'claim',
  description: 'Does what a theorem says hold here, by the numbers?',
  takes: {
    claim: 'The id of a claim, as `list` prints them.',
    params: 'The claim’s parameters; its defaults where left out.',
  },

  schema: (dimension) => {
    const options = claims.map(({ id, params }) => {
      const shape = {
        kind: z.literal('claim'),
        claim: z.literal(id),
        params: z.optional(paramsSchema(params, dimension)),
      };
      return [id, objectOf(shape, 'an experiment')] as const;
    });
    return oneOfObjects('claim', 'claim', new Map(options));
  },

  complete: (experiment) => experiment,

  resolve: (experiment, { dimension }) => ({
    ...experiment,
    params: resolveParams(claimById(experiment.claim)?.params ?? {}, experiment.params ?? {}, { dimension }),
  }),

  *run({ claim: id, params = {} }, setting) {
    return { kind: 'claim' as const, claim: id, ...(yield* checkClaim(id, params, setting)) };
  },
};
