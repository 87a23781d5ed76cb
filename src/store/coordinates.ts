import type { Section } from '../core/objective/section.ts';
import { resultsStore } from './resultsStore.ts';

/** The point of R^n at plane coordinates (s, t). */
export function lifted(section: Section, [s, t]: readonly [number, number]): number[] {
  const { origin, u, v } = section;
  return Array.from(origin, (o, i) => o + s * (u[i] as number) + t * (v[i] as number));
}

/** The plane coordinates of the orthogonal projection of a point. */
export function projected(section: Section, x: ArrayLike<number>): [number, number] {
  const { origin, u, v } = section;
  let s = 0;
  let t = 0;
  for (let i = 0; i < origin.length; i++) {
    const difference = (x[i] as number) - (origin[i] as number);
    s += difference * (u[i] as number);
    t += difference * (v[i] as number);
  }
  return [s, t];
}

/** A point moved within the plane to (s, t); what it has across the plane it keeps. */
export function movedWithin(section: Section, x: readonly number[], to: readonly [number, number]): number[] {
  const [s, t] = projected(section, x);
  const { u, v } = section;
  return x.map((coordinate, i) => {
    // A coordinate axis takes the coordinate itself, without rounding.
    if (u[i] === 1) return to[0] + (section.origin[i] as number);
    if (v[i] === 1) return to[1] + (section.origin[i] as number);
    return coordinate + (to[0] - s) * (u[i] as number) + (to[1] - t) * (v[i] as number);
  });
}

/** The plane that is shown; throws where nothing is shown yet. */
export function shownSection(): Section {
  const { section } = resultsStore.getState();
  if (!section) throw new Error('no plane is shown yet');
  return section;
}
