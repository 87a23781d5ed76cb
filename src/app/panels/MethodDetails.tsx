import { Button } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Method } from '../../core/methods/Method.ts';
import type { Params } from '../../core/params.ts';
import { resolveParams } from '../../core/resolveParams.ts';
import type { MethodChoice } from '../../scenario/types.ts';
import { setMethodParams } from '../../store/edits.ts';
import { resultsStore } from '../../store/resultsStore.ts';
import { editHandlers } from '../controls/handlers.ts';
import { ParamList } from '../controls/ParamList.tsx';
import { ProgressLine } from '../controls/ProgressLine.tsx';
import { Typeset } from '../typeset/Typeset.tsx';
import { useDeferredRuns } from '../useDeferredRuns.ts';
import { EvaluationTable } from './EvaluationTable.tsx';
import classes from './MethodsPanel.module.css';
import { selectedPoint } from './selectedPoint.ts';
import { afterDivergence, noStableStep, type StepOffers } from './stepAdvice.ts';

/** What a method can be asked beyond its parameters; each resolves to a sentence on what was found and set. */
export interface MethodActions {
  /** Sets the step size of the method at this position to 2/λ_max at the point in question. */
  readonly onLargestStableStep: (index: number) => string | Promise<string>;
  /** Estimates ℓ and ρ on the visible box and sets them. `report` takes 0 to 1; a rejection after an abort is silent. */
  readonly onEstimateConstants: (
    index: number,
    report: (fraction: number) => void,
    signal: AbortSignal,
  ) => Promise<string>;
}

interface MethodDetailsProps extends MethodActions {
  readonly method: Method;
  readonly choice: MethodChoice;
  readonly index: number;
  readonly dimension: number;
}

const noParams: Params = {};

/** Update rule, parameters, actions, evaluations and source of one method. */
export function MethodDetails({ method, choice, index, dimension, ...actions }: MethodDetailsProps) {
  const handlers = useMemo(() => editHandlers((changes) => setMethodParams(index, changes)), [index]);
  const hasConstants = 'smoothness' in method.params && 'hessianLipschitz' in method.params;
  const offers: StepOffers = { stableStep: method.largestStableStep !== undefined, constants: hasConstants };
  return (
    <div className={classes.details}>
      <Typeset tex={method.update} display plain="" />
      <ParamList specs={method.params} given={choice.params ?? noParams} dimension={dimension} handlers={handlers} />
      <DomainHint method={method} given={choice.params ?? noParams} dimension={dimension} />
      <DivergenceHint index={index} offers={offers} />
      {offers.stableStep && (
        <ActionButton run={() => unboundedHere(offers) ?? actions.onLargestStableStep(index)}>
          Largest stable step here
        </ActionButton>
      )}
      {hasConstants && (
        <ActionButton run={(report, signal) => actions.onEstimateConstants(index, report, signal)} note="Estimate">
          Estimate ℓ and ρ on the visible box
        </ActionButton>
      )}
      <EvaluationTable methodIndex={index} />
      <p className={classes.reference}>{method.reference}</p>
    </div>
  );
}

/** Why "here" is no place to ask for a stable step; null where it is one, and where there is no point at all. */
function unboundedHere(offers: StepOffers): string | null {
  const { objective } = resultsStore.getState();
  const point = selectedPoint();
  return objective && point?.x.length === objective.dimension ? noStableStep(objective, point, offers) : null;
}

interface DomainHintProps {
  readonly method: Method;
  readonly given: Params;
  readonly dimension: number;
}

/** Where in the landscape's domain the method is not defined, if anywhere. */
function DomainHint({ method, given, dimension }: DomainHintProps) {
  const domain = useStore(resultsStore, (state) => state.landscape?.domain);
  if (!method.undefinedIn || domain?.length !== dimension) return null;
  const hint = method.undefinedIn(resolveParams(method.params, given, { dimension }), domain);
  return hint && <p className={classes.answer}>{hint}</p>;
}

/** One line on what to try, once a run of the method has diverged. */
function DivergenceHint({ index, offers }: { readonly index: number; readonly offers: StepOffers }) {
  const runs = useDeferredRuns().filter((run) => run.methodIndex === index);
  const hint = afterDivergence(runs.filter(({ status }) => status === 'diverged').length, runs.length, offers);
  return hint && <p className={classes.answer}>{hint}</p>;
}

interface ActionButtonProps {
  readonly run: (report: (fraction: number) => void, signal: AbortSignal) => string | Promise<string>;
  /** What kind of answer it is, before the answer. */
  readonly note?: string;
  readonly children: string;
}

/** A button whose answer appears below it, with progress and a way to stop where it takes long. */
function ActionButton({ run, note, children }: ActionButtonProps) {
  const [answer, setAnswer] = useState<string | null>(null);
  const [fraction, setFraction] = useState<number | null>(null);
  const controller = useRef<AbortController | null>(null);
  useEffect(() => () => controller.current?.abort(), []);

  const start = async () => {
    const running = new AbortController();
    controller.current?.abort();
    controller.current = running;
    setAnswer(null);
    const finish = (text: string | null) => {
      if (controller.current !== running) return;
      setFraction(null);
      setAnswer(text);
    };
    try {
      const answered = run((share) => controller.current === running && setFraction(share), running.signal);
      if (typeof answered !== 'string') setFraction(0);
      finish(await answered);
    } catch (error) {
      finish(running.signal.aborted ? null : (error as Error).message);
    }
  };
  return (
    <div className={classes.action}>
      <Button size="compact-sm" variant="default" disabled={fraction !== null} onClick={start}>
        {children}
      </Button>
      {fraction !== null && (
        <ProgressLine label={children} fraction={fraction} onCancel={() => controller.current?.abort()} />
      )}
      <p className={classes.answer} aria-live="polite">
        {answer && note ? `${note}: ${answer}` : answer}
      </p>
    </div>
  );
}
