import type { Box } from '../core/params.ts';
import { compact } from './edits.ts';
import type { ComparisonEdit, ComparisonSettings } from './scenarioStore.ts';

/** Whether random starts are drawn. Where neither they nor the Descent lab's are wanted, they are. */
export const setCloudUsed =
  (isUsed: boolean): ComparisonEdit =>
  (settings) => ({ ...settings, cloud: isUsed ? {} : null, useStarts: settings.useStarts || !isUsed });

/** Whether the Descent lab's starts are run from. Without them, random ones are. */
export const setStartsUsed =
  (useStarts: boolean): ComparisonEdit =>
  (settings) => ({ ...settings, useStarts, cloud: settings.cloud ?? (useStarts ? null : {}) });

/** How many random starts; undefined gives it back to its default. */
export const setCloudCount =
  (count: number | undefined): ComparisonEdit =>
  (settings) => ({ ...settings, cloud: compact({ ...settings.cloud, count }) });

/** Where they are drawn; undefined stands for the landscape's domain. @param landscape  id of that to which it belongs */
export const setCloudBox =
  (box: Box | undefined, landscape: string): ComparisonEdit =>
  (settings) => ({ ...settings, boxOf: landscape, cloud: compact({ ...settings.cloud, box }) });

/** Runs of a stochastic method from each start; undefined gives it back to its default. */
export const setComparisonRepeats =
  (repeats: number | undefined): ComparisonEdit =>
  ({ repeats: _before, ...settings }): ComparisonSettings => ({
    ...settings,
    ...(repeats !== undefined && { repeats }),
  });
