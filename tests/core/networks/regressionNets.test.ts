import { expect, test } from 'vitest';
import { parameterNames, regressionNets, weightPositions } from '../../../src/core/networks/regressionNets.ts';

test('the positions of the weights are those of the parameters that are no biases', () => {
  const names = parameterNames(regressionNets.cubic);
  const positions = weightPositions(regressionNets.cubic) as readonly number[];
  expect(positions.map((position) => names[position])).toEqual(names.filter((name) => !name.startsWith('b')));
  expect(names.length - positions.length).toBe(9);
  expect(weightPositions(regressionNets.quadratic)).toBeNull();
});
