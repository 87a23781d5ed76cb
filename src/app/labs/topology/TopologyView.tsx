import { ContourStyleControls, useContourStyleSummary } from '../../panels/ContourStyleControls.tsx';
import { Section } from '../../panels/Section.tsx';

/** How values become colours and heights, in the contour, on the bar and in the tree. */
export function TopologyView() {
  const summary = useContourStyleSummary();
  return (
    <Section title="View" summary={summary}>
      <ContourStyleControls />
    </Section>
  );
}
