type Pixels = readonly [number, number];

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * The upper left corner of a plate with words on a mark: to its right, to its left, above or below it, the first of
 * these that lies in the picture and covers no other mark; where each covers one, the first that lies in the picture.
 * @param gap  pixels between the middle of the mark and the plate
 * @param taken  where marks stand, its own too
 */
export function remarkPlace([x, y]: Pixels, plate: Size, gap: number, frame: Size, taken: readonly Pixels[]): Pixels {
  const { width, height } = plate;
  const within = Math.max(0, Math.min(frame.width - width, x - width / 2));
  const places: readonly Pixels[] = [
    [x + gap, y - height / 2],
    [x - gap - width, y - height / 2],
    [within, y - gap - height],
    [within, y + gap],
  ];
  const inside = places.filter(
    ([left, top]) => left >= 0 && left + width <= frame.width && top >= 0 && top + height <= frame.height,
  );
  const reach = gap / 2;
  const isFree = ([left, top]: Pixels) =>
    !taken.some(
      ([px, py]) => px > left - reach && px < left + width + reach && py > top - reach && py < top + height + reach,
    );
  return inside.find(isFree) ?? inside[0] ?? [within, y - height / 2];
}
