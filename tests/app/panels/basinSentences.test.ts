import { expect, test } from 'vitest';
import { saddleSentence, startsSentence } from '../../../src/app/panels/basinSentences.ts';

const map = {
  xs: new Float64Array(512),
  ys: new Float64Array(512),
  repeats: 1,
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

test('measure zero is expected of gradient descent, and of no other method', () => {
  expect(saddleSentence({ ...map, methodId: 'gradient-descent' })).toMatch(/step below 1\/L a set of measure zero/);
  for (const methodId of ['newton', 'heavy-ball', 'perturbed-gradient-descent'])
    expect(saddleSentence({ ...map, methodId })).not.toMatch(/measure zero/);
});
