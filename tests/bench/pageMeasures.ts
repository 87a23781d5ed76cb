/**
 * Runs in the page, with the mouse holding the first start: moves it on a small circle and measures each event from
 * its dispatch at the beginning of a frame to the end of that frame's painting, in milliseconds.
 * @param everyFrame  false moves as fast as it can, with a frame after every tenth event only, and measures nothing
 */
export async function measureDragging(options: { events: number; everyFrame: boolean }): Promise<number[]> {
  const handle = [...document.querySelectorAll('[aria-label^="Start 1 at "]')].at(0);
  if (!handle) throw new Error('There is no start.');
  const box = handle.getBoundingClientRect();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const move = (event: number) => {
    const angle = event / 17;
    const [clientX, clientY] = [x + 40 * Math.cos(angle) - 40, y + 40 * Math.sin(angle)];
    handle.dispatchEvent(
      new PointerEvent('pointermove', { pointerId: 1, isPrimary: true, buttons: 1, bubbles: true, clientX, clientY }),
    );
  };
  const painted = () =>
    new Promise<void>((resolve) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => resolve();
      channel.port2.postMessage(null);
    });
  const frame = () => new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));
  const times: number[] = [];
  for (let event = 0; event < options.events; event++) {
    if (!options.everyFrame && event % 10 !== 0) {
      move(event);
      continue;
    }
    await frame();
    const began = performance.now();
    move(event);
    await painted();
    times.push(performance.now() - began);
  }
  return times;
}

/**
 * Runs in the page: drags the level up and down the colour bar and measures each event from its dispatch at the
 * beginning of a frame to the end of that frame's painting, in milliseconds.
 */
export async function measureLevelDragging(events: number): Promise<number[]> {
  const bar = document.querySelector('[role=slider][aria-label="Level u"][aria-orientation=vertical]');
  if (!bar) throw new Error('There is no level.');
  const { x, y, height } = bar.getBoundingClientRect();
  const send = (type: string, share: number) =>
    bar.dispatchEvent(
      new PointerEvent(type, {
        pointerId: 1,
        isPrimary: true,
        buttons: 1,
        bubbles: true,
        clientX: x + 6,
        clientY: y + share * height,
      }),
    );
  // A pointer that does not exist cannot be captured.
  bar.setPointerCapture = () => {};
  send('pointerdown', 0.5);
  const times: number[] = [];
  for (let event = 0; event < events; event++) {
    await new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));
    const began = performance.now();
    send('pointermove', 0.5 + 0.45 * Math.sin(event / 19));
    await new Promise<void>((resolve) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => resolve();
      channel.port2.postMessage(null);
    });
    times.push(performance.now() - began);
  }
  send('pointerup', 0.5);
  return times;
}

interface PlotlyGlobal {
  newPlot(element: Element, data: unknown[], layout: unknown): Promise<unknown>;
  restyle(element: Element, change: unknown, traces: number[]): Promise<unknown>;
}

/** What a Plotly graph shows in place of the page: a grid of values, and the lines at every event. */
export interface RestylingOptions {
  /** The box, an interval for each variable. */
  readonly box: readonly (readonly [number, number])[];
  /** Rows of y. */
  readonly z: readonly (readonly number[])[];
  /** By event and line. */
  readonly events: readonly (readonly { readonly x: readonly number[]; readonly y: readonly number[] }[])[];
}

/**
 * Runs in a page that holds Plotly's full bundle: a contour with lines over it, restyled at the beginning of a frame;
 * measured as above.
 */
export async function measureRestyling({ box, z, events }: RestylingOptions): Promise<number[]> {
  const { Plotly } = window as unknown as { Plotly: PlotlyGlobal };
  const host = document.createElement('div');
  host.style.width = '880px';
  host.style.height = '560px';
  document.body.append(host);
  const [x, y] = box.map(([low, high]) => z.map((_, i) => low + ((high - low) * i) / (z.length - 1)));
  const lines = (events[0] ?? []).map((line) => ({ ...line, type: 'scatter', mode: 'lines' }));
  await Plotly.newPlot(host, [{ type: 'contour', x, y, z }, ...lines], {});
  const traces = lines.map((_, k) => k + 1);
  const times: number[] = [];
  for (const event of events) {
    const change = { x: event.map((line) => line.x), y: event.map((line) => line.y) };
    await new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));
    const began = performance.now();
    await Plotly.restyle(host, change, traces);
    await new Promise<void>((resolve) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => resolve();
      channel.port2.postMessage(null);
    });
    times.push(performance.now() - began);
  }
  host.remove();
  return times;
}

/** Runs in the page before its own scripts: notes when the first line of a contour enters the document. */
export function noteFirstContour(): void {
  const observer = new MutationObserver(() => {
    if (!document.querySelector('.contourlayer path')) return;
    performance.mark('first contour');
    observer.disconnect();
  });
  observer.observe(document, { childList: true, subtree: true });
}

/** Runs in the page: when the first contour came, in milliseconds, and the files that were asked for before it. */
export function loadedBeforeContour(): { readonly time: number; readonly loaded: readonly string[] } {
  const time = performance.getEntriesByName('first contour')[0]?.startTime ?? Number.NaN;
  const entries = performance.getEntriesByType('resource').filter(({ startTime }) => startTime < time);
  return { time, loaded: [...new Set(entries.map(({ name }) => name))] };
}
