/** The frame around a plot rectangle, in CSS pixels. */
export interface Margins {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Font size of ticks and marks in CSS pixels. */
export const fontSize = (scale: number): number => 12 * scale;

/** Fixed margins of the plane view: room for tick labels, axis names and the colour bar at this theme scale. */
export function planeMargins(width: number, scale: number, colourBar: boolean): Margins {
  const narrow = width < 480;
  return {
    left: (narrow ? 50 : 56) * scale,
    right: (colourBar ? (narrow ? 68 : 84) : 10) * scale,
    top: 10 * scale,
    bottom: 38 * scale,
  };
}
