import { octopus } from '../../../core/landscapes/octopus.ts';
import type { NumberParam, ParamSpecs, Params } from '../../../core/params.ts';
import { setOctopus } from '../../../store/escapeEdits.ts';
import { ParamList } from '../../controls/ParamList.tsx';
import { Section } from '../../panels/Section.tsx';
import { EscapeMethods } from './EscapeMethods.tsx';
import classes from './EscapePanels.module.css';
import { ExperimentPanel } from './ExperimentPanel.tsx';
import { escapeHandlers } from './escapeHandlers.ts';
import { useEscapeScenario } from './useEscape.ts';

const { L, gamma, tau, dimension } = octopus.params as Required<typeof octopus.params>;
// The starts in [−1, 1]^d lie in the tube for τ from 1 on.
const roomyTau = { ...(tau as NumberParam), min: 1, slider: { from: 1, to: 10, scale: 'linear' } } as const;
const shapeSpecs = { gamma, tau: roomyTau } as ParamSpecs;
const raceSpecs = { L, dimension } as ParamSpecs;
const handlers = escapeHandlers(setOctopus);
const nothing: Params = {};

/** The left panel of the Escape lab: what is run, on which octopuses, by which methods. */
export default function EscapeControls() {
  const { landscape, view } = useEscapeScenario();
  const given = landscape.params ?? nothing;
  const race = (
    <Section key="race" title="Race" summary="one run each">
      <p className={classes.about}>One run of each method, from one start, on the octopus with</p>
      <ParamList specs={raceSpecs} given={given} dimension={2} handlers={handlers} />
    </Section>
  );
  const experiment = <ExperimentPanel key="experiment" />;
  const methods = <EscapeMethods key="methods" />;
  return (
    <>
      <Section title="Octopus">
        <p className={classes.about}>{octopus.description}</p>
        <ParamList specs={shapeSpecs} given={given} dimension={2} handlers={handlers} />
      </Section>
      {view?.race ? [race, methods, experiment] : [experiment, methods, race]}
    </>
  );
}
