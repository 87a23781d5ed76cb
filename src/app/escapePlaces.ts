import { setEscapeView } from '../store/escapeLooks.ts';
import { isBehindEscape, scenarioStore } from '../store/scenarioStore.ts';

/** What can be shown behind the tab of the Escape lab, in the order of its switch. */
export const escapePlaces = ['experiment', 'race', 'comparison'] as const;

export type EscapePlace = (typeof escapePlaces)[number];

/** Which of them is shown, or would be. */
export const shownEscapePlace = ({
  lab,
  escape: { view },
}: Pick<ReturnType<typeof scenarioStore.getState>, 'lab' | 'escape'>): EscapePlace =>
  lab === 'comparison' ? 'comparison' : view?.race ? 'race' : 'experiment';

/** Shows one of them, as one step of the history. */
export function openEscapePlace(place: EscapePlace): void {
  const state = scenarioStore.getState();
  if (isBehindEscape(state.lab) && shownEscapePlace(state) === place) return;
  if (place === 'comparison') scenarioStore.setState({ lab: 'comparison' });
  else {
    const race = place === 'race' || undefined;
    const isSet = (state.escape.view?.race || undefined) === race;
    scenarioStore.setState({ lab: 'escape', escape: isSet ? state.escape : setEscapeView({ race })(state.escape) });
  }
}

/** Shows the next of them, the first after the last. */
export function nextEscapePlace(): void {
  const at = escapePlaces.indexOf(shownEscapePlace(scenarioStore.getState()));
  openEscapePlace(escapePlaces[(at + 1) % escapePlaces.length] as EscapePlace);
}
