import { estimateConstants, largestStableStep } from '../methodActions.ts';
import { BasinsPanel } from '../panels/BasinsPanel.tsx';
import { CriticalPointsPanel } from '../panels/CriticalPointsPanel.tsx';
import { MethodsPanel } from '../panels/MethodsPanel.tsx';
import { StartsPanel } from '../panels/StartsPanel.tsx';
import { StoppingPanel } from '../panels/StoppingPanel.tsx';
import { ViewPanel } from '../panels/ViewPanel.tsx';
import { ShownLandscape } from './ShownLandscape.tsx';

/** Landscape, methods, starts, critical points, basins, stopping, view. */
export function LeftPanel() {
  return (
    <>
      <ShownLandscape />
      <MethodsPanel onLargestStableStep={largestStableStep} onEstimateConstants={estimateConstants} />
      <StartsPanel />
      <CriticalPointsPanel />
      <BasinsPanel />
      <StoppingPanel />
      <ViewPanel />
    </>
  );
}
