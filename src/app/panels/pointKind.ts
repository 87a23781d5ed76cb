import type { Inspection } from '../../core/critical/inspect.ts';

/** What a point is called, and what is said of its curvature beside the name. */
export interface PointKind {
  readonly name: string;
  readonly curvature: string;
}

const names: Readonly<Record<Inspection['type'], string>> = {
  minimum: 'minimum',
  saddle: 'saddle',
  maximum: 'maximum',
  degenerate: 'degenerate critical point',
  regular: 'not critical',
};

/** Names a point: only a critical one has an index, and where something is not finite that is all there is to say. */
export function pointKind(inspection: Inspection): PointKind {
  const { value, gradientNorm, type, index, strictSaddle } = inspection;
  if (!Number.isFinite(value)) return { name: 'f not finite here', curvature: '' };
  if (!Number.isFinite(gradientNorm)) return { name: 'no finite derivatives here', curvature: '' };
  const name = type === 'saddle' && strictSaddle ? 'strict saddle' : names[type];
  if (Number.isNaN(index)) {
    // Such a point passes for regular, whatever its gradient.
    return { name: inspection.firstOrderStationary ? 'critical' : name, curvature: 'Hessian not finite here' };
  }
  if (type !== 'regular') return { name, curvature: `index ${index}` };
  return { name, curvature: `${index === 0 ? 'no' : index} eigenvalue${index > 1 ? 's' : ''} < 0` };
}
