import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { formatNumber } from '../../../core/formatNumber.ts';
import { pathsStore } from '../../../store/pathsStore.ts';
import { trainPathEnds } from '../../../store/trainPathEnds.ts';
import { EnergyChartView } from '../../../views/EnergyChartView.tsx';
import type { EnergyChart } from '../../../views/figures/EnergyChart.ts';
import { drawingTheme } from '../../theme.ts';
import { useThemeName } from '../../useThemeName.ts';
import classes from './PathsLab.module.css';
import { pathMethodStroke } from './pathMethodLook.ts';
import { segmentsOf } from './segmentsOf.ts';
import { type ShownPath, usePathScenario, useShownPath } from './useShownPath.ts';

const onHover = (hovered: number | null) => pathsStore.setState({ hovered });

/** f along the path that is shown, beside the plane. */
export function EnergyAlongPath() {
  const theme = drawingTheme(useThemeName());
  const shown = useShownPath();
  const hovered = useStore(pathsStore, (state) => state.hovered);
  const chart = useEnergyChart(shown);
  const isRefused = useStore(pathsStore, (state) => state.refusal !== null);
  if (!shown && isRefused) {
    return (
      <div className={classes.waiting}>
        <p>f along the path is drawn once a search can begin.</p>
        <Button size="compact-sm" variant="default" onClick={() => void trainPathEnds()}>
          Let both descend to u
        </Button>
      </div>
    );
  }
  if (!shown) return null;
  if (!chart) return <p className={classes.waiting}>f along the path is drawn once a search has come to its end.</p>;
  return <EnergyChartView chart={chart} theme={theme} hovered={hovered} onHover={onHover} />;
}

function useEnergyChart(shown: ShownPath | null): EnergyChart | null {
  const found = useStore(pathsStore, (state) => state.peers);
  const ids = useStore(pathsStore, (state) => state.shownPeers);
  const { level, method } = usePathScenario().experiment;
  return useMemo(() => {
    if (!shown?.profile) return null;
    const { arcs, values, beadArcs } = shown.profile;
    const peers = (found?.peers ?? []).flatMap(({ method: id, profile }) =>
      profile && ids.includes(id) && id !== method.id
        ? [{ id, stroke: pathMethodStroke(id), arcs: profile.arcs, values: profile.values }]
        : [],
    );
    return {
      arcs,
      values,
      beads: beadArcs,
      segments: segmentsOf(arcs, beadArcs, shown.segments),
      level,
      peers,
      summary: summary(values, level),
    };
  }, [shown, found, ids, level, method.id]);
}

function summary(values: Float64Array, level: number): string {
  const top = values.reduce((a, b) => (b > a ? b : a), Number.NEGATIVE_INFINITY);
  return `The value along the path against the length from End 1: from ${formatNumber(values[0] as number)} to ${formatNumber(values.at(-1) as number)}, at most ${formatNumber(top)}; the level is ${formatNumber(level)}.`;
}
