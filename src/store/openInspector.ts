import { preferencesStore } from './preferencesStore.ts';
import { resultsStore } from './resultsStore.ts';

/** Shows the panel on the right, beside the views or, where there is no room, over them. */
export function openInspector(): void {
  preferencesStore.setState({ rightPanelOpen: true });
  resultsStore.setState({ drawer: 'right' });
}
