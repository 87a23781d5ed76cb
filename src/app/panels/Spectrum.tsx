import { useStore } from 'zustand';
import { zeroTolerance } from '../../core/critical/classify.ts';
import type { Inspection } from '../../core/critical/inspect.ts';
import { sectionCurvature } from '../../core/objective/section.ts';
import { resultsStore } from '../../store/resultsStore.ts';
import { formatFull, formatNumber } from '../../views/formatNumber.ts';
import shared from '../controls/controls.module.css';
import { copyText } from '../controls/copyText.ts';
import { Typeset } from '../typeset/Typeset.tsx';
import rows from './CopyRow.module.css';
import classes from './Spectrum.module.css';

interface SpectrumProps {
  readonly inspection: Inspection;
  readonly onCopied: (what: string) => void;
}

/** Up to this many variables the eigenvectors are shown. */
const VECTOR_SIZE = 4;

/** Eigenvalues and eigenvectors of the Hessian, ascending, each with the way in which f curves along it. */
export function Spectrum({ inspection, onCopied }: SpectrumProps) {
  const { eigenvalues, eigenvectors } = inspection;
  const n = eigenvalues.length;
  const tolerance = zeroTolerance(eigenvalues);
  return (
    <section className={classes.spectrum} aria-label="Eigenvalues and eigenvectors">
      <p className={classes.heading} aria-hidden="true">
        <span>Eigenvalues</span>
        {n <= VECTOR_SIZE && <span>eigenvectors</span>}
      </p>
      <div className={classes.list}>
        {Array.from(eigenvalues, (eigenvalue, k) => (
          <Pair
            // An eigenvalue has no other identity than its place.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            key={k}
            place={k + 1}
            eigenvalue={eigenvalue}
            eigenvector={Array.from(eigenvectors.subarray(k * n, (k + 1) * n))}
            bend={bendOf(eigenvalue, tolerance)}
            onCopied={onCopied}
          />
        ))}
      </div>
      {n > 2 && <PlaneNote x={inspection.x} />}
    </section>
  );
}

/** Says that the arrows on the contour are not the eigenvectors above, and what they show instead. */
function PlaneNote({ x }: { readonly x: Float64Array }) {
  const section = useStore(resultsStore, (state) => state.section);
  const objective = useStore(resultsStore, (state) => state.objective);
  if (!objective || section?.origin.length !== x.length || objective.dimension !== x.length) return null;
  const [least, greatest] = sectionCurvature(objective, x, section).values as unknown as [number, number];
  if (!Number.isFinite(least)) return null;
  return (
    <p className={classes.note}>
      Arrows on the contour: the curvature within the plane, κ₁ = {formatNumber(least)} and κ₂ ={' '}
      {formatNumber(greatest)}.
    </p>
  );
}

interface PairProps extends Pick<SpectrumProps, 'onCopied'> {
  /** Number in ascending order, from 1. */
  readonly place: number;
  readonly eigenvalue: number;
  readonly eigenvector: readonly number[];
  /** Null where there is no number. */
  readonly bend: keyof typeof bendPaths | null;
}

/** One eigenvalue with its eigenvector; pressing it copies both with all digits. */
function Pair({ place, eigenvalue, eigenvector, bend, onCopied }: PairProps) {
  const n = eigenvector.length;
  const full = `${formatFull(eigenvalue)}, [${eigenvector.map(formatFull).join(', ')}]`;
  const copy = async () => {
    const done = await copyText(full);
    onCopied(done ? `Copied λ${place} and its eigenvector` : 'The browser refused to copy');
  };
  const title = `${full.length > 400 ? `${full.slice(0, 400)}…` : full}\nClick to copy`;
  return (
    <button type="button" className={`${rows.row} ${classes.row}`} title={title} onClick={copy}>
      <span className={shared.unseen}>Copy eigenvalue {place}:</span>
      <span className={rows.label} aria-hidden="true">
        <Typeset tex={`\\lambda_{${place}}`} plain={`λ${place}`} />
      </span>
      <span className={n > 3 ? `${classes.pair} ${classes.stacked}` : classes.pair}>
        <span className={classes.value}>
          {bend && <Bend bend={bend} />} {bend ? formatNumber(eigenvalue) : '–'}
        </span>
        {n <= VECTOR_SIZE && (
          <span className={classes.vector} style={{ gridTemplateColumns: `repeat(${n}, minmax(0, 1fr))` }}>
            {eigenvector.map((entry, i) => (
              // An entry has no other identity than its place.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              <span key={i}>{entryText(entry, n)}</span>
            ))}
          </span>
        )}
      </span>
    </button>
  );
}

/** A coordinate of a unit vector: always as wide. */
function entryText(entry: number, n: number): string {
  return Number.isNaN(entry) ? '–' : entry.toFixed(n > 2 ? 2 : 3).replace('-', '−');
}

const bendPaths = { up: 'M1 3Q6 13 11 3', down: 'M1 9Q6 -1 11 9', flat: 'M1 6H11' } as const;

function bendOf(eigenvalue: number, tolerance: number): PairProps['bend'] {
  if (Number.isNaN(eigenvalue)) return null;
  return eigenvalue > tolerance ? 'up' : eigenvalue < -tolerance ? 'down' : 'flat';
}

/** A small arc: f curves up (∪), down (∩) or is flat along the eigenvector. */
function Bend({ bend }: { readonly bend: keyof typeof bendPaths }) {
  const name = bend === 'flat' ? 'flat' : `curves ${bend}`;
  return (
    <svg className={classes.bend} viewBox="0 0 12 12" role="img" aria-label={name}>
      <path d={bendPaths[bend]} fill="none" stroke="currentColor" strokeWidth={1.6} />
    </svg>
  );
}
