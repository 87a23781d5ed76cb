import { expect, test } from 'vitest';
import { DEFAULT_STOP_RULE } from '../../src/core/descent/descend.ts';
import { runDescents } from '../../src/core/descent/runDescents.ts';
import { gradientDescent } from '../../src/core/methods/gradientDescent.ts';
import type { Method } from '../../src/core/methods/Method.ts';
import { drain } from '../../src/core/task.ts';
import { escapeCsv, runsCsv } from '../../src/scenario/csv.ts';
import { objectiveOf } from '../../src/scenario/objectiveOf.ts';
import { prepareLandscape } from '../../src/scenario/prepare.ts';

function runs() {
  const result = prepareLandscape({ id: 'himmelblau' });
  if (!result.ok) throw new Error(result.problems[0]?.message);
  const methods = [{ method: gradientDescent as unknown as Method, params: { stepSize: 0.01 } }];
  const stop = { ...DEFAULT_STOP_RULE, maxIterations: 3 };
  return drain(
    runDescents({
      objective: objectiveOf(result.prepared),
      methods,
      starts: [
        [0, 0],
        [1, -1],
      ],
      seed: 0,
      stop,
    }),
  );
}

test('a line for each recorded iterate, whose numbers read back to the same bits', () => {
  const all = runs();
  const text = [...runsCsv(all, ['Gradient descent, "slow"'], ['x', 'y'])].join('');
  const lines = text.split('\r\n');
  expect(lines[0]).toBe('method,start,repeat,iteration,x,y,value,gradientNorm');
  expect(lines).toHaveLength(1 + 2 * 4 + 1);
  expect(lines[1]).toBe(`"Gradient descent, ""slow""",0,0,0,0,0,170,${all[0]?.trajectory.gradientNorms[0]}`);
  const last = lines[8]?.split(',').slice(-4).map(Number);
  const { trajectory } = all[1] as (typeof all)[1];
  expect(last).toEqual([...trajectory.points.slice(6), trajectory.values[3], trajectory.gradientNorms[3]]);
});

test('a label cannot smuggle a formula into a spreadsheet', () => {
  const text = [...runsCsv(runs(), ['=HYPERLINK("http://example.org")'], ['x', 'y'])].join('');
  expect(text.split('\r\n')[1]?.startsWith(`"'=HYPERLINK(`)).toBe(true);
});

test('a line for each saddle that was waited for, with Infinity where it was not passed', () => {
  const row = { L: 1.5, methodIndex: 1, method: 'gradient-descent', dimension: 3, k: 2 };
  const rows = [
    { ...row, median: 36.5, q25: 30, q75: Number.POSITIVE_INFINITY, reached: 11, repeats: 15, left: 3, underflowed: 1 },
    { ...row, methodIndex: 4, median: 1, q25: 1, q75: 1, reached: 1, repeats: 1, left: 0, underflowed: 0 },
  ];
  expect([...escapeCsv(rows, ['a', 'b, "slow"'])].join('')).toBe(
    'method,L,dimension,k,median,q25,q75,reached,repeats,left,underflowed\r\n' +
      '"b, ""slow""",1.5,3,2,36.5,30,Infinity,11,15,3,1\r\n' +
      'gradient-descent,1.5,3,2,1,1,1,1,1,0,0\r\n',
  );
});
