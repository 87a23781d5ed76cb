import { useStore } from 'zustand';
import { formatNumber } from '../../core/formatNumber.ts';
import type { ChoiceParam } from '../../core/params.ts';
import { descentStepSize } from '../../store/descentStepSize.ts';
import { setView } from '../../store/edits.ts';
import { MOST_SADDLES } from '../../store/followStableSets.ts';
import { type Results, resultsStore } from '../../store/resultsStore.ts';
import { edit, scenarioStore } from '../../store/scenarioStore.ts';
import { CheckControl } from '../controls/CheckControl.tsx';
import { editHandlers } from '../controls/handlers.ts';
import { ParamControl } from '../controls/ParamControl.tsx';
import classes from './CriticalPointsPanel.module.css';

const ofSpec: ChoiceParam = {
  kind: 'choice',
  label: 'Of',
  symbol: '',
  meaning: 'The gradient flow dx/dt = −∇f, or the steps x − η∇f(x) of gradient descent, whose curves differ from it.',
  default: 'flow',
  choices: [
    { value: 'flow', label: 'the flow' },
    { value: 'map', label: 'gradient descent' },
  ],
};

const handlers = editHandlers(({ of }) => setView({ stableSets: of === 'map' ? 'map' : true }));

/** Draws the stable and unstable sets of the saddles found, of the flow or of gradient descent. */
export function StableSetsSwitch() {
  const kind = useStore(scenarioStore, ({ scenario }) => scenario.view?.stableSets ?? false);
  const isOn = kind !== false;
  return (
    <>
      <CheckControl checked={isOn} onChange={(checked) => edit(setView({ stableSets: checked || undefined }))}>
        Draw the stable and unstable sets of saddles
      </CheckControl>
      {isOn && (
        <>
          <ParamControl
            name="of"
            spec={ofSpec}
            value={kind === 'map' ? 'map' : 'flow'}
            given={kind === 'map'}
            handlers={handlers}
          />
          <p className={classes.note} data-testid="stable-sets">
            {kind === 'map' ? <OfMap /> : 'Of the flow dx/dt = −∇f.'} Solid: from these points it goes to the saddle,
            and a set of such points has measure zero. Dashed: along these it leaves.
            <Left />
          </p>
        </>
      )}
    </>
  );
}

/** Which gradient descent, and what its curves leave out. */
function OfMap() {
  const stepSize = useStore(scenarioStore, ({ scenario }) => descentStepSize(scenario));
  const folds = useStore(resultsStore, countFolds);
  if (stepSize === null) return 'Add gradient descent: its step size is that of the map, and without it none is drawn.';
  return (
    <>
      Of gradient descent, x − η∇f(x) with η = {formatNumber(stepSize)}.
      {folds > 0 &&
        ` ${folds} of the solid curves ${folds === 1 ? 'ends at a fold' : 'end at folds'}, where η is too long for a step to be taken back; further pieces of the set beyond are not drawn.`}
    </>
  );
}

const countFolds = ({ stableSets }: Results): number =>
  stableSets.flatMap(({ stableEnds }) => stableEnds).filter((end) => end === 'fold').length;

const countSaddles = ({ critical }: Results): number =>
  critical?.points.filter(({ type }) => type === 'saddle').length ?? 0;

/** How many saddles were left out. */
function Left() {
  const saddles = useStore(resultsStore, countSaddles);
  return saddles > MOST_SADDLES && ` Drawn for the lowest ${MOST_SADDLES} of ${saddles} saddles.`;
}
