import { markerPath } from '../../views/markers.ts';
import type { Stroke } from '../../views/types.ts';

interface StrokeSwatchProps {
  readonly stroke: Stroke;
  /** In units of the font size. */
  readonly width?: number;
  /** Left out where only the dash is meant. */
  readonly withMarker?: boolean;
}

/** Pixels of the drawing per unit of the font size. */
const UNITS = 14;

/** A piece of a trajectory as a method draws it: colour, dash and marker. */
export function StrokeSwatch({ stroke, width = 2.5, withMarker = true }: StrokeSwatchProps) {
  const length = width * UNITS;
  return (
    <svg
      viewBox={`0 0 ${length} ${UNITS}`}
      aria-hidden="true"
      style={{ flex: 'none', width: `${width}em`, height: '1em' }}
    >
      <line
        x1={1}
        x2={length - 1}
        y1={UNITS / 2}
        y2={UNITS / 2}
        stroke={stroke.colour}
        strokeWidth={2.2}
        strokeDasharray={stroke.dash}
      />
      {withMarker && (
        <path
          d={markerPath(stroke.marker, length / 2, UNITS / 2, 4)}
          fill={stroke.colour}
          stroke="var(--sl-panel)"
          strokeWidth={1}
        />
      )}
    </svg>
  );
}
