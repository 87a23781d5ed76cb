import leven from 'leven';

/** Names from other languages and books, and what they are called here. */
const ALIASES: Readonly<Record<string, string>> = {
  ln: 'log',
  lg: 'log10',
  arcsin: 'asin',
  arccos: 'acos',
  arctan: 'atan',
  arctan2: 'atan2',
  tg: 'tan',
  sh: 'sinh',
  ch: 'cosh',
  th: 'tanh',
  sgn: 'sign',
  signum: 'sign',
  fabs: 'abs',
  norm: 'hypot',
  int: 'floor',
  trunc: 'floor',
  minimum: 'min',
  maximum: 'max',
  π: 'pi',
};
/** Words that mathjs or another language or a book knows, and what to write instead. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  mod: 'write x - y * floor(x / y) for a remainder',
  xor: 'write a != b for conditions a and b',
  pow: 'write x^y',
  power: 'write x^y',
  square: 'write x^2',
  relu: 'write max(0, x)',
  softplus: 'write log1p(exp(x))',
  sigmoid: 'write 1 / (1 + exp(-x))',
  heaviside: 'write x > 0 ? 1 : 0',
  ceil: 'write -floor(-x)',
  round: 'write floor(x + 0.5)',
  cot: 'write 1 / tan(x)',
  sec: 'write 1 / cos(x)',
  csc: 'write 1 / sin(x)',
  true: 'write 1',
  false: 'write 0',
  to: 'units are not supported',
  in: 'units are not supported',
  i: 'complex numbers are not supported',
};
/** Longer names are nobody's slip of the finger. */
const LONGEST = 30;

/**
 * The name among `candidates` that someone who typed `name` most likely meant, or null.
 * Ties go to the earlier candidate.
 */
function closest(name: string, candidates: Iterable<string>): string | null {
  if (name.length > LONGEST) return null;
  const lower = name.toLowerCase();
  const alias = Object.hasOwn(ALIASES, lower) ? ALIASES[lower] : undefined;
  let best: string | null = null;
  let least = Math.max(1, Math.floor(name.length / 3)) + 1;
  for (const candidate of candidates) {
    if (candidate === alias) return candidate;
    const distance = candidate.toLowerCase() === lower ? 0 : leven(name, candidate);
    if (distance >= least || distance >= Math.min(name.length, candidate.length)) continue;
    best = candidate;
    least = distance;
  }
  return best;
}

/** What to write instead of an unknown name: "did you mean …?" or advice; nothing where there is no idea. */
export function didYouMean(name: string, candidates: Iterable<string>): string | undefined {
  if (Object.hasOwn(ELSEWHERE, name)) return ELSEWHERE[name];
  const found = closest(name, candidates);
  return found === null ? undefined : `did you mean ${found}?`;
}
