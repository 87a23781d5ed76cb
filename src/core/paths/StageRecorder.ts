import type { PathStage } from './PathMethod.ts';

/** Stages that are kept at most, and numbers in all of them. */
const MOST_STAGES = 600;
const MOST_NUMBERS = 2_000_000;

/** Keeps the stages of a search; where they become too many, every other one is let go, and so from then on. */
export class StageRecorder {
  #stages: PathStage[] = [];
  #stride = 1;
  #offered = 0;
  #numbers = 0;
  #last: PathStage | null = null;

  offer(stage: PathStage): void {
    this.#last = stage;
    if (this.#offered++ % this.#stride !== 0) return;
    this.#stages.push(stage);
    this.#numbers += size(stage);
    while (this.#stages.length > MOST_STAGES || (this.#numbers > MOST_NUMBERS && this.#stages.length > 2)) this.#thin();
  }

  /** The stages kept, the first and the last among them. */
  stages(): PathStage[] {
    const kept = this.#stages.slice();
    if (this.#last !== null && kept.at(-1) !== this.#last) kept.push(this.#last);
    return kept;
  }

  #thin(): void {
    this.#stages = this.#stages.filter((_, k) => k % 2 === 0);
    this.#numbers = this.#stages.reduce((sum, stage) => sum + size(stage), 0);
    this.#stride *= 2;
  }
}

const size = ({ beads, falling }: PathStage): number => beads.length + (falling?.trail.length ?? 0);
