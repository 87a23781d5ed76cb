import type { ClaimReport, Hypothesis, Measurement, Verdict } from './Claim.ts';

/** Gathers what a claim finds and judges it. */
export class Evidence {
  readonly #hypotheses: Hypothesis[] = [];
  readonly #measurements: Measurement[] = [];

  /** @param holds  null where it could not be checked */
  hypothesis(name: string, holds: boolean | null, measured: string): void {
    this.#hypotheses.push({ name, holds, measured });
  }

  /** The claim says that the value is `expected`. A value that is not a number is never ok. */
  about(name: string, value: number, expected: number, tolerance: number): void {
    const ok = Math.abs(value - expected) <= tolerance;
    this.#measurements.push({ name, value, expected, tolerance, relation: 'about', ok });
  }

  /** The claim says that the value is at most `expected`. */
  atMost(name: string, value: number, expected: number, tolerance = 0): void {
    const ok = value <= expected + tolerance;
    this.#measurements.push({ name, value, expected, tolerance, relation: 'at-most', ok });
  }

  /** The claim says that the value is at least `expected`. */
  atLeast(name: string, value: number, expected: number, tolerance = 0): void {
    const ok = value >= expected - tolerance;
    this.#measurements.push({ name, value, expected, tolerance, relation: 'at-least', ok });
  }

  /** True while no hypothesis has failed or stayed open. */
  get stands(): boolean {
    return this.#hypotheses.every(({ holds }) => holds === true);
  }

  report(): ClaimReport {
    return { verdict: this.#verdict(), hypotheses: this.#hypotheses, measurements: this.#measurements };
  }

  #verdict(): Verdict {
    if (!this.stands || this.#measurements.length === 0) return 'inconclusive';
    return this.#measurements.every(({ ok }) => ok) ? 'supported' : 'contradicted';
  }
}
