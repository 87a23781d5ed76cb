import { ActionIcon, Menu } from '@mantine/core';
import { Copy, EllipsisVertical, PenLine, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import type { MethodChoice } from '../../scenario/types.ts';
import { duplicateMethod, removeMethod, setMethodLook } from '../../store/edits.ts';
import { edit } from '../../store/scenarioStore.ts';
import { methodColours, methodDashes, strokeFor } from '../../views/palette.ts';
import shared from '../controls/controls.module.css';
import { keepFocusNear } from '../controls/keepFocus.ts';
import { StrokeSwatch } from '../controls/StrokeSwatch.tsx';
import classes from './MethodsPanel.module.css';

interface MethodMenuProps {
  readonly choice: MethodChoice;
  readonly index: number;
  readonly name: string;
  /** True if the scenario can hold no further method. */
  readonly full: boolean;
  readonly onRename: () => void;
}

const icon = { size: '1.1em', 'aria-hidden': true } as const;

/** Everything else that can be done with a method of the list. */
export function MethodMenu({ choice, index, name, full, onRename }: MethodMenuProps) {
  // The field for the new name takes the focus, so the button must not take it back.
  const [renames, setRenames] = useState(false);
  const target = useRef<HTMLButtonElement>(null);
  const remove = () => {
    keepFocusNear(target.current);
    edit(removeMethod(index));
  };
  const rename = () => {
    setRenames(true);
    onRename();
  };
  return (
    <Menu
      position="bottom-end"
      width={250}
      shadow="md"
      withinPortal
      returnFocus={!renames}
      onOpen={() => setRenames(false)}
    >
      <Menu.Target>
        <ActionIcon
          ref={target}
          className={shared.tap}
          variant="subtle"
          color="gray"
          size={26}
          aria-label={`More about ${name}`}
        >
          <EllipsisVertical {...icon} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown className={classes.menu}>
        <Menu.Item leftSection={<PenLine {...icon} />} onClick={rename}>
          Rename
        </Menu.Item>
        <Menu.Item leftSection={<Copy {...icon} />} disabled={full} onClick={() => edit(duplicateMethod(index))}>
          Duplicate
        </Menu.Item>
        <Menu.Label>Colour and marker</Menu.Label>
        <Swatches kind="colour" choice={choice} index={index} />
        <Menu.Label>Dash</Menu.Label>
        <Swatches kind="dash" choice={choice} index={index} />
        <Menu.Divider />
        <Menu.Item leftSection={<Trash2 {...icon} />} onClick={remove}>
          Remove
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

const colourNames = ['vermilion', 'sky blue', 'purple', 'orange', 'green', 'blue', 'yellow', 'grey'];

interface SwatchesProps {
  readonly kind: 'colour' | 'dash';
  readonly choice: MethodChoice;
  readonly index: number;
}

/** A grid of strokes to choose from. */
function Swatches({ kind, choice, index }: SwatchesProps) {
  const colour = choice.colour ?? index;
  const list = kind === 'colour' ? methodColours : methodDashes;
  const current = (kind === 'colour' ? colour : (choice.dash ?? colour)) % list.length;
  return (
    <div className={classes.swatches}>
      {list.map((entry, place) => (
        <Menu.Item
          key={entry}
          className={classes.swatch}
          closeMenuOnClick={false}
          aria-label={kind === 'colour' ? `Colour ${colourNames[place]}` : `Dash ${place + 1}`}
          aria-current={place === current || undefined}
          onClick={() => edit(setMethodLook(index, { [kind]: place }))}
        >
          <StrokeSwatch
            stroke={kind === 'colour' ? strokeFor(place, 0) : strokeFor(colour, place)}
            width={3.2}
            withMarker={kind === 'colour'}
          />
        </Menu.Item>
      ))}
    </div>
  );
}
