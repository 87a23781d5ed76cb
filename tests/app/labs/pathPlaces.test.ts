import { expect, test } from 'vitest';
import { nearestArc, planePath, profilePlaces } from '../../../src/app/labs/paths/pathPlaces.ts';
import type { ShownPath } from '../../../src/app/labs/paths/useShownPath.ts';
import { axesSection } from '../../../src/core/objective/section.ts';

/** Three beads on the graph of x², five samples. */
const profile = {
  arcs: Float64Array.of(0, 1, 2, 3, 4),
  points: Float64Array.of(-2, -1, 0, 1, 2),
  values: Float64Array.of(4, 1, 0, 1, 4),
  beadArcs: Float64Array.of(0, 2, 4),
};
const shown: ShownPath = {
  findings: null,
  isCurrent: true,
  isPartial: false,
  stage: null,
  beads: Float64Array.of(-2, 0, 2),
  segments: Uint8Array.of(1, 2),
  profile,
};

test('of one variable each segment runs along the graph, from bead to bead', () => {
  const path = planePath(shown, null);
  expect([...(path?.beads ?? [])]).toEqual([-2, 4, 0, 0, 2, 4]);
  expect(path?.pieces?.map((piece) => [...piece])).toEqual([
    [-2, 4, -1, 1, 0, 0],
    [0, 0, 1, 1, 2, 4],
  ]);
  expect(planePath({ ...shown, profile: null }, null)).toBeNull();
});

test('a place is near the sample next to it', () => {
  const box = [
    [-2, 2],
    [0, 4],
  ] as const;
  expect(nearestArc([1.01, 0.99], profile, null, box)).toBe(3);
  expect(nearestArc([0, 3], profile, null, box)).toBeNull();
});

test('of more variables there is no place before there is a plane, nor one in a plane of others', () => {
  const two = { ...profile, points: new Float64Array(10) };
  expect(profilePlaces(two, null)).toBeNull();
  const three = axesSection(new Float64Array(3), 0, 1);
  expect(planePath({ ...shown, beads: new Float64Array(6) }, three)).toBeNull();
});

test('where a search stuck, the beads have the names that its sentence gives them, and the one left above is shown', () => {
  const stuck = { segment: [1, 2], between: ['Bead 3', 'End 2'], maximum: 5, bead: Float64Array.of(1, 3), value: 4 };
  const findings = { result: { stuck, shortened: null } } as unknown as ShownPath['findings'];
  const plane = axesSection(new Float64Array(2), 0, 1);
  const failed: ShownPath = { ...shown, beads: Float64Array.of(-2, 0, 0, 1, 2, 0), findings };
  const path = planePath(failed, plane);
  expect(path?.named).toEqual([{ position: 1, across: 2, text: 'Bead 3' }]);
  expect([...(path?.trail ?? [])]).toEqual([1, 3]);
  // Of the stages before, nothing is said to have stuck.
  const stage = { beads: failed.beads, segments: failed.segments, falling: null } as unknown as ShownPath['stage'];
  expect(planePath({ ...failed, stage }, plane)).toMatchObject({ named: [], trail: null });
});
