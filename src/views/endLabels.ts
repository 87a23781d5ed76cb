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
