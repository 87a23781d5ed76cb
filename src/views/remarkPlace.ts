type Pixels = readonly [number, number];

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * The upper left corner of a plate with words on a mark: to its right, to its left, above, below or beside a corner of
 * it, the first of these that lies in the picture and covers no mark; null where there is none.
 * @param gap  pixels between the middle of the mark and the plate
 * @param reach  radius of a mark in pixels, less than `gap`
 * @param taken  where marks stand, its own too
 */
export function freePlace(
  mark: Pixels,
  plate: Size,
  gap: number,
  reach: number,
  frame: Size,
  taken: readonly Pixels[],
): Pixels | null {
  const { width, height } = plate;
  const isFree = ([left, top]: Pixels) =>
    !taken.some(
      ([px, py]) => px > left - reach && px < left + width + reach && py > top - reach && py < top + height + reach,
    );
  return placesWithin(mark, plate, gap, frame).find(isFree) ?? null;
}

/** As `freePlace`; where each place covers a mark, the first that lies in the picture. */
export function remarkPlace(...[mark, plate, gap, reach, frame, taken]: Parameters<typeof freePlace>): Pixels {
  const free = freePlace(mark, plate, gap, reach, frame, taken) ?? placesWithin(mark, plate, gap, frame)[0];
  return free ?? [middled(mark, plate, frame), mark[1] - plate.height / 2];
}

/** The left side of a plate above or below a mark, moved into the picture. */
const middled = ([x]: Pixels, { width }: Size, frame: Size): number =>
  Math.max(0, Math.min(frame.width - width, x - width / 2));

function placesWithin(mark: Pixels, plate: Size, gap: number, frame: Size): readonly Pixels[] {
  const [x, y] = mark;
  const { width, height } = plate;
  const [right, left, above, below] = [x + gap, x - gap - width, y - gap - height, y + gap];
  const within = middled(mark, plate, frame);
  const places: readonly Pixels[] = [
    [right, y - height / 2],
    [left, y - height / 2],
    [within, above],
    [within, below],
    [right, above],
    [left, above],
    [right, below],
    [left, below],
  ];
  return places.filter(
    ([left, top]) => left >= 0 && left + width <= frame.width && top >= 0 && top + height <= frame.height,
  );
}
