import { useStore } from 'zustand';
import { notify } from '../../store/notices.ts';
import { resultsStore } from '../../store/resultsStore.ts';
import { SurfaceView } from '../../views/SurfaceView.tsx';
import { drawingTheme } from '../theme.ts';
import { useThemeName } from '../useThemeName.ts';
import {
  useAxisNames,
  useContourStyle,
  useCriticalMarks,
  useHighlight,
  usePlaneStarts,
  usePlaneTrajectories,
} from './usePlaneProps.ts';

const onContextLost = (sentence: string) => notify({ kind: 'warning', text: sentence });

/** The surface, linked to the contour in everything. */
export default function LinkedSurface() {
  const field = useStore(resultsStore, (state) => state.field);
  const position = useStore(resultsStore, (state) => state.position);
  const selectedStart = useStore(resultsStore, (state) => state.selectedStart);
  const name = useStore(resultsStore, (state) => state.landscape?.name ?? 'the landscape');
  return (
    <SurfaceView
      field={field}
      contourStyle={useContourStyle()}
      theme={drawingTheme(useThemeName())}
      axisNames={useAxisNames()}
      trajectories={usePlaneTrajectories()}
      starts={usePlaneStarts()}
      selectedStart={selectedStart}
      position={position}
      highlighted={useHighlight()}
      marks={useCriticalMarks()}
      label={`Surface of ${name}`}
      onContextLost={onContextLost}
    />
  );
}
