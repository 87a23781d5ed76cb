import { ActionIcon } from '@mantine/core';
import { ChevronDown, Eye, EyeOff } from 'lucide-react';
import { memo, useId, useState } from 'react';
import { methodById } from '../../core/methods/registry.ts';
import { LIMITS } from '../../scenario/limits.ts';
import type { MethodChoice } from '../../scenario/types.ts';
import { setMethodLook } from '../../store/edits.ts';
import { edit } from '../../store/scenarioStore.ts';
import shared from '../controls/controls.module.css';
import { StrokeSwatch } from '../controls/StrokeSwatch.tsx';
import { methodStroke } from '../methodStroke.ts';
import { type MethodActions, MethodDetails } from './MethodDetails.tsx';
import { MethodMenu } from './MethodMenu.tsx';
import classes from './MethodsPanel.module.css';
import { RunStatus } from './RunStatus.tsx';

interface MethodRowProps extends MethodActions {
  readonly choice: MethodChoice;
  readonly index: number;
  readonly dimension: number;
  /** True if the scenario can hold no further method. */
  readonly full: boolean;
}

/** One method of the list: how it is drawn, its name, its outcome, and on demand its parameters. */
export const MethodRow = memo(function MethodRow({ choice, index, dimension, full, ...actions }: MethodRowProps) {
  const [open, setOpen] = useState(false);
  const [renaming, setRenaming] = useState(false);
  const detailsId = useId();
  const method = methodById(choice.id);
  if (!method) return null;
  const name = choice.label ?? method.name;
  const visible = choice.visible ?? true;
  return (
    <li className={classes.method}>
      <div className={classes.row}>
        {renaming ? (
          <Rename name={name} index={index} onDone={() => setRenaming(false)} />
        ) : (
          <button
            type="button"
            className={classes.name}
            aria-expanded={open}
            aria-controls={detailsId}
            onClick={() => setOpen(!open)}
          >
            <StrokeSwatch stroke={methodStroke(choice, index)} />
            <span className={visible ? classes.text : `${classes.text} ${classes.invisible}`}>{name}</span>
            <ChevronDown className={open ? classes.open : classes.closed} size="1.1em" aria-hidden="true" />
          </button>
        )}
        <VisibleButton {...{ name, index, visible }} />
        <MethodMenu {...{ choice, index, name, full }} onRename={() => setRenaming(true)} />
      </div>
      {visible && <RunStatus methodIndex={index} />}
      <div id={detailsId} hidden={!open}>
        {open && <MethodDetails method={method} choice={choice} index={index} dimension={dimension} {...actions} />}
      </div>
    </li>
  );
});

interface VisibleButtonProps {
  readonly name: string;
  readonly index: number;
  readonly visible: boolean;
}

function VisibleButton({ name, index, visible }: VisibleButtonProps) {
  const key = index < 9 ? ` (key ${index + 1})` : '';
  return (
    <ActionIcon
      className={shared.tap}
      variant="subtle"
      color="gray"
      size={26}
      aria-label={`Show ${name}`}
      aria-pressed={visible}
      title={`${visible ? 'Hide' : 'Show'}${key}`}
      onClick={() => edit(setMethodLook(index, { visible: visible ? false : undefined }))}
    >
      {visible ? <Eye size="1.1em" aria-hidden="true" /> : <EyeOff size="1.1em" aria-hidden="true" />}
    </ActionIcon>
  );
}

interface RenameProps {
  readonly name: string;
  readonly index: number;
  readonly onDone: () => void;
}

/** The name as a field; an empty one gives the method its own name back. */
function Rename({ name, index, onDone }: RenameProps) {
  const [text, setText] = useState(name);
  const finish = (keep: boolean) => {
    if (keep && text.trim() !== name) edit(setMethodLook(index, { label: text.trim() || undefined }));
    onDone();
  };
  return (
    <input
      className={shared.text}
      aria-label="Name of the method"
      maxLength={LIMITS.labelLength}
      // The user has just asked for this field.
      // biome-ignore lint/a11y/noAutofocus: see above
      autoFocus
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={() => finish(true)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') finish(true);
        if (event.key === 'Escape') finish(false);
      }}
    />
  );
}
