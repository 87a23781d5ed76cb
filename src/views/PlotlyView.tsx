import contour from 'plotly.js/lib/contour';
import type { Data, Layout } from 'plotly.js/lib/core';
import Plotly from 'plotly.js/lib/core';
import { useEffect, useRef, useState } from 'react';
import type { Figure } from './figures/Figure.ts';
import { PendingDraws } from './PendingDraws.ts';

Plotly.register([contour]);

const config = { staticPlot: true, displayModeBar: false, responsive: false, showAxisDragHandles: false };

export interface PlotlyViewProps {
  readonly figure: Figure;
  /** Called with each figure as soon as it stands in the page; figures that were overtaken are left out. */
  readonly onDrawn?: (figure: Figure) => void;
}

/**
 * Draws a figure with Plotly: contour and scatter traces, without interaction of its own. A new figure replaces the
 * old one in place. Load this file lazily: it brings Plotly with it.
 */
export default function PlotlyView({ figure, onDrawn }: PlotlyViewProps) {
  const host = useRef<HTMLDivElement>(null);
  const drawn = useRef(onDrawn);
  drawn.current = onDrawn;
  const [draws] = useState(() => new PendingDraws());
  useEffect(() => {
    let current = true;
    const { data, layout } = mutable(figure);
    const element = host.current as HTMLDivElement;
    const draw = Plotly.react(element, data, layout, config);
    draws.add(draw);
    void draw.then(() => {
      if (current) drawn.current?.(figure);
    });
    return () => {
      current = false;
    };
  }, [figure, draws]);
  useEffect(() => {
    const element = host.current as HTMLDivElement;
    return () => void draws.whenDone(() => Plotly.purge(element));
  }, [draws]);
  return <div ref={host} />;
}

/** Plotly writes into what it is given. */
function mutable(figure: Figure): { data: Data[]; layout: Partial<Layout> } {
  return { data: figure.data.map((trace) => ({ ...trace }) as Data), layout: { ...figure.layout } as Partial<Layout> };
}
