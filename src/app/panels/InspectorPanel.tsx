import { memo, useState } from 'react';
import { useStore } from 'zustand';
import type { Inspection } from '../../core/critical/inspect.ts';
import { resultsStore } from '../../store/resultsStore.ts';
import { pointMarks } from '../../views/pointMarks.ts';
import { useCalm } from '../controls/calm.ts';
import type { InspectedPoint } from '../useInspection.ts';
import { CopyRow } from './CopyRow.tsx';
import classes from './InspectorPanel.module.css';
import { Multipliers } from './Multipliers.tsx';
import { pointKind } from './pointKind.ts';
import { Spectrum } from './Spectrum.tsx';
import { Verdicts } from './Verdicts.tsx';

export interface InspectorPanelProps {
  /** The point and what is true there; null while there is no landscape or no point. */
  readonly inspected: { readonly point: InspectedPoint; readonly inspection: Inspection } | null;
}

/** Up to this many variables the Hessian is shown entry by entry. */
const MATRIX_SIZE = 4;

/** What is true at the pointer or the selected point, to second order. */
export function InspectorPanel({ inspected }: InspectorPanelProps) {
  const dragging = useStore(resultsStore, (state) => state.dragging);
  const calm = useCalm(inspected);
  return <Inspector inspected={dragging ? calm : inspected} />;
}

const Inspector = memo(function Inspector({ inspected }: InspectorPanelProps) {
  const [copied, setCopied] = useState('');
  if (!inspected)
    return <p className={classes.empty}>Point at the landscape, or add a start, to see what is true there.</p>;
  const { point, inspection } = inspected;
  return (
    <div className={classes.inspector}>
      <Heading point={point} copied={copied} />
      <PointKind inspection={inspection} />
      <Values inspection={inspection} onCopied={setCopied} />
      <Spectrum inspection={inspection} onCopied={setCopied} />
      <Verdicts inspection={inspection} />
      {!Number.isNaN(inspection.index) && <Multipliers eigenvalues={inspection.eigenvalues} />}
    </div>
  );
});

const letGo = () => resultsStore.setState({ pinned: null, heldPoint: null });

function Heading({ point, copied }: { readonly point: InspectedPoint; readonly copied: string }) {
  const isHeld = useStore(resultsStore, (state) => state.pinned !== null || state.heldPoint !== null);
  return (
    <div className={classes.header}>
      <h2 className={classes.title}>{point.source}</h2>
      <output className={classes.copied}>{copied}</output>
      {isHeld && (
        <button type="button" className={classes.release} onClick={letGo}>
          Let go
        </button>
      )}
    </div>
  );
}

function PointKind({ inspection }: { readonly inspection: Inspection }) {
  const { name, curvature } = pointKind(inspection);
  return (
    <p className={classes.kind}>
      <span className={classes.mark} aria-hidden="true">
        {pointMarks[inspection.type]}
      </span>
      {name}
      {curvature && (
        <span className={classes.index} title="Number of negative eigenvalues of the Hessian">
          {curvature}
        </span>
      )}
    </p>
  );
}

interface PartProps {
  readonly inspection: Inspection;
  /** Says what has been copied. */
  readonly onCopied: (what: string) => void;
}

function Values({ inspection, onCopied }: PartProps) {
  const { x, value, gradient, gradientNorm, hessian } = inspection;
  const n = x.length;
  const exact = useStore(resultsStore, (state) => state.objective?.exact);
  const rows = Array.from({ length: n }, (_, i) => Array.from(hessian.subarray(i * n, (i + 1) * n)));
  return (
    <div className={classes.values}>
      <CopyRow label="x" name="the point" rows={[Array.from(x)]} onCopied={onCopied} />
      <CopyRow label="f" name="the value" rows={[[value]]} onCopied={onCopied} />
      <CopyRow label="\nabla f" name="the gradient" rows={[Array.from(gradient)]} onCopied={onCopied} />
      <CopyRow label="\|\nabla f\|" name="the gradient’s norm" rows={[[gradientNorm]]} onCopied={onCopied} />
      <CopyRow
        label="\nabla^2\! f"
        name="the Hessian"
        rows={rows}
        summary={n > MATRIX_SIZE ? `${n} × ${n}, click to copy` : undefined}
        onCopied={onCopied}
      />
      {exact && (!exact.gradient || !exact.hessian) && (
        <p className={classes.difference}>
          By finite differences: {exact.gradient ? 'the Hessian' : 'gradient and Hessian'}.
        </p>
      )}
    </div>
  );
}
