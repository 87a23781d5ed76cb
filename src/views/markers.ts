import type { Stroke } from './types.ts';

type Corners = readonly (readonly [number, number])[];

const star: Corners = Array.from({ length: 10 }, (_, k) => {
  const radius = k % 2 === 0 ? 1.35 : 0.6;
  const angle = (k * Math.PI) / 5 - Math.PI / 2;
  return [radius * Math.cos(angle), radius * Math.sin(angle)] as const;
});

/** Outlines of about the area of the unit circle; the circle itself is drawn by arcs. */
const outlines: Readonly<Record<Exclude<Stroke['marker'], 'circle'>, Corners>> = {
  square: [
    [-0.9, -0.9],
    [0.9, -0.9],
    [0.9, 0.9],
    [-0.9, 0.9],
  ],
  diamond: [
    [0, -1.3],
    [1.3, 0],
    [0, 1.3],
    [-1.3, 0],
  ],
  triangle: [
    [0, -1.3],
    [1.2, 0.85],
    [-1.2, 0.85],
  ],
  cross: [
    [-0.4, -1.3],
    [0.4, -1.3],
    [0.4, -0.4],
    [1.3, -0.4],
    [1.3, 0.4],
    [0.4, 0.4],
    [0.4, 1.3],
    [-0.4, 1.3],
    [-0.4, 0.4],
    [-1.3, 0.4],
    [-1.3, -0.4],
    [-0.4, -0.4],
  ],
  star,
};

const tenth = (value: number): number => Math.round(value * 10) / 10;
const hundredth = (value: number): number => Math.round(value * 100) / 100;

/** The outline of a marker as it goes on from its middle, by marker and radius: a drag draws hundreds per frame. */
const drawn = new Map<string, string>();

function outline(marker: Stroke['marker'], radius: number): string {
  if (marker === 'circle') {
    const r = hundredth(radius);
    return `m${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
  }
  let [left, top] = [0, 0];
  const differences = outlines[marker].map(([u, v]) => {
    const [x, y] = [hundredth(u * radius), hundredth(v * radius)];
    const difference = `${hundredth(x - left)} ${hundredth(y - top)}`;
    [left, top] = [x, y];
    return difference;
  });
  return `m${differences.join('l')}Z`;
}

/** SVG path data of a filled marker of about `radius` pixels around (x, y). */
export function markerPath(marker: Stroke['marker'], x: number, y: number, radius: number): string {
  const key = `${marker} ${radius}`;
  let rest = drawn.get(key);
  if (rest === undefined) {
    rest = outline(marker, radius);
    drawn.set(key, rest);
  }
  return `M${tenth(x)} ${tenth(y)}${rest}`;
}
