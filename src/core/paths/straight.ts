import { joinBeads } from './beads.ts';
import { Chain } from './Chain.ts';
import { checkSegment } from './checkSegment.ts';
import type { PathMethod } from './PathMethod.ts';

/** The segment between the ends, which is the yardstick of every other path's length. */
export const straight: PathMethod = {
  id: 'straight',
  name: 'Straight segment',
  reference: 'Goodfellow, Vinyals and Saxe (2015), Qualitatively characterizing neural network optimization problems',
  description: 'Walks straight from one end to the other.',
  dimension: null,
  startsOnSegment: true,
  params: {},

  *search({ objective, ends, level, spacing }) {
    const chain = new Chain(objective, ends);
    chain.setCheck(0, yield* checkSegment(objective, ends[0], ends[1], level, { spacing }));
    yield { done: 1, total: 1, partial: chain.stage('The straight segment has been sampled.') };
    return { beads: joinBeads(ends, objective.dimension), depth: 0, stuck: null };
  },
};
