import { expect, test } from 'vitest';
import { mapSentence, saddleSentence, startsSentence } from '../../../src/app/panels/basinSentences.ts';

const map = {
  xs: new Float64Array(512),
  ys: new Float64Array(512),
  repeats: 1,
  isNoisy: false,
  startsRun: 4096,
  startsToSaddle: 1024,
  isWhole: false,
  methodId: 'newton',
};

test('while rows are missing only the starts that were run are counted', () => {
  expect(saddleSentence(map)).toBe('To a saddle: 1024 of 4096 starts run so far (25.0\u00a0%).');
  expect(startsSentence(map)).toMatch(/^4096 starts so far, .* all are 512 × 512 starts; darker/);
  const whole = { ...map, isWhole: true, startsRun: 262144, startsToSaddle: 0 };
  expect(saddleSentence(whole)).toBe('To a saddle: 0 of 262144 starts (0\u00a0%).');
  expect(startsSentence(whole)).toBe('512 × 512 starts; darker after more iterations.');
});

test('the map in numbers: the largest basins, what went nowhere, and to a saddle', () => {
  const attractor = (x: number, share: number, type: 'minimum' | 'saddle' = 'minimum') => {
    return { x: Float64Array.of(x, 1e-17), value: 0, type, share };
  };
  const found = {
    ...map,
    box: [],
    method: 0,
    maxIterations: 100,
    labels: new Float64Array(0),
    iterations: new Float64Array(0),
    saddleShare: 0,
    noneShare: 0.125,
    attractors: [attractor(1, 0.25), attractor(-1, 0.5), attractor(0, 0.125, 'saddle')],
  };
  expect(mapSentence(found, 'Newton’s method')).toBe(
    'Newton’s method goes, so far, from 50.0\u00a0% to the minimum (−1, 0), 25.0\u00a0% to the minimum (1, 0), 12.5\u00a0% to the saddle (0, 0), 12.5\u00a0% to no limit. To a saddle: 1024 of 4096 starts.',
  );
  const many = [1, 2, 3, 4, 5, 6].map((x) => attractor(x, 1 / 6));
  expect(mapSentence({ ...found, noneShare: 0, isWhole: true, attractors: many }, 'A')).toMatch(
    /^A goes from 16.7.* the rest to 2 more\. To/,
  );
  expect(startsSentence({ ...map, isNoisy: true, repeats: 5 })).toContain('the minimum below its end');
});

test('measure zero is expected of gradient descent, and of no other method', () => {
  expect(saddleSentence({ ...map, methodId: 'gradient-descent' })).toMatch(/step below 1\/L a set of measure zero/);
  for (const methodId of ['newton', 'heavy-ball', 'perturbed-gradient-descent'])
    expect(saddleSentence({ ...map, methodId })).not.toMatch(/measure zero/);
});
