import { describe, expect, it } from 'vitest';
import { describeTrap } from '../../../src/core/escape/describeTrap.ts';
import type { EscapeFindings, OctopusRow } from '../../../src/core/escape/runEscapes.ts';
import { axisUnderWay, type Racer } from '../../../src/core/escape/runRace.ts';
import { describeEscape, describeRace } from '../../../src/core/escape/sentence.ts';

const NEVER = Number.POSITIVE_INFINITY;

const row = (L: number, methodIndex: number, median: number, reached = 15): OctopusRow => ({
  L,
  methodIndex,
  method: ['gradient-descent', 'perturbed-gradient-descent'][methodIndex] as string,
  dimension: 5,
  k: 5,
  median,
  q25: median,
  q75: median,
  reached,
  repeats: 15,
  left: 0,
  underflowed: 0,
});

const place = (L: number, methodIndex: number) => ({ L, methodIndex, method: '', dimension: 5 });

const both = [
  { methodIndex: 0, name: 'Gradient descent' },
  { methodIndex: 1, name: 'Perturbed gradient descent' },
];

const found = (rows: OctopusRow[], more: Partial<EscapeFindings> = {}): EscapeFindings => ({
  rows,
  growth: [],
  increments: [],
  ...more,
});

describe('the sentence of the experiment', () => {
  const whole = found([row(1, 0, 485), row(1, 1, 99), row(2, 0, 3698), row(2, 1, 163)], {
    growth: [
      { ...place(1, 0), fitted: 2.698, exact: 2.70951, limit: 2 },
      { ...place(2, 0), fitted: 4.12, exact: 4.1063, limit: 3 },
    ],
    increments: [
      { ...place(1, 1), perSaddle: 25 },
      { ...place(2, 1), perSaddle: 38 },
    ],
  });

  it('says when each method passed the last saddle, and what each saddle cost', () => {
    expect(describeEscape(whole, [1], 5, both)).toBe(
      'Gradient descent passed the fifth saddle at iteration 485, perturbed gradient descent at iteration 99 (L = 1, median of 15 runs). ' +
        'Each saddle held gradient descent 2.698 times as long as the one before (in theory 2.71). ' +
        'Each cost perturbed gradient descent 25 iterations.',
    );
  });

  it('says how many runs there are while some of them are still to come', () => {
    const rows = [row(1, 0, 485), { ...row(1, 1, 99, 3), repeats: 3 }];
    expect(describeEscape(found(rows), [1], 5, both)).toContain('(L = 1, median of 3 to 15 runs)');
    expect(describeEscape(found(rows), [1], 5, both.slice(1))).toContain('(L = 1, median of 3 runs)');
  });

  it('goes through the octopuses in one sentence, and leaves out what is hidden', () => {
    expect(describeEscape(whole, [1, 2], 5, both)).toContain('at iteration 485 and 3698, perturbed');
    expect(describeEscape(whole, [1, 2], 5, both)).toContain('2.698 and 4.12 times');
    expect(describeEscape(whole, [2], 5, both.slice(1))).toBe(
      'Perturbed gradient descent passed the fifth saddle at iteration 163 (L = 2, median of 15 runs). Each cost perturbed gradient descent 38 iterations.',
    );
  });

  it('names no median where there is none, and nothing that is not known', () => {
    expect(describeEscape(found([row(1, 0, NEVER, 3)]), [1], 5, both)).toBe(
      'Gradient descent passed the fifth saddle in 3 of 15 runs (L = 1, median of 15 runs).',
    );
    const mixed = found([row(1, 0, 485), row(3, 0, NEVER, 0)]);
    expect(describeEscape(mixed, [1, 3], 5, both)).toContain('485 and no median (0 of 15 runs)');
    expect(describeEscape(found([row(1, 0, 485)]), [1], 4, both)).toBe('');
    expect(describeEscape(found([]), [1], 5, both)).toBe('');
  });
});

describe('the sentence of the race', () => {
  const racer = (methodIndex: number, passages: number[], last: number): Racer =>
    ({ methodIndex, passages: Float64Array.from(passages), last }) as Partial<Racer> as Racer;
  const racers = [racer(0, [6, 22, 64], 64), racer(1, [7, 24, NEVER], 100)];

  it('counts the saddles on the way', () => {
    expect(describeRace(racers, 3, 23, both)).toBe(
      'At iteration 23: gradient descent has passed 2 of 3 saddles, perturbed gradient descent has passed 1 of 3 saddles.',
    );
  });

  it('says how each ended', () => {
    expect(describeRace(racers, 3, 100, both)).toBe(
      'Gradient descent passed the third saddle at iteration 64, perturbed gradient descent had passed 2 of 3 saddles when it ended at iteration 100.',
    );
    expect(describeRace(racers, 3, 100, [])).toBe('');
  });

  it('follows the slowest to its saddle', () => {
    const axes = [0, 6, 7, 22, 24, 64, 100].map((iteration) => axisUnderWay(racers, 3, iteration));
    expect(axes).toEqual([0, 0, 0, 0, 1, 1, 1]);
    expect(axisUnderWay([racer(0, [1, 2], 2)], 2, 2)).toBe(0);
    expect(axisUnderWay([], 4, 0)).toBe(2);
  });
});

describe('the story of the numbers that no double holds', () => {
  const least = { magnitude: -663.4, coordinate: 4, iteration: 2202 };

  it('tells where doubles stand still', () => {
    const story = describeTrap({ least, last: 12112 }, 5, 0.5, { iteration: 2253, passed: 4 }).join(' ');
    expect(story).toContain('x₅ came down to about 10⁻⁶⁶³, at iteration 2202');
    expect(story).toContain('stands still from iteration 2253 on, with 4 of 5 saddles passed');
    expect(story).toContain('here it goes on to iteration 12112');
  });

  it('claims no standstill that did not happen', () => {
    const near = { ...least, magnitude: -43.2 };
    expect(describeTrap({ least: near, last: 394 }, 5, 0.5, null).join(' ')).toContain(
      'this run would still get through',
    );
    expect(describeTrap({ least, last: 394 }, 5, 0.5, null).join(' ')).toContain('long enough to stop it');
  });
});
