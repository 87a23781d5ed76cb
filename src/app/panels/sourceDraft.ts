import { useEffect, useRef, useState } from 'react';
import type { Params } from '../../core/params.ts';
import type { ParamChanges } from '../../store/edits.ts';
import type { ParamHandlers } from '../controls/handlers.ts';

/** How long the typing must pause before a formula is tried. */
const PAUSE_MS = 150;
/** How long it must pause before the next change is another step of the history. */
const STEP_MS = 2000;

interface Draft {
  /** What the editor shows: what was typed over what is in force. */
  readonly shown: Params;
  /** True while what is shown has not been handed on. */
  readonly pending: boolean;
  readonly handlers: ParamHandlers;
}

interface Outside {
  readonly inForce: Params;
  /** Tries a whole set of parameters and puts it in force if it is right, within a gesture if there is one. */
  readonly onSource: (params: Params) => void;
}

/**
 * A typed landscape that may be wrong at any moment: what was typed stays in the editor, and what is in force stays
 * in the scenario. When the scenario changes from elsewhere (undo, gallery), the draft gives way.
 * @param inForce  the scenario's parameters, resolved
 * @param scenarioHandlers  for dragging a constant while nothing else is being typed; stable over renders
 */
export function useSourceDraft(
  inForce: Params,
  onSource: (params: Params) => void,
  scenarioHandlers: ParamHandlers,
): Draft {
  const [draft, setDraft] = useState<Params | null>(null);
  const [pending, setPending] = useState(false);
  const outside = useRef<Outside>({ inForce, onSource });
  useEffect(() => {
    outside.current = { inForce, onSource };
  });
  const [controller] = useState(() => draftController(outside, scenarioHandlers, setDraft, setPending));
  useEffect(() => controller.follow(inForce), [controller, inForce]);
  useEffect(() => controller.flush, [controller]);
  return { shown: draft ?? inForce, pending, handlers: controller.handlers };
}

const same = (a: Params, b: Params): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The draft apart from React: what `useSourceDraft` shows and does. */
export function draftController(
  outside: { readonly current: Outside },
  scenarioHandlers: ParamHandlers,
  showDraft: (draft: Params | null) => void,
  showPending: (pending: boolean) => void,
) {
  let draft: Params | null = null;
  let sent: Params | null = null;
  let typing = false;
  let sendTimer: number | null = null;
  let stepTimer = 0;

  const keep = (next: Params | null) => {
    draft = next;
    showDraft(next);
  };
  const flush = () => {
    if (sendTimer === null) return;
    window.clearTimeout(sendTimer);
    sendTimer = null;
    showPending(false);
    if (!draft) return;
    sent = draft;
    outside.current.onSource(draft);
  };
  const change = (changes: ParamChanges, wait: number) => {
    keep(merged(draft ?? outside.current.inForce, changes));
    if (sendTimer !== null) window.clearTimeout(sendTimer);
    sendTimer = window.setTimeout(flush, wait);
    if (wait === 0) flush();
    else showPending(true);
  };
  const endTyping = () => {
    flush();
    window.clearTimeout(stepTimer);
    if (typing) scenarioHandlers.endSlide();
    typing = false;
  };
  const beginSlide = () => {
    endTyping();
    scenarioHandlers.beginSlide();
  };
  const endSlide = () => {
    endTyping();
    scenarioHandlers.endSlide();
  };
  const type = (changes: ParamChanges) => {
    if (!typing) scenarioHandlers.beginSlide();
    typing = true;
    window.clearTimeout(stepTimer);
    stepTimer = window.setTimeout(endTyping, STEP_MS);
    change(changes, PAUSE_MS);
  };
  const slide = (changes: ParamChanges) => {
    if (draft) return change(changes, 0);
    sent = merged(outside.current.inForce, changes);
    scenarioHandlers.slide(changes);
  };
  const set = (changes: ParamChanges) => ('expression' in changes ? type(changes) : change(changes, 0));
  const handlers: ParamHandlers = { set, slide, beginSlide, endSlide };

  return {
    handlers,
    flush,
    /** Takes note of what is in force: the draft ends when it is in force itself, or when somebody else changed it. */
    follow: (inForce: Params) => {
      if (draft && (same(draft, inForce) || !sent || !same(sent, inForce))) keep(null);
    },
  };
}

function merged(params: Params, changes: ParamChanges): Params {
  const next = { ...params, ...changes } as Params;
  return { ...next, domain: fittedDomain(next) };
}

/** The domain with one interval per variable: kept by place, the first interval for new variables. */
function fittedDomain({ variables, domain }: Params): NonNullable<Params[string]> {
  const names = variables as readonly string[];
  const box = (domain ?? []) as readonly (readonly [number, number])[];
  return names.map((_, i) => box[i] ?? box[0] ?? ([-2, 2] as const));
}
