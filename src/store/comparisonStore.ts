import { create } from 'zustand';
import type { ComparisonFindings } from '../worker/jobs/comparison.ts';
import type { Fraction } from './resultsStore.ts';
import type { ComparisonScenario } from './scenarioStore.ts';

/** What was found, and for which scenario: while a newer one is computed, the older one's stays on screen. */
export interface FoundComparison {
  readonly of: ComparisonScenario;
  readonly result: ComparisonFindings;
  /** False while more is to come, and after a cancel or a failure. */
  readonly isWhole: boolean;
}

/** What the comparison of methods has found. Nothing here is in the link. */
export interface ComparisonResults {
  readonly found: FoundComparison | null;
  readonly progress: Fraction;
}

export const comparisonStore = create<ComparisonResults>()(() => ({ found: null, progress: null }));
