import { create } from 'zustand';
import type { ClaimReport } from '../core/claims/Claim.ts';
import type { Params } from '../core/params.ts';
import { DEFAULT_SEED } from '../scenario/defaultSeed.ts';
import { encodeLink } from '../scenario/encodeLink.ts';
import type { ClaimExperiment, Scenario } from '../scenario/types.ts';
import { compute } from './compute.ts';
import type { ParamChanges } from './edits.ts';
import { notify } from './notices.ts';
import { preferencesStore } from './preferencesStore.ts';
import { type Fraction, resultsStore } from './resultsStore.ts';
import { scenarioStore } from './scenarioStore.ts';

/** A claim that was asked for. */
export interface CheckedClaim {
  /** The scenario that gives the same report. */
  readonly scenario: Scenario & { readonly experiment: ClaimExperiment };
  /** How far the check is; null once it is done. A claim that waits for its turn is at 0. */
  readonly progress: Fraction;
  /** Null while it is being checked. */
  readonly report: ClaimReport | null;
}

interface Claims {
  /** Whether the right panel shows the claims rather than the inspector. */
  readonly shown: boolean;
  /** What was asked for on the landscape of the moment, by the claim's id. */
  readonly checks: Readonly<Record<string, CheckedClaim>>;
  /** Parameters that differ from the defaults, by the claim's id; they stay with another landscape. */
  readonly params: Readonly<Record<string, Params>>;
  /** The claim whose card is open; null for none. */
  readonly open: string | null;
  /** Whether the claims are on screen: the right panel may be closed, or show the inspector. */
  readonly onScreen: boolean;
  /** The claim that the opened scenario is about, as long as its landscape is shown; null for none. */
  readonly scene: string | null;
  /** The claim whose card is to be scrolled to; the card sets this to null once it is there. */
  readonly toReveal: string | null;
}

/** The claims and what is known of them. Nothing here is in the page's link; a claim has a link of its own. */
export const claimsStore = create<Claims>()(() => ({
  shown: false,
  checks: {},
  params: {},
  open: null,
  onScreen: false,
  scene: null,
  toReveal: null,
}));

/** Claims that wait for their turn or are being checked, in order: the worker takes one at a time. */
const queue: { readonly id: string; readonly abort: AbortController }[] = [];
let busy = false;

/** The seed of the scenario. */
const seed = (): number => scenarioStore.getState().scenario.seed ?? DEFAULT_SEED;

function setCheck(id: string, check: CheckedClaim | null): void {
  const { [id]: _before, ...checks } = claimsStore.getState().checks;
  claimsStore.setState({ checks: check ? { ...checks, [id]: check } : checks });
}

/** Checks a claim on the landscape that is shown, after those that were asked for before. */
export function check(id: string): void {
  const { landscape } = resultsStore.getState();
  if (!landscape) return;
  cancelCheck(id);
  const params = claimsStore.getState().params[id] ?? {};
  const experiment: ClaimExperiment = { kind: 'claim', claim: id, ...(Object.keys(params).length > 0 && { params }) };
  const scenario = { version: 1 as const, seed: seed(), landscape: landscape.choice, experiment };
  setCheck(id, { scenario, progress: 0, report: null });
  queue.push({ id, abort: new AbortController() });
  void work();
}

/** Takes a claim back that is being checked or waits for it. */
export function cancelCheck(id: string): void {
  const at = queue.findIndex((entry) => entry.id === id);
  if (at < 0) return;
  const [entry] = queue.splice(at, 1);
  entry?.abort.abort();
  setCheck(id, null);
}

/** Changes parameters of a claim; what was found with others goes. */
export function setClaimParams(id: string, changes: ParamChanges): void {
  const all = { ...claimsStore.getState().params[id], ...changes };
  const params = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Params;
  claimsStore.setState((state) => ({ params: { ...state.params, [id]: params } }));
  cancelCheck(id);
  setCheck(id, null);
}

/** Checks what is in the queue, one after the other. */
async function work(): Promise<void> {
  if (busy) return;
  busy = true;
  for (let entry = queue[0]; entry; entry = queue[0]) {
    await run(entry.id, entry.abort.signal);
    if (queue[0] === entry) queue.shift();
  }
  busy = false;
}

async function run(id: string, signal: AbortSignal): Promise<void> {
  const { landscape } = resultsStore.getState();
  const asked = claimsStore.getState().checks[id];
  if (!landscape || !asked) return;
  const isWanted = () => !signal.aborted;
  const { params = {} } = asked.scenario.experiment;
  const payload = { landscape, claim: id, params, seed: asked.scenario.seed ?? DEFAULT_SEED };
  const onProgress = (progress: number) => isWanted() && setCheck(id, { ...asked, progress });
  try {
    const report = await compute.run('claim', payload, { lane: 'claim', signal, onProgress });
    if (!isWanted()) return;
    setCheck(id, { ...asked, progress: null, report });
    await tell(id, report);
  } catch (error) {
    if (isWanted()) setCheck(id, null);
    compute.report(error, 'The claim could not be checked');
  }
}

/** Whether the sentence under the views says what comes out of a claim. */
const isInSentence = (id: string): boolean =>
  claimsStore.getState().scene === id && scenarioStore.getState().scenario.experiment.methods.length === 0;

/** Says what came out: aloud, and in a notice where neither the claims nor the sentence show it. */
async function tell(id: string, { verdict }: ClaimReport): Promise<void> {
  // The claims come with their panel, and are no part of what the page loads first.
  const { claimById } = await import('../core/claims/registry.ts');
  const text = `Claim checked: “${claimById(id)?.name ?? id}”, ${verdict}.`;
  resultsStore.setState({ announcement: text });
  if (!claimsStore.getState().onScreen && !isInSentence(id)) notify({ kind: 'info', text });
}

/** The address that opens a landscape with this claim checked on it. */
export function claimLink({ scenario }: CheckedClaim): string {
  const { view } = scenarioStore.getState().scenario;
  const address = new URL(window.location.href);
  address.hash = encodeLink({ ...scenario, ...(view && Object.keys(view).length > 0 && { view }) });
  return address.href;
}

/** The claim of a link that was opened, until its landscape is there. */
let wanted: string | null = null;

/** Shows the claims, and checks this one as soon as the landscape of the scenario is there. */
export function openClaim({ claim: id, params = {} }: ClaimExperiment): void {
  preferencesStore.setState({ rightPanelOpen: true });
  claimsStore.setState((state) => ({ shown: true, open: id, scene: id, params: { ...state.params, [id]: params } }));
  wanted = id;
  checkWanted();
}

/** Forgets the claim of the scenario that was shown, where another is opened. */
export function leaveClaim(): void {
  wanted = null;
  claimsStore.setState({ scene: null, toReveal: null });
}

function checkWanted(): void {
  const { landscapeChoice } = resultsStore.getState();
  if (wanted === null || landscapeChoice !== scenarioStore.getState().scenario.landscape) return;
  const id = wanted;
  wanted = null;
  // Not before its landscape is there: which cards stand above it depends on that.
  claimsStore.setState({ toReveal: id });
  check(id);
}

/**
 * Forgets what was found as soon as another landscape is shown or the seed is another, and checks the claim that a link asks for.
 * @returns ends the following
 */
export function followClaims(): () => void {
  let before = [resultsStore.getState().landscape, seed()] as const;
  const update = () => {
    const now = [resultsStore.getState().landscape, seed()] as const;
    if (now[0] !== before[0] || now[1] !== before[1]) {
      if (now[0] !== before[0] && wanted === null) leaveClaim();
      before = now;
      for (const { id } of [...queue]) cancelCheck(id);
      if (Object.keys(claimsStore.getState().checks).length > 0) claimsStore.setState({ checks: {} });
    }
    checkWanted();
  };
  const ends = [resultsStore.subscribe(update), scenarioStore.subscribe(update)];
  update();
  return () => {
    for (const end of ends) end();
  };
}
