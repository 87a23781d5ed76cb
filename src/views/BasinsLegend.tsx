import { memo } from 'react';
import { formatNumber } from '../core/formatNumber.ts';
import { areaColour, inkOn } from './basinColours.ts';
import { formatShare } from './formatShare.ts';
import { fontSize } from './planeMargins.ts';
import { pointMarks } from './pointMarks.ts';
import type { BasinLimit, DrawingTheme, PlaneBasins } from './types.ts';

export interface BasinsLegendProps {
  readonly basins: PlaneBasins;
  readonly theme: DrawingTheme;
  /** Room in pixels. */
  readonly height: number;
  readonly width: number;
  /** Baseline of the method's name below, in pixels from the top, and the room that it has to the left of the legend. */
  readonly nameY: number;
  readonly nameRoom: number;
  /** What is under the pointer; null for nothing. */
  readonly pointed: { readonly label: number; readonly iterations: number } | null;
}

interface Entry {
  readonly key: string;
  readonly fill: string;
  readonly ink: string;
  readonly glyph: string;
  readonly share: number;
  readonly place: string;
  readonly isPointed: boolean;
}

/**
 * The limits with colour, type, share and place, most frequent first, as many as there is room for; what is left is
 * summed up. Stands where the colour bar stands otherwise. Draws inside an SVG, origin at its upper left.
 */
export const BasinsLegend = memo(function BasinsLegend(props: BasinsLegendProps) {
  const { basins, theme, height, width, nameY, nameRoom, pointed } = props;
  const size = fontSize(theme.scale);
  const row = size * 2.7;
  const entries = fitted(
    allEntries(basins, pointed, width < 5.5 * size ? 2 : 3),
    Math.max(1, Math.floor((height + size) / row)),
  );
  return (
    <g fontSize={size} fill={theme.mutedText} style={{ fontVariantNumeric: 'tabular-nums' }} data-legend="basins">
      {entries.map((entry, k) => (
        <Row key={entry.key} entry={entry} y={k * row} size={size} width={width} theme={theme} />
      ))}
      <text x={width - size * 0.6} y={nameY} textAnchor="end">
        {fittedName(basins.method, (nameRoom + width - size) / (size * 0.58))}
      </text>
    </g>
  );
});

/** "basins of Newton’s method", or as much of it as so many letters show. */
function fittedName(method: string, letters: number): string {
  const full = `basins of ${method}`;
  if (full.length <= letters) return full;
  return method.length <= letters ? method : `${method.slice(0, Math.max(1, Math.floor(letters) - 1))}…`;
}

interface RowProps {
  readonly entry: Entry;
  readonly y: number;
  readonly size: number;
  readonly width: number;
  readonly theme: DrawingTheme;
}

function Row({ entry, y, size, width, theme }: RowProps) {
  const { fill, ink, glyph, share, place, isPointed } = entry;
  const side = size * 1.25;
  const percent = formatShare(share);
  const beside = {
    x: side + size * 0.35,
    fontSize: Math.min(size, (width - side - size * 0.35) / (percent.length * 0.58)),
  };
  return (
    <g transform={`translate(0 ${y})`}>
      <rect
        width={side}
        height={side}
        rx={2}
        fill={fill}
        stroke={isPointed ? theme.text : theme.gridLine}
        strokeWidth={(isPointed ? 2 : 1) * theme.scale}
      />
      <text x={side / 2} y={side / 2} dy="0.36em" textAnchor="middle" fontSize={size * 0.85} fill={ink}>
        {glyph}
      </text>
      <text
        {...beside}
        y={side / 2}
        dy="0.36em"
        fill={theme.text}
        fontWeight={isPointed ? 700 : undefined}
        data-share={share}
      >
        {percent}
      </text>
      <text
        y={side + size * 0.85}
        fontSize={Math.max(size * 0.6, Math.min(size * 0.84, width / (place.length * 0.58)))}
      >
        {place}
      </text>
    </g>
  );
}

function allEntries(
  { limits, noneShare }: PlaneBasins,
  pointed: BasinsLegendProps['pointed'],
  digits: number,
): Entry[] {
  const after = (place: string, label: number) =>
    pointed?.label === label && label >= 0 ? `after ${formatNumber(pointed.iterations)} it` : place;
  const entries = limits.map((limit, label) => ({
    key: limit.position.join(' '),
    fill: areaColour(limit.slot),
    ink: inkOn(limit.slot),
    glyph: pointMarks[limit.type],
    share: limit.share,
    place: after(placeOf(limit, digits), label),
    isPointed: pointed?.label === label,
  }));
  entries.sort((a, b) => b.share - a.share);
  if (noneShare === 0) return entries;
  const none = {
    key: 'none',
    fill: '#bcc1c6',
    ink: '',
    glyph: '',
    share: noneShare,
    place: 'no limit',
    isPointed: pointed?.label === -1,
  };
  return [...entries, none];
}

const placeOf = ({ position }: BasinLimit, digits: number): string =>
  `(${position.map((value) => formatNumber(value, digits)).join(', ')})`;

/** The first entries that fit, and one for all the others; what is pointed at is always among them. */
function fitted(entries: readonly Entry[], most: number): readonly Entry[] {
  if (entries.length <= most) return entries;
  const shown = entries.slice(0, most - 1);
  const rest = entries.slice(most - 1);
  const pointed = rest.find(({ isPointed }) => isPointed);
  if (pointed) shown[shown.length - 1] = pointed;
  const left = entries.filter((entry) => !shown.includes(entry));
  const share = left.reduce((sum, entry) => sum + entry.share, 0);
  return [
    ...shown,
    {
      key: 'others',
      fill: 'none',
      ink: 'currentColor',
      glyph: '…',
      share,
      place: `${left.length} more`,
      isPointed: false,
    },
  ];
}
