import { markerPath } from '../../views/markers.ts';
import type { Stroke } from '../../views/types.ts';

interface StrokeSwatchProps {
  readonly stroke: Stroke;
  readonly width?: number;
  /** Left out where only the dash is meant. */
  readonly withMarker?: boolean;
}

/** A piece of a trajectory as a method draws it: colour, dash and marker. */
export function StrokeSwatch({ stroke, width = 34, withMarker = true }: StrokeSwatchProps) {
  const height = 14;
  return (
    <svg width={width} height={height} aria-hidden="true" style={{ flex: 'none' }}>
      <line
        x1={1}
        x2={width - 1}
        y1={height / 2}
        y2={height / 2}
        stroke={stroke.colour}
        strokeWidth={2.2}
        strokeDasharray={stroke.dash}
      />
      {withMarker && (
        <path
          d={markerPath(stroke.marker, width / 2, height / 2, 4)}
          fill={stroke.colour}
          stroke="var(--sl-panel)"
          strokeWidth={1}
        />
      )}
    </svg>
  );
}
