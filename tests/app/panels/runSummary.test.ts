import { describe, expect, test } from 'vitest';
import { countStatuses, statusCountText, toleranceNote } from '../../../src/app/panels/runSummary.ts';
import type { Run } from '../../../src/core/descent/Run.ts';

describe('the summary of many runs', () => {
  const runs = [
    { status: 'diverged', iterations: 12 },
    { status: 'converged', iterations: 380 },
    { status: 'converged', iterations: 214 },
  ] as const;

  test('counts the outcomes, the most frequent first', () => {
    expect(countStatuses(runs).map((count) => statusCountText(count, runs.length))).toEqual([
      '2 of 3 converged, 214–380 it',
      '1 of 3 diverged, 12 it',
    ]);
  });

  test('says "all" where there is one outcome', () => {
    expect(countStatuses(runs.slice(1)).map((count) => statusCountText(count, 2))).toEqual([
      'all 2 converged, 214–380 it',
    ]);
  });
});

describe('the note on the gradient norm at the ends', () => {
  const end = (status: Run['status'], gradientNorm: number, type: Run['final']['type'] = 'minimum') => ({
    status,
    final: { x: new Float64Array(2), value: 0, gradientNorm, minEigenvalue: 1, type },
  });

  test('says nothing of critical points and of ends that are called nothing', () => {
    expect(toleranceNote([end('converged', 1e-6), end('max-iterations', 0.3, 'regular')])).toBeNull();
  });

  test('calls nothing a minimum whose gradient is larger than 1e-6', () => {
    expect(toleranceNote([end('second-order-stationary', 0.008)])).toBe('second-order stationary (‖∇f‖ = 0.0080)');
    expect(toleranceNote([end('converged', 2e-4)])).toBe('stationary to the tolerance (‖∇f‖ = 2×10⁻⁴)');
  });

  test('takes several together, with the largest', () => {
    const runs = [end('second-order-stationary', 0.008), end('second-order-stationary', 0.0091)];
    expect(toleranceNote(runs)).toBe('second-order stationary (‖∇f‖ ≤ 0.0091)');
    expect(toleranceNote([...runs, end('converged', 1e-9)])).toBe('2 of 3 second-order stationary (‖∇f‖ ≤ 0.0091)');
  });
});
