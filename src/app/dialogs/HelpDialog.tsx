import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { events } from '../../core/descent/events.ts';
import { statuses } from '../../core/descent/statuses.ts';
import { pointMarks } from '../../views/pointMarks.ts';
import { StatusIcon } from '../controls/marks.tsx';
import { shortcuts } from '../shortcuts.ts';
import classes from './HelpDialog.module.css';
import { joinedShortcuts } from './joinedShortcuts.ts';

export interface HelpDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

interface Line {
  readonly sign: string;
  readonly meaning: string;
}

/** Keys of the landscape itself, beside those of the page. */
const landscapeKeys: readonly Line[] = [
  { sign: 'Tab', meaning: 'goes to the next start' },
  { sign: '← → ↑ ↓', meaning: 'move a start by 1/50 of the view (Shift: 1/10, Alt: 1/200)' },
  { sign: 'Delete', meaning: 'removes the start' },
];

/** Keys of the surface. */
const surfaceKeys: readonly Line[] = [
  { sign: '← → ↑ ↓', meaning: 'turn the view' },
  { sign: '+ −', meaning: 'nearer, farther' },
  { sign: '0', meaning: 'as at first' },
];

/** Keys of the level on the colour bar, and of the merge tree, in the Topology lab. */
const levelKeys: readonly Line[] = [
  { sign: '↑ ↓', meaning: 'move u by 1/50 of the colour bar (Shift: 1/10, Alt: 1/200)' },
  { sign: 'Home End', meaning: 'to the bottom, to the top of the bar' },
  { sign: 'Enter', meaning: 'on the landscape: an end of the barrier at the crosshair' },
  { sign: '← →', meaning: 'in the merge tree: the next branch, with its component and its saddle' },
];

const pointLines: readonly Line[] = [
  { sign: pointMarks.minimum, meaning: 'minimum: every eigenvalue of the Hessian is positive' },
  { sign: pointMarks.saddle, meaning: 'saddle: eigenvalues of both signs; its index counts the negative ones' },
  { sign: pointMarks.maximum, meaning: 'maximum: every eigenvalue is negative' },
  { sign: pointMarks.degenerate, meaning: 'degenerate: an eigenvalue is zero, and the others do not decide' },
];

const viewLines: readonly Line[] = [
  { sign: '∪', meaning: 'an eigenvector along which f curves up: solid arrow, with bowls at its ends' },
  { sign: '∩', meaning: 'one along which f curves down: dashed arrow, with caps at its ends' },
  { sign: '○', meaning: 'ring at the end of a trajectory: the run settled there' },
  { sign: '×', meaning: 'cross at the end of a trajectory: the run was lost there' },
  { sign: '①', meaning: 'a minimum of the merge tree; a broken ring where no critical point confirms it' },
  { sign: '⊗', meaning: 'a saddle at which two components join' },
  { sign: '▨', meaning: 'hatched: f is not a finite number there' },
];

/** The keys, and what the marks mean. */
export default function HelpDialog({ opened, onClose }: HelpDialogProps) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title="Keys and marks"
      classNames={{ title: classes.heading }}
      size="58rem"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <div className={classes.columns}>
        <div>
          <Lines title="Everywhere" lines={joinedShortcuts(shortcuts)} asKeys />
          <Lines title="At a start" lines={landscapeKeys} asKeys />
          <Lines title="At the surface" lines={surfaceKeys} asKeys />
          <Lines title="At the level u" lines={levelKeys} asKeys />
          <div className={classes.narrow}>
            <Group title="What happens on the way">
              {events.map(({ kind, label, meaning }) => (
                <Row key={kind} sign="▾" meaning={`${label}: ${lowerFirst(meaning)}`} />
              ))}
            </Group>
          </div>
        </div>
        <div className={classes.narrow}>
          <Lines title="Critical points" lines={pointLines} />
          <Lines title="On the landscape" lines={viewLines} />
          <Group title="How a run ends">
            {statuses.map(({ status, label, meaning }) => (
              <Row key={status} sign={<StatusIcon status={status} />} meaning={`${label}: ${lowerFirst(meaning)}`} />
            ))}
          </Group>
        </div>
      </div>
    </Modal>
  );
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={classes.group}>
      <h3 className={classes.title}>{title}</h3>
      <dl className={classes.lines}>{children}</dl>
    </section>
  );
}

interface LinesProps {
  readonly title: string;
  readonly lines: readonly Line[];
  readonly asKeys?: boolean;
}

function Lines({ title, lines, asKeys = false }: LinesProps) {
  return (
    <Group title={title}>
      {lines.map(({ sign, meaning }) => (
        <Row key={sign} sign={asKeys ? <kbd className={classes.key}>{sign}</kbd> : sign} meaning={meaning} />
      ))}
    </Group>
  );
}

function Row({ sign, meaning }: { readonly sign: ReactNode; readonly meaning: string }) {
  return (
    <div className={classes.row}>
      <dt className={classes.sign}>{sign}</dt>
      <dd className={classes.meaning}>{meaning}</dd>
    </div>
  );
}
