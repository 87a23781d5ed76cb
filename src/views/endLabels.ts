/** So much stands before the first letter of a label, and so wide is a letter on average at most, at scale 1. */
const MARK = 16;
const LETTER = 6.2;

/** Room that labels are given in any case, in pixels at scale 1. */
export const LEAST_LABEL_ROOM = 112;

/** Pixels beside a plot rectangle that the longest label needs, with its mark: the least room or more. */
export function labelRoom(labels: readonly string[], scale: number): number {
  const longest = labels.reduce((most, { length }) => Math.max(most, length), 0);
  return Math.max(LEAST_LABEL_ROOM, MARK + LETTER * longest) * scale;
}

/** A label as it is written within so many pixels, its mark among them: cut where it is too long. */
export function cutLabel(text: string, room: number, scale: number): string {
  const letters = Math.floor((room / scale - MARK) / LETTER + 1e-9);
  return text.length > letters ? `${text.slice(0, Math.max(1, letters - 1)).trimEnd()}…` : text;
}

/** A label that wants to stand at a height. */
export interface EndLabel {
  readonly text: string;
  readonly y: number;
}

/**
 * Heights for labels beside the ends of curves: each as near its own as the others allow, `gap` apart, in order, and
 * within [top, bottom]. Labels for which there is no room are left out, the last ones first.
 */
export function placeEndLabels(labels: readonly EndLabel[], gap: number, top: number, bottom: number): EndLabel[] {
  const room = Math.max(0, Math.floor((bottom - top) / gap) + 1);
  const sorted = labels.slice(0, room).sort((a, b) => a.y - b.y);
  const heights: number[] = [];
  for (const { y } of sorted) heights.push(Math.max(y, (heights.at(-1) ?? top - gap) + gap));
  for (let k = heights.length - 1; k >= 0; k -= 1) {
    heights[k] = Math.min(heights[k] as number, (heights[k + 1] ?? bottom + gap) - gap);
  }
  return sorted.map((label, k) => ({ ...label, y: heights[k] as number }));
}
