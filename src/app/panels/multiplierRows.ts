/** One eigenvalue of the gradient descent map's derivative I − η∇²f. */
export interface Multiplier {
  /** Number of the eigenvalue in ascending order, from 1. */
  readonly place: number;
  readonly eigenvalue: number;
  /** 1 − ηλ. */
  readonly multiplier: number;
  /** |1 − ηλ| < 1: distances along the eigenvector shrink. */
  readonly stable: boolean;
}

/** The multipliers of gradient descent with step η at a point with these Hessian eigenvalues, in their order. */
export function multiplierRows(eigenvalues: Float64Array, stepSize: number): readonly Multiplier[] {
  return Array.from(eigenvalues, (eigenvalue, i) => {
    const multiplier = 1 - stepSize * eigenvalue;
    return { place: i + 1, eigenvalue, multiplier, stable: Math.abs(multiplier) < 1 };
  });
}
