import { useInspection } from '../useInspection.ts';
import { InspectorPanel } from '../panels/InspectorPanel.tsx';

/** What is true at the pointer or the selected point. */
export function RightPanel() {
  return <InspectorPanel inspected={useInspection()} />;
}
