import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { ChoiceParam } from '../../../core/params.ts';
import { setPaths } from '../../../store/pathsEdits.ts';
import { settingsOn, weightsOf } from '../../../store/pathsScenario.ts';
import { scenarioStore } from '../../../store/scenarioStore.ts';
import { ParamControl } from '../../controls/ParamControl.tsx';
import { pathsHandlers } from './pathsHandlers.ts';

const ALL = { value: 'all', label: 'All parameters' };
const WEIGHTS = { value: 'weights', label: 'Weights only' };

/** What lengths are taken over, where a landscape or the link offers a choice. */
export function LengthOverControl() {
  const landscape = useStore(scenarioStore, (state) => state.scenario.landscape);
  const settings = useStore(scenarioStore, (state) => state.paths);
  const { lengthOver } = settingsOn(settings, landscape);
  const weights = useMemo(() => weightsOf(landscape), [landscape]);
  const chosen = !lengthOver ? 'all' : isSame(lengthOver, weights) ? 'weights' : 'given';
  const count = lengthOver?.length ?? 0;
  const spec = useMemo(() => lengthOverSpec(weights !== null, chosen === 'given', count), [weights, chosen, count]);
  const handlers = useMemo(
    () =>
      pathsHandlers(({ lengthOver: to }) =>
        // What the link gave is the one choice that stays as it is.
        to === 'given' ? (same) => same : setPaths({ lengthOver: to === 'weights' && weights ? weights : undefined }),
      ),
    [weights],
  );
  if (spec.choices.length < 2) return null;
  return (
    <ParamControl name="lengthOver" spec={spec} value={chosen} given={lengthOver !== undefined} handlers={handlers} />
  );
}

const isSame = (a: readonly number[], b: readonly number[] | null): boolean =>
  b !== null && a.length === b.length && a.every((position) => b.includes(position));

function lengthOverSpec(hasWeights: boolean, isGiven: boolean, count: number): ChoiceParam {
  const given = {
    value: 'given',
    label: count === 1 ? '1 coordinate of the link' : `${count} coordinates of the link`,
  };
  return {
    kind: 'choice',
    label: 'Lengths over',
    symbol: '\\lVert\\theta\\rVert',
    meaning: hasWeights
      ? 'Weights only: as the paper’s code measures paths. Paths are sought in all parameters either way.'
      : 'Paths are sought in all coordinates either way.',
    default: ALL.value,
    choices: [ALL, ...(hasWeights ? [WEIGHTS] : []), ...(isGiven ? [given] : [])],
  };
}
