/** What is asked of a picture. */
export interface ImageRequest {
  readonly format: 'svg' | 'png';
  /** Pixels of a PNG per CSS pixel; made smaller where the picture would pass 8,192 pixels. */
  readonly scale: number;
  /** Title inside the file, for readers who cannot see it. */
  readonly title: string;
}

/** Longest side of a PNG: browsers give up beyond it. */
const LONGEST_SIDE = 8192;
const SVG = 'http://www.w3.org/2000/svg';

/**
 * A picture of the view in `host` as it is on the screen, as one file that needs nothing else: contour, overlay, axes
 * and colour bar composed in one SVG, a chart, or the surface as an image inside an SVG. A PNG is drawn from the SVG.
 * @param host  element that holds a PlaneView, ChartView or SurfaceView
 * @throws Error if there is no view in it yet, or the browser cannot draw it
 */
export async function exportImage(host: HTMLElement, request: ImageRequest): Promise<Blob> {
  const view = host.matches('[data-picture]') ? host : host.querySelector<HTMLElement>('[data-picture]');
  if (!view || view.clientWidth === 0) throw new Error('There is no picture to export yet.');
  const picture =
    view.dataset.picture === 'surface' ? await surfacePicture(view, request) : drawnPicture(view, request);
  const text = new XMLSerializer().serializeToString(picture);
  const vector = new Blob([`<?xml version="1.0" encoding="UTF-8"?>\n${text}`], { type: 'image/svg+xml' });
  const width = view.clientWidth + beside(view);
  return request.format === 'svg' ? vector : rasterised(vector, width, view.clientHeight, request.scale);
}

/** Width in pixels of what a view draws left of its edge, for its picture only. */
const beside = ({ dataset }: HTMLElement): number => Number(dataset.beside ?? 0);

/** An empty SVG of the view's size with its background, typeface and title. */
function emptyPicture(view: HTMLElement, { title }: ImageRequest): SVGSVGElement {
  const x = -beside(view);
  const [width, height] = [view.clientWidth - x, view.clientHeight];
  const picture = element('svg', { width, height, viewBox: `${x} 0 ${width} ${height}` });
  picture.style.fontFamily = getComputedStyle(view).fontFamily;
  const name = element('title', {});
  name.textContent = title;
  picture.append(name, element('rect', { x, width, height, fill: view.dataset.background ?? '#ffffff' }));
  return picture as SVGSVGElement;
}

function element(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

/** All drawings of a view in their places on the screen, those of the plot clipped to it. */
function drawnPicture(view: HTMLElement, request: ImageRequest): SVGSVGElement {
  const picture = emptyPicture(view, request);
  const bounds = view.getBoundingClientRect();
  const plot = view.querySelector('[data-plot]');
  const plotBounds = plot?.getBoundingClientRect() ?? bounds;
  const inPlot = nested(plotBounds, bounds, plotBounds.width, plotBounds.height);
  if (plot) picture.append(inPlot);
  for (const drawing of view.querySelectorAll<SVGSVGElement | HTMLCanvasElement>('svg, canvas')) {
    if (drawing.parentElement?.closest('svg') || isEmptyPlotlyLayer(drawing)) continue;
    const isInPlot = plot?.contains(drawing) ?? false;
    const origin = isInPlot ? plotBounds : bounds;
    const copy = drawing instanceof HTMLCanvasElement ? painted(drawing, origin) : placed(drawing, origin);
    (isInPlot ? inPlot : picture).append(copy);
  }
  return picture;
}

/** Plotly lays a second drawing over the first for what follows the pointer. */
function isEmptyPlotlyLayer(drawing: Element): boolean {
  return drawing.classList.contains('main-svg') && !drawing.querySelector('.cartesianlayer path');
}

function nested(place: DOMRect, origin: DOMRect, width: number, height: number): SVGElement {
  return element('svg', {
    x: place.left - origin.left,
    y: place.top - origin.top,
    width: place.width,
    height: place.height,
    viewBox: `0 0 ${width} ${height}`,
    preserveAspectRatio: 'none',
  });
}

/** A copy of a drawing that stands where the screen shows it, without what only serves the screen. */
function placed(drawing: SVGSVGElement, origin: DOMRect): SVGElement {
  const place = drawing.getBoundingClientRect();
  const frame = nested(place, origin, drawing.width.baseVal.value || 1, drawing.height.baseVal.value || 1);
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  for (const part of copy.querySelectorAll('[data-screen-only]')) part.remove();
  for (const part of copy.querySelectorAll('[class]')) part.removeAttribute('class');
  frame.append(...copy.childNodes);
  return frame;
}

/** What is painted on a canvas, as an image with the same pixels where the screen shows it. */
function painted(canvas: HTMLCanvasElement, origin: DOMRect): SVGElement {
  const { left, top, width, height } = canvas.getBoundingClientRect();
  const image = element('image', {
    x: left - origin.left,
    y: top - origin.top,
    width,
    height,
    preserveAspectRatio: 'none',
    href: canvas.toDataURL(),
  });
  image.style.imageRendering = 'pixelated';
  return image;
}

async function surfacePicture(view: HTMLElement, request: ImageRequest): Promise<SVGSVGElement> {
  const plot = view.querySelector<HTMLElement>('.js-plotly-plot');
  if (!plot) throw new Error('The surface is not drawn yet.');
  const { surfaceToPng } = await import('./Plotly3D.tsx');
  const { clientWidth: width, clientHeight: height } = view;
  const picture = emptyPicture(view, request);
  const href = await surfaceToPng(plot, width, height, Math.max(2, request.scale));
  picture.append(element('image', { width, height, href }));
  const caption = view.querySelector('[data-caption]')?.textContent;
  if (caption) {
    const text = element('text', { x: 12, y: height - 12, 'font-size': 13, fill: getComputedStyle(view).color });
    text.textContent = caption;
    picture.append(text);
  }
  return picture;
}

async function rasterised(vector: Blob, width: number, height: number, wantedScale: number): Promise<Blob> {
  const scale = Math.min(wantedScale, LONGEST_SIDE / Math.max(width, height));
  const address = URL.createObjectURL(vector);
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob(
        (blob) => (blob ? resolve(blob) : reject(new Error('The browser could not draw the picture.'))),
        'image/png',
      );
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}
