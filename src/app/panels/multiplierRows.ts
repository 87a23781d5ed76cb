/** One eigenvalue of the gradient descent map's derivative I − η∇²f. */
export interface Multiplier {
  /** Number of the eigenvalue in ascending order, from 1. */
  readonly place: number;
  readonly eigenvalue: number;
  /** 1 − ηλ. */
  readonly multiplier: number;
  /** What becomes of distances along the eigenvector: they shrink, grow, or (|1 − ηλ| = 1) stay as they are. */
  readonly behaviour: 'stable' | 'unstable' | 'neutral' | 'unknown';
}

/** Rounding of an eigenvalue that is zero must not decide. */
const ROUNDING = 1e-12;

function behaviourOf(multiplier: number): Multiplier['behaviour'] {
  const size = Math.abs(multiplier);
  if (Number.isNaN(size)) return 'unknown';
  if (Math.abs(size - 1) <= ROUNDING) return 'neutral';
  return size < 1 ? 'stable' : 'unstable';
}

/** The multipliers of gradient descent with step η at a point with these Hessian eigenvalues, in their order. */
export function multiplierRows(eigenvalues: Float64Array, stepSize: number): readonly Multiplier[] {
  return Array.from(eigenvalues, (eigenvalue, i) => {
    const multiplier = 1 - stepSize * eigenvalue;
    return { place: i + 1, eigenvalue, multiplier, behaviour: behaviourOf(multiplier) };
  });
}
