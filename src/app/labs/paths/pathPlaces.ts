import { project, type Section } from '../../../core/objective/section.ts';
import type { PathProfile } from '../../../core/paths/pathProfile.ts';
import type { NamedBead } from '../../../views/BeadNames.tsx';
import type { PlanePath } from '../../../views/PathDrawing.tsx';
import type { PlaneBox } from '../../../views/types.ts';
import { segmentsOf } from './segmentsOf.ts';
import type { ShownPath } from './useShownPath.ts';

/** Where points of R^n fall in the plane, 2·m. */
export const inPlane = (section: Section, points: Float64Array): Float64Array => project(section, points).coordinates;

/**
 * Where the samples of a path are drawn, 2·k: in the plane, and of one variable, which has none, on the graph of f;
 * null where the plane is not known yet.
 */
export function profilePlaces({ arcs, values, points }: PathProfile, section: Section | null): Float64Array | null {
  if (section) return inPlane(section, points);
  if (points.length !== arcs.length) return null;
  return Float64Array.from({ length: 2 * arcs.length }, (_, i) => (i % 2 === 0 ? points : values)[i >> 1] as number);
}

/** The path as it is drawn; null where it has another number of variables than the plane, or none that are known. */
export function planePath(shown: ShownPath, section: Section | null): PlanePath | null {
  const { beads, segments, stage, findings, profile } = shown;
  if (!section) return profile && graphPath(shown, profile);
  if (section.origin.length !== beads.length / (segments.length + 1)) return null;
  const { shortened, stuck } = findings?.result ?? {};
  const trail = stage === null ? stuck?.bead : stage.falling?.trail;
  return {
    beads: inPlane(section, beads),
    segments,
    pieces: null,
    trail: trail ? inPlane(section, trail) : null,
    shortened: shortened && stage === null ? inPlane(section, shortened.beads) : null,
    named: stage === null ? stuckBeads(shown) : [],
  };
}

/** The beads between which a search stuck, by the names that its sentence gives them; the ends have theirs already. */
function stuckBeads({ findings, segments }: ShownPath): NamedBead[] {
  const { segment, between } = findings?.result.stuck ?? { segment: [], between: [] };
  return segment.flatMap((k, i) => {
    const text = between[i];
    const isEnd = k === 0 || k === segments.length;
    return text === undefined || isEnd ? [] : [{ position: k, across: segment[1 - i] as number, text }];
  });
}

function graphPath(shown: ShownPath, profile: PathProfile): PlanePath | null {
  const { segments, stage } = shown;
  const places = profilePlaces(profile, null);
  if (!places) return null;
  const pieces = segmentsOf(profile.arcs, profile.beadArcs, segments).map(({ from, to }) =>
    places.subarray(2 * from, 2 * to + 2),
  );
  const beads = [...pieces.map((piece) => piece.subarray(0, 2)), places.subarray(-2)];
  return {
    beads: Float64Array.from(beads.flatMap((bead) => [...bead])),
    segments,
    pieces,
    trail: null,
    shortened: null,
    named: stage === null ? stuckBeads(shown) : [],
  };
}

/** How near the pointer has to be to the path, as a share of the visible box. */
const NEAR = 0.025;

/** The arc length of the sample nearest to a point of the plane; null where none is near. */
export function nearestArc(
  [s, t]: readonly [number, number],
  profile: PathProfile,
  section: Section | null,
  box: PlaneBox,
): number | null {
  const [across, up] = box.map(([low, high]) => high - low) as [number, number];
  const places = profilePlaces(profile, section);
  let [best, least]: [number | null, number] = [null, NEAR];
  for (let k = 0; places && k < profile.arcs.length; k++) {
    const far = Math.hypot(((places[2 * k] as number) - s) / across, ((places[2 * k + 1] as number) - t) / up);
    if (far < least) [best, least] = [profile.arcs[k] as number, far];
  }
  return best;
}
