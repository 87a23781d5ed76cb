import { ActionIcon, Button } from '@mantine/core';
import { Dices, Plus, X } from 'lucide-react';
import { type MouseEvent, memo } from 'react';
import { useStore } from 'zustand';
import { landscapeById } from '../../core/landscapes/registry.ts';
import type { Box } from '../../core/params.ts';
import { DEFAULT_SEED } from '../../scenario/defaultSeed.ts';
import { LIMITS } from '../../scenario/limits.ts';
import { addStart, moveStart, removeStart } from '../../store/edits.ts';
import { randomStart } from '../../store/randomStart.ts';
import { resultsStore } from '../../store/resultsStore.ts';
import { type DescentScenario, edit, scenarioStore } from '../../store/scenarioStore.ts';
import { useCalmStore } from '../controls/calm.ts';
import shared from '../controls/controls.module.css';
import { keepFocusNear } from '../controls/keepFocus.ts';
import { LoneNumberField } from '../controls/NumberField.tsx';
import { checkNumber } from '../controls/numberText.ts';
import { VectorField } from '../controls/VectorField.tsx';
import { nextStart } from './nextStart.ts';
import { Section } from './Section.tsx';
import classes from './StartsPanel.module.css';

/** More starts than this are counted, not listed. */
const LISTED = 40;
/** With more coordinates than this, one field takes them all. */
const FIELDS = 3;
const FREE = { min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY };
const noNames: readonly string[] = [];

const selectStarts = ({ scenario }: { readonly scenario: DescentScenario }) => scenario.experiment.starts;

/** The points that every method starts from, with typed coordinates. */
export function StartsPanel() {
  const starts = useCalmStore(scenarioStore, selectStarts);
  const selected = useStore(resultsStore, (state) => state.selectedStart);
  const names = useStore(resultsStore, (state) => state.landscape?.variables) ?? noNames;
  const more = starts.length - LISTED;
  return (
    <Section title="Starts" summary={`${starts.length}`} actions={<AddStart count={starts.length} />}>
      <ol className={classes.list}>
        {starts.slice(0, LISTED).map((x, index) => (
          // A start has no other identity than its number.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <StartRow key={index} index={index} x={x} names={names} selected={index === selected} />
        ))}
      </ol>
      {more > 0 && <p className={classes.note}>and {more} more</p>}
      {starts.length === 0 && <p className={classes.note}>None yet: add one here or click on the landscape.</p>}
      <RandomStart count={starts.length} />
    </Section>
  );
}

function AddStart({ count }: { readonly count: number }) {
  const domain = useStore(resultsStore, (state) => state.landscape?.domain);
  const add = (box: Box) => {
    edit(addStart(nextStart(box, count)));
    resultsStore.setState({ selectedStart: count });
  };
  return (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<Plus size="1.1em" aria-hidden="true" />}
      disabled={!domain || count >= LIMITS.starts}
      onClick={() => domain && add(domain)}
    >
      Add
    </Button>
  );
}

/** Adds a random start as the landscape's source draws it, by the scenario's seed; nothing where it has none of its own. */
function RandomStart({ count }: { readonly count: number }) {
  const landscape = useStore(resultsStore, (state) => state.landscape);
  if (!landscape || !landscapeById(landscape.id)?.initialPoint) return null;
  const add = () => {
    const { scenario } = scenarioStore.getState();
    const known = new Set(scenario.experiment.starts.map((start) => start.join()));
    const { seed = DEFAULT_SEED } = scenario;
    // One that was taken out leaves its place to be drawn again, but none comes twice.
    for (let number = 0; number <= count; number++) {
      const start = randomStart(landscape, seed, number);
      if (!start || known.has(start.join())) continue;
      edit(addStart(start));
      resultsStore.setState({ selectedStart: count });
      return;
    }
  };
  return (
    <Button
      className={classes.random}
      size="compact-sm"
      variant="default"
      leftSection={<Dices size="1.1em" aria-hidden="true" />}
      disabled={count >= LIMITS.starts}
      onClick={add}
    >
      Start from a random initialisation
    </Button>
  );
}

interface StartRowProps {
  readonly index: number;
  readonly x: readonly number[];
  readonly names: readonly string[];
  readonly selected: boolean;
}

const StartRow = memo(function StartRow({ index, x, names, selected }: StartRowProps) {
  const select = () => resultsStore.setState({ selectedStart: index });
  const remove = (event: MouseEvent) => {
    keepFocusNear(event.currentTarget);
    edit(removeStart(index));
    resultsStore.setState({ selectedStart: null });
  };
  return (
    <li className={selected ? `${classes.start} ${classes.selected}` : classes.start} onFocus={select}>
      <span className={classes.number}>{index + 1}</span>
      {x.length <= FIELDS ? (
        <CoordinateFields index={index} x={x} names={names} />
      ) : (
        <VectorField
          label={`Start ${index + 1}, ${x.length} coordinates`}
          value={x}
          onCommit={(typed) => edit(moveStart(index, typed))}
        />
      )}
      <ActionIcon
        className={shared.tap}
        variant="subtle"
        color="gray"
        size={22}
        aria-label={`Remove start ${index + 1}`}
        onClick={remove}
      >
        <X size="1.1em" aria-hidden="true" />
      </ActionIcon>
    </li>
  );
});

function CoordinateFields({ index, x, names }: Omit<StartRowProps, 'selected'>) {
  return (
    <span className={classes.fields}>
      {x.map((coordinate, i) => {
        const name = names[i] ?? `x${i + 1}`;
        return (
          <LoneNumberField
            key={name}
            label={`Start ${index + 1}, ${name}`}
            value={coordinate}
            read={(text) => checkNumber(text, FREE)}
            onCommit={(typed) => edit(moveStart(index, x.with(i, typed)))}
          />
        );
      })}
    </span>
  );
}
