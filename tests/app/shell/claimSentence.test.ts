import { expect, test } from 'vitest';
import { claimSentence } from '../../../src/app/shell/claimSentence.ts';
import type { ClaimReport, Measurement } from '../../../src/core/claims/Claim.ts';

const roomy = () => true;
const measurement = (changes: Partial<Measurement>): Measurement => ({
  name: 'Spurious valleys',
  value: 1,
  expected: 1,
  tolerance: 0,
  relation: 'about',
  ok: true,
  ...changes,
});
const holding = { name: '0 < α < β', holds: true, measured: 'α = 2, β = 3' };
const supported: ClaimReport = {
  verdict: 'supported',
  hypotheses: [holding],
  measurements: [
    measurement({}),
    measurement({ name: 'Its barrier', value: 6.51234, expected: 6.5, tolerance: 0.1 }),
    measurement({ name: 'Descents below its floor', value: 0, expected: 0, relation: 'at-most' }),
  ],
};

test('a supported claim is told with its first two measurements, and with one where there is little room', () => {
  const short = '“One neuron”: supported. Spurious valleys: 1, expected 1.';
  expect(claimSentence('One neuron', { report: supported }, roomy)).toBe(
    '“One neuron”: supported. Spurious valleys: 1, expected 1. Its barrier: 6.512, expected about 6.5.',
  );
  expect(claimSentence('One neuron', { report: supported }, (text) => text.length <= short.length)).toBe(short);
});

test('a contradicted claim is told with the measurement that disagrees', () => {
  const wrong = measurement({ name: 'Rate', value: -2, expected: -1.5, relation: 'at-least', ok: false });
  const report: ClaimReport = { ...supported, verdict: 'contradicted', measurements: [measurement({}), wrong] };
  expect(claimSentence('One neuron', { report }, roomy)).toBe(
    '“One neuron”: contradicted. Rate: −2, expected at least −1.5.',
  );
});

test('an inconclusive claim is told with the hypothesis that fails, before one that is not known', () => {
  const unknown = { name: 'The box is large', holds: null, measured: 'its side is at −3.' };
  const failing = { name: '0 < α < β', holds: false, measured: 'α = 2, β = 2' };
  const of = (hypotheses: ClaimReport['hypotheses']) =>
    claimSentence('N', { report: { verdict: 'inconclusive', hypotheses, measurements: [] } }, roomy);
  expect(of([holding, unknown, failing])).toBe('“N”: inconclusive. The hypothesis “0 < α < β” fails: α = 2, β = 2.');
  expect(of([holding, unknown])).toBe(
    '“N”: inconclusive. The hypothesis “The box is large” is not known to hold: its side is at −3.',
  );
  expect(of([holding])).toBe('“N”: inconclusive. Nothing was measured.');
});

test('a claim that is being checked says so, also before its name is there', () => {
  expect(claimSentence('N', { report: null }, roomy)).toBe('Checking “N” …');
  expect(claimSentence(null, { report: null }, roomy)).toBe('Checking the claim …');
  expect(claimSentence('N', null, roomy)).toBe('“N” is not checked.');
});
