import { InspectorPanel } from '../panels/InspectorPanel.tsx';
import { useInspection } from '../useInspection.ts';

/** What is true at the pointer or the selected point. */
export function RightPanel() {
  return <InspectorPanel inspected={useInspection()} />;
}
