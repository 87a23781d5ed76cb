import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { geodesicDistance } from '../../../src/core/paths/fastMarching.ts';
import { pathGrid } from '../../../src/core/paths/PathGrid.ts';
import { drain } from '../../../src/core/task.ts';
import { objectiveOf } from '../formula/objectiveOf.ts';
import { ACROSS, counted, highestOn, landscape, lengthOf, search } from './pathCases.ts';

type Ends = readonly [readonly [number, number], readonly [number, number]];
type Case = ReturnType<typeof landscape>;

/** The geodesic distance inside Ω_u on a grid of 401². */
function fastMarching(
  { f, prepared }: Pick<Case, 'f'> & { prepared: { domain: Case['prepared']['domain'] } },
  ends: Ends,
  level: number,
) {
  const points = ends.map((end) => Float64Array.from(end)) as [Float64Array, Float64Array];
  const grid = drain(pathGrid(counted(f), prepared.domain, points, 401));
  return drain(geodesicDistance(counted(f), grid, points, level));
}

describe('fast marching', () => {
  const box = [
    [-2, 2],
    [-2, 2],
  ] as const;
  const flat = { f: objectiveOf('0*x + 0*y'), prepared: { domain: box } };

  test.each([
    [
      [-1.5, 0.2],
      [1.7, 0.2],
    ],
    [
      [-1.5, -1.2],
      [1.3, 1.6],
    ],
    [
      [-1.5, -1],
      [1.5, 0.1],
    ],
  ] as Ends[])('of a flat landscape is the straight distance to half a step of the grid: %j %j', (a, b) => {
    const straight = Math.hypot(b[0] - a[0], b[1] - a[1]);
    const found = fastMarching(flat, [a, b], 1) as number;
    expect(Math.abs(found - straight)).toBeLessThan(0.5 * (4 / 400));
  });

  // Two tangents and an arc round a disc of radius r about the centre; the ends lie on a line nearly through it.
  test.each([
    ['1/((x-0.013)^2+(y-0.0171)^2)', 1.2, [0.013, 0.0171], 1 / Math.sqrt(1.2), [1, 0], [-1, 0]],
    ['(x^2 + y^2 - 1)^2', 0.2, [0, 0], Math.sqrt(1 - Math.sqrt(0.2)), [1, 0], [-1, 0.1]],
    ['sqrt(x^2 + y^2 - 0.25)', 9, [0, 0], 0.5, [-1, 0], [1, 0]],
  ] as const)(
    'round a disc it is too long by a hundredth and a half at most: %s',
    (expression, level, centre, radius, a, b) => {
      const polar = [a, b].map(([x, y]) => [x - centre[0], y - centre[1]] as const);
      const [far, near] = polar.map(([x, y]) => Math.hypot(x, y)) as [number, number];
      const turn = Math.abs(Math.atan2(...polar[0]!) - Math.atan2(...polar[1]!));
      const arc = Math.min(turn, 2 * Math.PI - turn) - Math.acos(radius / far) - Math.acos(radius / near);
      const exact = Math.sqrt(far ** 2 - radius ** 2) + Math.sqrt(near ** 2 - radius ** 2) + radius * arc;
      const found = fastMarching({ f: objectiveOf(expression), prepared: { domain: box } }, [a, b], level) as number;
      expect(found).toBeGreaterThan(0.999 * exact);
      expect(found).toBeLessThan(1.015 * exact);
    },
  );

  test('round a disc it is two tangents and an arc', () => {
    // f ≤ 0 is the outside of the unit circle; from (−2, 0) to (2, 0): two tangents of √3 and an arc of π/3.
    const disc = { f: objectiveOf('1 - x^2 - y^2'), prepared: { domain: box } };
    const exact = 2 * Math.sqrt(3) + Math.PI / 3;
    const ends = [
      [-2, 0],
      [2, 0],
    ] as const;
    const found = fastMarching(disc, ends, 0) as number;
    // A boundary of cells: too long by a third of a per cent.
    expect(Math.abs(found / exact - 1)).toBeLessThan(0.005);
    const { shortened } = search(disc, { ends, level: 0, shorten: true });
    expect(shortened?.length).toBeGreaterThanOrEqual(exact - 1e-9);
    expect(shortened?.length).toBeLessThan(1.002 * exact);
  });

  test('is null where the grid does not join the ends', () => {
    const wall = { f: objectiveOf('1 - x^2 + 0*y'), prepared: { domain: box } };
    const ends = [
      [-1.5, 0],
      [1.5, 0],
    ] as const;
    expect(fastMarching(wall, ends, 0.5)).toBeNull();
  });
});

test('a string passes a hole on the shorter side, whatever side the path took', () => {
  // An obstacle whose top lies nearer than its bottom; the hyperplane's bead is sent round by the slope.
  const f = objectiveOf('2*exp(-x^2 - (y + 0.6)^2) + 0*x');
  const prepared = {
    domain: [
      [-3, 3],
      [-3, 3],
    ] as const,
  };
  const ends = [
    [-2, -0.3],
    [2, -0.3],
  ] as const;
  const { shortened } = search({ f, prepared }, { method: 'nudged-elastic-band', ends, level: 0.5, shorten: true });
  const reference = fastMarching({ f, prepared }, ends, 0.5) as number;
  expect(shortened?.length).toBeLessThan(1.01 * reference);
});

test.each(['log(x^2 + y^2 - 0.25) + x^2 + y^2', 'sqrt(x^2 + y^2 - 0.25)'])(
  'a string is pulled tight along the place where f ends: %s',
  (expression) => {
    const f = objectiveOf(expression);
    const { domain, ends } = ACROSS;
    const { shortened } = search(
      { f, prepared: { domain } },
      { method: 'minimax-grid', ends, level: 1.5, shorten: true },
    );
    // Round a disc of radius ½: two tangents and an arc. A string that cut into the disc would meet NaN.
    const exact = Math.sqrt(3) + Math.PI / 6;
    expect(highestOn(f, shortened?.beads as Float64Array)).toBeLessThanOrEqual(1.5);
    expect(shortened?.length).toBeGreaterThan(exact);
    expect(shortened?.length).toBeLessThan(1.002 * exact);
    expect(shortened?.isCutShort).toBe(false);
  },
);

const valuesAt = (f: Case['f'], beads: Float64Array): number[] =>
  Array.from({ length: beads.length / 2 }, (_, k) => f.value(beads.subarray(2 * k, 2 * k + 2)));

/** Two ends in Ω_u, the level above both by a share of the values of the landscape. */
const searches = fc.record({
  id: fc.constantFrom('himmelblau', 'six-hump-camel', 'muller-brown', 'mexican-hat', 'double-well', 'styblinski-tang'),
  ends: fc.tuple(...[0, 1].map(() => fc.tuple(...[0, 1].map(() => fc.double({ min: 0.1, max: 0.9, noNaN: true }))))),
  above: fc.double({ min: 0, max: 0.5, noNaN: true }),
  method: fc.constantFrom('dynamic-string-sampling', 'nudged-elastic-band', 'minimax-grid', 'bezier-curve'),
  variant: fc.constantFrom('greedy', 'hyperplane'),
});

test('connected means inside on an independent finer sampling, and pulled tight means tight', () => {
  let connected = 0;
  fc.assert(
    fc.property(searches, ({ id, ends: shares, above, method, variant }) => {
      const { f, prepared } = landscape(id);
      const ends = shares.map((end) =>
        end.map((share, i) => {
          const [low, high] = prepared.domain[i] as readonly [number, number];
          return low + share * (high - low);
        }),
      ) as unknown as Ends;
      fc.pre(Math.hypot(ends[0][0] - ends[1][0], ends[0][1] - ends[1][1]) > 0.05);
      const higher = Math.max(...ends.map((end) => f.value(Float64Array.from(end))));
      const level = higher + above * Math.max(1, Math.abs(higher));
      const params = method === 'dynamic-string-sampling' ? { variant } : {};
      const result = search({ f, prepared }, { method, params, ends, level, shorten: true });
      if (result.status === 'not-found') return;
      connected++;
      // Between the samples of the search a path may rise by what second differences of neighbours allow.
      const tolerance = 1e-6 * Math.max(1, Math.abs(level));
      expect(highestOn(f, result.beads)).toBeLessThanOrEqual(level + tolerance);
      const { shortened } = result;
      expect(highestOn(f, shortened?.beads as Float64Array)).toBeLessThanOrEqual(level + tolerance);
      const length = shortened?.length as number;
      expect([...(shortened?.values ?? [])]).toEqual(valuesAt(f, shortened?.beads as Float64Array));
      expect(length).toBeCloseTo(lengthOf(shortened?.beads as Float64Array, 2), 12);
      expect(length).toBeGreaterThanOrEqual(result.straightLength * (1 - 1e-12));
      expect(length).toBeLessThanOrEqual(result.length * (1 + 1e-12));
      const reference = fastMarching({ f, prepared }, ends, level);
      if (reference !== null) expect(length).toBeLessThanOrEqual(1.01 * reference);
    }),
    { seed: 4, numRuns: 60 },
  );
  expect(connected).toBeGreaterThan(30);
}, 120_000);
