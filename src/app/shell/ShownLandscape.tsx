import { useStore } from 'zustand';
import type { FormulaSource } from '../../core/landscapes/Landscape.ts';
import type { Params } from '../../core/params.ts';
import { editAsFormula, tryLandscapeParams } from '../../store/followLandscape.ts';
import { resultsStore } from '../../store/resultsStore.ts';
import { editInGesture } from '../../store/scenarioStore.ts';
import { LandscapePanel } from '../panels/LandscapePanel.tsx';

const onSource = (params: Params): void => void tryLandscapeParams(params, editInGesture);

const onEditAsFormula = (source: FormulaSource): void => void editAsFormula(source);

const onOpenGallery = () => resultsStore.setState({ galleryOpen: true });

/** The landscape that the labs share, chosen, set or typed. */
export function ShownLandscape() {
  const compiled = useStore(resultsStore, (state) => state.landscape?.compiled ?? null);
  const badges = compiled ? smoothnessBadges(compiled.smoothness) : [];
  return (
    <LandscapePanel
      tex={compiled?.tex ?? null}
      badges={badges}
      onSource={onSource}
      onEditAsFormula={onEditAsFormula}
      onOpenGallery={onOpenGallery}
    />
  );
}

/** How a formula that is not smooth everywhere is labelled. */
function smoothnessBadges({ piecewise, nonSmooth }: { piecewise: boolean; nonSmooth: readonly string[] }): string[] {
  return [
    ...(piecewise ? ['piecewise'] : []),
    ...(nonSmooth.length > 0 ? [`not smooth: ${nonSmooth.join(', ')}`] : []),
  ];
}
