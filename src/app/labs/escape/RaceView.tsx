import { useMemo } from 'react';
import { useStore } from 'zustand';
import { describeRace } from '../../../core/escape/sentence.ts';
import { octopusOf } from '../../../store/escapeEdits.ts';
import { escapeStore } from '../../../store/escapeStore.ts';
import { cancelRace, restartRace } from '../../../store/followEscape.ts';
import { pause, seek } from '../../../store/playback.ts';
import { ChartView } from '../../../views/ChartView.tsx';
import { TubeView } from '../../../views/TubeView.tsx';
import { drawingTheme } from '../../theme.ts';
import { useThemeName } from '../../useThemeName.ts';
import { LabSentence } from './LabSentence.tsx';
import { RaceCounters } from './RaceCounters.tsx';
import { RaceTools } from './RaceTools.tsx';
import { RaceTransport } from './RaceTransport.tsx';
import classes from './RaceView.module.css';
import { raceSizesChart, raceValueChart } from './raceCharts.ts';
import { TrapStory } from './TrapStory.tsx';
import { tubeWalks } from './tubeWalks.ts';
import { useFoundMethods } from './useEscape.ts';
import { useRaceAxes, useRaceIteration, useShownRacers } from './useRace.ts';

const nothingHovered = () => {};

const seekAndHold = (iteration: number) => {
  pause();
  seek(iteration);
};

/** One run of each method side by side through the saddles of one octopus, played from what was recorded. */
export function RaceView({ presenting }: { readonly presenting: boolean }) {
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className={classes.race} aria-label="The race" tabIndex={0}>
        <RaceCharts />
        <div className={classes.beside}>
          {!presenting && <RaceTools />}
          <RaceTube />
          {!presenting && <TrapStory />}
        </div>
      </section>
      <RaceCounters />
      <RaceSentence />
      <RaceTransport />
    </>
  );
}

/** f and the coordinates' sizes against the iteration, with the transport's place on them. */
function RaceCharts() {
  const found = useStore(escapeStore, (state) => state.race);
  const racers = useShownRacers();
  const position = useRaceIteration();
  const theme = drawingTheme(useThemeName());
  const charts = useMemo(() => {
    if (!found) return [];
    const last = Math.max(...racers.map(({ racer }) => racer.last), 1);
    const { dimension } = found.result;
    return [raceValueChart(racers, dimension, last), raceSizesChart(racers, dimension, last)];
  }, [found, racers]);
  return (
    <div className={classes.charts}>
      {charts.map((chart, i) => (
        <div key={chart.title} className={classes.chart} data-view={`race-chart-${i}`}>
          <ChartView
            chart={chart}
            theme={theme}
            position={position}
            highlighted={null}
            emphasised={null}
            onHoverIterate={nothingHovered}
            onSeek={seekAndHold}
          />
        </div>
      ))}
    </div>
  );
}

/** The way of each method in the plane of two coordinates. */
function RaceTube() {
  const found = useStore(escapeStore, (state) => state.race);
  const racers = useShownRacers();
  const iteration = useRaceIteration();
  const axes = useRaceAxes();
  const theme = drawingTheme(useThemeName());
  const walks = useMemo(() => (found ? tubeWalks(racers, found.result.dimension, axes) : []), [found, racers, axes]);
  if (!found) return null;
  return (
    <div className={classes.tube} data-view="race-tube">
      <TubeView tau={octopusOf(found.of).tau} axes={axes} walks={walks} iteration={iteration} theme={theme} />
    </div>
  );
}

function RaceSentence() {
  const found = useStore(escapeStore, (state) => state.race);
  const progress = useStore(escapeStore, (state) => state.raceProgress);
  const iteration = useRaceIteration();
  const { isCurrent, named } = useFoundMethods(found);
  const sentence = found ? describeRace(found.result.racers, found.result.dimension, iteration, named) : '';
  const isMissing = progress === null && (!found || !isCurrent);
  return (
    <LabSentence
      sentence={sentence}
      state={isMissing ? 'The race with these settings was not run to its end.' : null}
      progress={progress}
      label="The race computed"
      onCancel={cancelRace}
      onRestart={restartRace}
    />
  );
}
