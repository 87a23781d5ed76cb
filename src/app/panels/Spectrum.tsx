import { useStore } from 'zustand';
import { zeroTolerance } from '../../core/critical/classify.ts';
import type { Inspection } from '../../core/critical/inspect.ts';
import { resultsStore } from '../../store/resultsStore.ts';
import { formatFull, formatNumber } from '../../views/formatNumber.ts';
import { copyText } from '../controls/copyText.ts';
import { Typeset } from '../typeset/Typeset.tsx';
import { fullDigits } from './CopyRow.tsx';
import classes from './Spectrum.module.css';

interface SpectrumProps {
  readonly inspection: Inspection;
  readonly onCopied: (what: string) => void;
}

/** Up to this many variables the eigenvectors are shown. */
const VECTOR_SIZE = 4;

/** Eigenvalues and eigenvectors of the Hessian, ascending, each with the way in which f curves along it. */
export function Spectrum({ inspection, onCopied }: SpectrumProps) {
  const names = useStore(resultsStore, (state) => state.landscape?.variables);
  const { eigenvalues, eigenvectors } = inspection;
  const n = eigenvalues.length;
  const tolerance = zeroTolerance(eigenvalues);
  const vector = (k: number) => Array.from(eigenvectors.subarray(k * n, (k + 1) * n));
  const copy = async (k: number) => {
    const done = await copyText(fullDigits([vector(k)]));
    onCopied(done ? `Copied eigenvector ${k + 1}` : 'The browser refused to copy');
  };
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col" colSpan={2}>
              Eigenvalues
            </th>
            {n <= VECTOR_SIZE &&
              Array.from({ length: n }, (_, i) => (
                <th key={names?.[i] ?? i} scope="col">
                  {i === 0 ? 'eigenvector' : ''}
                </th>
              ))}
            <th scope="col" className={classes.action}>
              <span className={classes.unseen}>copy</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {Array.from(eigenvalues, (eigenvalue, k) => (
            // An eigenvalue has no other identity than its place.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <tr key={k}>
              <th scope="row">
                <Typeset tex={`\\lambda_{${k + 1}}`} plain={`λ${k + 1}`} />
              </th>
              <td title={formatFull(eigenvalue)}>
                <Bend eigenvalue={eigenvalue} tolerance={tolerance} /> {formatNumber(eigenvalue)}
              </td>
              {n <= VECTOR_SIZE &&
                vector(k).map((entry, i) => (
                  <td key={names?.[i] ?? i} className={classes.entry} title={formatFull(entry)}>
                    {Number.isNaN(entry) ? '–' : entry.toFixed(3).replace('-', '−')}
                  </td>
                ))}
              <td className={classes.action}>
                <button
                  type="button"
                  className={classes.copy}
                  aria-label={`Copy eigenvector ${k + 1}`}
                  title={`${fullDigits([vector(k)]).slice(0, 400)}\nClick to copy`}
                  onClick={() => copy(k)}
                >
                  v{k + 1}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A small arc: f curves up (∪), down (∩) or is flat along the eigenvector. */
function Bend({ eigenvalue, tolerance }: { readonly eigenvalue: number; readonly tolerance: number }) {
  const way = eigenvalue > tolerance ? 'up' : eigenvalue < -tolerance ? 'down' : 'flat';
  const path = { up: 'M1 3Q6 13 11 3', down: 'M1 9Q6 -1 11 9', flat: 'M1 6H11' }[way];
  return (
    <svg className={classes.bend} width={12} height={12} role="img" aria-label={`curves ${way}`}>
      <title>{way === 'flat' ? 'flat' : `curves ${way}`}</title>
      <path d={path} fill="none" stroke="currentColor" strokeWidth={1.6} />
    </svg>
  );
}
