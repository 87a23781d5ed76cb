/**
 * Counts of a Vitest report. A file that could not be read counts as one failure, as does a run that failed outside
 * of its tests.
 * @param {{
 *   numPassedTests: number,
 *   numFailedTests: number,
 *   testResults: readonly { status: string, assertionResults: readonly unknown[] }[],
 * }} report
 * @param {number} status  exit status of the run
 */
export function countTests({ numPassedTests, numFailedTests, testResults }, status) {
  const unread = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  const failed = numFailedTests + unread.length;
  return { passed: numPassedTests, failed: failed === 0 && status !== 0 ? 1 : failed };
}
