import { expect, test } from 'vitest';
import { countTests } from '../../src/tooling/countTests.mjs';

const file = (status: string, tests: number) => ({ status, assertionResults: Array.from({ length: tests }) });

test('passed and failed tests are counted', () => {
  const report = { numPassedTests: 7, numFailedTests: 2, testResults: [file('passed', 4), file('failed', 5)] };
  expect(countTests(report, 1)).toEqual({ passed: 7, failed: 2 });
});

test('a file that could not be read is a failure', () => {
  const report = { numPassedTests: 4, numFailedTests: 0, testResults: [file('passed', 4), file('failed', 0)] };
  expect(countTests(report, 1)).toEqual({ passed: 4, failed: 1 });
});

test('a run that fails without a failed test is a failure', () => {
  expect(countTests({ numPassedTests: 4, numFailedTests: 0, testResults: [file('passed', 4)] }, 1).failed).toBe(1);
});

test('a green run has no failure', () => {
  const report = { numPassedTests: 4, numFailedTests: 0, testResults: [file('passed', 4)] };
  expect(countTests(report, 0)).toEqual({ passed: 4, failed: 0 });
});
