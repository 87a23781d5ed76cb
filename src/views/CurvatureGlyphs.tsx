import { formatFull, formatNumber } from './formatNumber.ts';
import { isInside } from './iteratePixels.ts';
import { downColour, upColour } from './palette.ts';
import { type PlaneFrame, toPixels } from './planeFrame.ts';
import type { CurvatureArrows, DrawingTheme } from './types.ts';

export interface CurvatureGlyphsProps {
  readonly arrows: CurvatureArrows;
  readonly frame: PlaneFrame;
  readonly theme: DrawingTheme;
}

/** Half lengths of the longest and the shortest arrow in pixels. */
const LONGEST = 62;
const SHORTEST = 20;

const places = ['₁', '₂'];

/**
 * The eigenvectors of the Hessian at a point as double arrows. Length grows with the root of |λ|. Where f curves up
 * along the direction the line is solid and its ends carry bowls (∪); where it curves down the line is dashed and
 * its ends carry caps (∩); a flat direction has a plain dotted line.
 */
export function CurvatureGlyphs({ arrows, frame, theme }: CurvatureGlyphsProps) {
  const [x, y] = toPixels(frame, arrows.at);
  if (!isInside(frame, [x, y])) return null;
  // In a small plot the arrows leave something of it to see.
  const room = 0.22 * Math.min(frame.width, frame.height);
  const largest = Math.max(...arrows.axes.map(({ eigenvalue }) => Math.abs(eigenvalue)).filter(Number.isFinite), 0);
  return (
    <g fontSize={12 * theme.scale} style={{ pointerEvents: 'none', fontVariantNumeric: 'tabular-nums' }}>
      {arrows.axes.map(({ direction, eigenvalue }, place) => {
        if (!Number.isFinite(eigenvalue)) return null;
        const share = largest > 0 ? Math.sqrt(Math.abs(eigenvalue) / largest) : 0;
        const half = Math.min((SHORTEST + (LONGEST - SHORTEST) * share) * theme.scale, room);
        const along = pixelDirection(frame, direction);
        return (
          <CurvatureArrow
            key={places[place]}
            end={[along[0] * half, along[1] * half]}
            origin={[x, y]}
            frame={frame}
            eigenvalue={eigenvalue}
            isFlat={share < 1e-6}
            name={`${arrows.symbol}${places[place]}`}
            theme={theme}
          />
        );
      })}
    </g>
  );
}

/** Unit vector on the screen along a direction of the plane. */
function pixelDirection(frame: PlaneFrame, [u, v]: readonly [number, number]): [number, number] {
  const x = u * frame.sScale;
  const y = v * frame.tScale;
  const length = Math.hypot(x, y) || 1;
  return [x / length, y / length];
}

interface CurvatureArrowProps {
  /** From the origin to one end, in pixels. */
  readonly end: readonly [number, number];
  readonly origin: readonly [number, number];
  readonly frame: PlaneFrame;
  readonly eigenvalue: number;
  readonly isFlat: boolean;
  readonly name: string;
  readonly theme: DrawingTheme;
}

function CurvatureArrow({ end, origin, frame, eigenvalue, isFlat, name, theme }: CurvatureArrowProps) {
  const [x, y] = end;
  const [x0, y0] = origin;
  const { scale } = theme;
  const isUp = eigenvalue > 0;
  const colour = isUp || isFlat ? upColour : downColour;
  const dash = isFlat ? `${scale} ${4 * scale}` : isUp ? undefined : `${6 * scale} ${4 * scale}`;
  const shaft = `M${x0 - x} ${y0 - y}L${x0 + x} ${y0 + y}`;
  const ends = isFlat ? '' : bowl(x0 + x, y0 + y, isUp, scale) + bowl(x0 - x, y0 - y, isUp, scale);
  const text = `${name} = ${formatNumber(eigenvalue)}`;
  const width = (text.length * 6.4 + 10) * scale;
  // A label that would cover half of a small plot is left to the inspector.
  const isRoomy = width < 0.45 * frame.width;
  const place = labelPlace(end, origin, frame, width, scale);
  const label = { x: x0 + place.x, y: y0 + place.y };
  return (
    <g fill="none" strokeLinecap="round">
      <path d={shaft + ends} stroke="rgba(12, 14, 20, 0.75)" strokeWidth={4.4 * scale} />
      <path d={shaft} stroke={colour} strokeWidth={2 * scale} strokeDasharray={dash} />
      <path d={ends} stroke={colour} strokeWidth={2 * scale} />
      {isRoomy && (
        <g>
          <title>{formatFull(eigenvalue)}</title>
          <rect
            x={label.x - width / 2}
            y={label.y - 9 * scale}
            width={width}
            height={18 * scale}
            rx={3 * scale}
            fill={theme.background}
            fillOpacity={0.88}
          />
          <text x={label.x} y={label.y} dy="0.35em" textAnchor="middle" fill={theme.text}>
            {text}
          </text>
        </g>
      )}
    </g>
  );
}

/**
 * Middle of an arrow's label, relative to the arrow's: beyond its right-hand or upper end, else beyond the other end,
 * else above the first as far as the plot allows.
 */
function labelPlace(
  [x, y]: readonly [number, number],
  origin: readonly [number, number],
  frame: PlaneFrame,
  width: number,
  scale: number,
): { x: number; y: number } {
  const length = Math.hypot(x, y) || 1;
  const isUpright = Math.abs(x) < length * 0.35;
  const first = isUpright ? -Math.sign(y) || 1 : Math.sign(x) || 1;
  const room = 20 * scale;
  const beyond = (side: number) => {
    const reach = side * (1 + room / length);
    return {
      x: x * reach + (isUpright ? 0 : (Math.sign(side * x) * width) / 2 - Math.sign(side * x) * 6 * scale),
      y: y * reach,
    };
  };
  const fits = (place: { x: number; y: number }) => {
    const left = origin[0] + place.x - width / 2;
    const top = origin[1] + place.y;
    return left > 0 && left + width < frame.width && top > room / 2 && top < frame.height - room / 2;
  };
  const free = [beyond(first), beyond(-first)].find(fits);
  if (free) return free;
  const middle = Math.max(width / 2 + 2, Math.min(frame.width - width / 2 - 2, origin[0] + first * x));
  const level = Math.max(room / 2, Math.min(frame.height - room / 2, origin[1] + first * y - room));
  return { x: middle - origin[0], y: level - origin[1] };
}

/** A bowl (∪) or cap (∩), upright whatever the direction of the arrow, centred on its end. */
function bowl(x: number, y: number, isUp: boolean, scale: number): string {
  const half = 5 * scale;
  const rise = (isUp ? -1 : 1) * 5 * scale;
  return `M${x - half} ${y + rise}Q${x - half} ${y} ${x} ${y}Q${x + half} ${y} ${x + half} ${y + rise}`;
}
