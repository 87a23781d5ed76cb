import { ink, paper } from './palette.ts';
import { type PlaneFrame, toPixels } from './planeFrame.ts';

/** A bead whose name is written beside it. */
export interface NamedBead {
  /** Its position along the path; neither end's. */
  readonly position: number;
  /** That of the neighbour whose segment it is named for. */
  readonly across: number;
  readonly text: string;
}

interface BeadNamesProps {
  readonly named: readonly NamedBead[];
  /** 2·m, in the coordinates of the visible plane. */
  readonly beads: Float64Array;
  readonly frame: PlaneFrame;
  readonly scale: number;
}

/** From a bead to its name, and the size of the name, at scale 1. */
const GAP = 11;
const SIZE = 12;
/** A letter's width on average, at scale 1. */
const LETTER = 7.4;

/** Names of some beads, each beside the segment that it is named for, where the rest of the path does not run. */
export function BeadNames({ named, beads, frame, scale }: BeadNamesProps) {
  const at = (k: number) => toPixels(frame, [beads[2 * k] as number, beads[2 * k + 1] as number]);
  return named.map(({ position, across, text }) => {
    const [x, y] = at(position);
    const away = awayFrom(at(position), at(across), at(2 * position - across));
    const side = sideWithRoom(x, away[0] >= 0, (GAP + LETTER * text.length) * scale, frame.width);
    const [u, v] = away.map((part) => side * part) as [number, number];
    const isRight = u >= 0;
    return (
      <text
        key={position}
        data-bead-name=""
        x={x + GAP * scale * u}
        y={y + GAP * scale * v}
        dy="0.35em"
        textAnchor={isRight ? 'start' : 'end'}
        fontSize={SIZE * scale}
        fontWeight={600}
        fill={ink}
        stroke={paper}
        strokeWidth={3.5 * scale}
        paintOrder="stroke"
      >
        {text}
      </text>
    );
  });
}

/** 1 where a name of that length has room on its side of x, or more than on the other one; else −1. */
export function sideWithRoom(x: number, isRight: boolean, length: number, width: number): 1 | -1 {
  const [room, other] = isRight ? [width - x, x] : [x, width - x];
  return room >= length || room >= other ? 1 : -1;
}

type Pixels = readonly [number, number];

/** The unit vector across the segment from `bead` to `across`, on the side on which `other` is not. */
function awayFrom(bead: Pixels, across: Pixels, other: Pixels): Pixels {
  const [u, v] = [bead[1] - across[1], across[0] - bead[0]];
  const length = Math.hypot(u, v) || 1;
  const side = u * (other[0] - bead[0]) + v * (other[1] - bead[1]) > 0 ? -1 : 1;
  return [(side * u) / length, (side * v) / length];
}
