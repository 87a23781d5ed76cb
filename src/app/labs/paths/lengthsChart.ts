import type { KnownLevel } from '../../../core/landscapes/Landscape.ts';
import type { PublishedCurve } from '../../../core/networks/freemanBrunaFigures.ts';
import type { LengthsRow, Quartiles } from '../../../core/paths/lengthsAgainstLevel.ts';
import type { BandChart, BandPoint, BandSeries } from '../../../views/figures/BandChart.ts';
import { formatFull, formatNumber } from '../../../views/formatNumber.ts';
import { strokeFor } from '../../../views/palette.ts';

/**
 * Median and quartiles of the normalised length against level, as found and pulled tight.
 * @param published  a curve drawn beside them, null for none
 * @param known  levels marked by vertical lines
 */
export function lengthsChart(
  rows: readonly LengthsRow[],
  published: PublishedCurve | null,
  known: readonly KnownLevel[],
): BandChart {
  const ascending = rows.toSorted((a, b) => a.level - b.level);
  const hasTight = rows.some(({ shortenedLength }) => shortenedLength !== null);
  return {
    title: 'Length / distance of the ends',
    xName: 'u',
    xTicks: 'real',
    yScale: 'linear',
    base: 1,
    series: [
      series('found', 'as found', 0, ascending, ({ normalizedLength }) => normalizedLength),
      ...(published ? [publishedSeries(published)] : []),
      ...(hasTight ? [series('tight', 'tight', 5, ascending, ({ shortenedLength }) => shortenedLength)] : []),
    ],
    references: [],
    marks: known.map(({ name, short, value }) => ({
      x: value,
      label: `${name}: ${formatNumber(value)}`,
      short: `${short} ${formatNumber(value, 3)}`,
    })),
    legend: `median and quartiles of the pairs that were connected${published ? '; the paper’s means' : ''}`,
    summary: `Median and quartiles of the normalised length of the paths found, against the level${
      published ? ', beside a published curve' : ''
    }; the table has the numbers.`,
  };
}

/** The published curve: means without quartiles. */
function publishedSeries({ points }: PublishedCurve): BandSeries {
  return {
    id: 'published',
    label: 'the paper',
    stroke: strokeFor(2, 1),
    points: points.map(({ level, normalizedLength, beads }) => ({
      x: level,
      middle: normalizedLength,
      low: normalizedLength,
      high: normalizedLength,
      lines: [
        `level ${formatNumber(level)}, the paper`,
        `mean ${formatNumber(normalizedLength)}`,
        `${formatNumber(beads)} beads`,
      ],
      full: `level ${formatFull(level)}, the paper: mean ${formatFull(normalizedLength)}, ${formatFull(beads)} beads`,
    })),
  };
}

function series(
  id: string,
  label: string,
  place: number,
  rows: readonly LengthsRow[],
  of: (row: LengthsRow) => Quartiles | null,
): BandSeries {
  const points = rows.flatMap((row): BandPoint[] => {
    const quartiles = of(row);
    if (!quartiles || Number.isNaN(quartiles.median)) return [];
    const { median, q25, q75 } = quartiles;
    const counted = `${row.connected} of ${row.attempted} connected`;
    return [
      {
        x: row.level,
        middle: median,
        low: q25,
        high: q75,
        lines: [
          `level ${formatNumber(row.level)}, ${label}`,
          `median ${formatNumber(median)}`,
          `quartiles ${formatNumber(q25)} to ${formatNumber(q75)}`,
          counted,
        ],
        full: `level ${formatFull(row.level)}, ${label}: median ${formatFull(median)}, quartiles ${formatFull(q25)} and ${formatFull(q75)}, ${counted}`,
      },
    ];
  });
  return { id, label, stroke: strokeFor(place), points };
}
