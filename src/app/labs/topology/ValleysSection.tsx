import { describeDepth } from '../../../core/topology/describeSublevels.ts';
import { editTopology } from '../../../store/scenarioStore.ts';
import { setLevel } from '../../../store/topologyEdits.ts';
import { topologyStore } from '../../../store/topologyStore.ts';
import { componentColour } from '../../../views/componentColour.ts';
import { Section } from '../../panels/Section.tsx';
import panels from '../escape/EscapePanels.module.css';
import type { Topology } from './useTopology.ts';
import classes from './ValleysSection.module.css';

/** A longer list helps nobody. */
const MOST_LISTED = 12;

/** The spurious valleys, deepest first; each can be shown at a level below its barrier. */
export function ValleysSection({ topology: { forest, tree, scale } }: { readonly topology: Topology }) {
  const valleys = [...tree.spurious].sort((a, b) => b.depth - a.depth);
  const shown = valleys.slice(0, MOST_LISTED);
  const light = (leaf: number | null) =>
    topologyStore.setState({ branch: leaf === null ? null : (tree.leaves[leaf] as number) });
  return (
    <Section title="Spurious valleys" summary={String(valleys.length)}>
      {valleys.length === 0 && (
        <p className={panels.about}>
          {forest.missed > 0
            ? 'None that the grid shows; it does not show every minimum.'
            : 'None: each minimum of the tree is a global one of the box.'}
        </p>
      )}
      <ul className={classes.list}>
        {shown.map((valley) => {
          // A branch may end in a deeper spurious one before that meets a global minimum.
          const top = Math.min(tree.deaths[valley.leaf] as number, scale.high);
          return (
            <li key={valley.leaf}>
              <button
                type="button"
                className={classes.valley}
                onPointerEnter={() => light(valley.leaf)}
                onPointerLeave={() => light(null)}
                onFocus={() => light(valley.leaf)}
                onBlur={() => light(null)}
                onClick={() => editTopology(setLevel(valley.floor + 0.9 * (top - valley.floor)))}
              >
                <span className={classes.swatch} style={{ background: componentColour(valley.leaf) }} />
                <span>
                  Valley {valley.leaf + 1}, {describeDepth(valley)}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      {valleys.length > MOST_LISTED && (
        <p className={panels.about}>and {valleys.length - MOST_LISTED} shallower ones</p>
      )}
    </Section>
  );
}
