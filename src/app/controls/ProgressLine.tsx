import { Button } from '@mantine/core';
import classes from './ProgressLine.module.css';

interface ProgressLineProps {
  readonly label: string;
  /** 0 to 1. */
  readonly fraction: number;
  readonly onCancel: () => void;
}

/** How far something is, and a button that stops it. */
export function ProgressLine({ label, fraction, onCancel }: ProgressLineProps) {
  return (
    <span className={classes.line}>
      <progress className={classes.bar} aria-label={label} max={1} value={fraction} />
      <Button size="compact-xs" variant="default" onClick={onCancel}>
        Cancel
      </Button>
    </span>
  );
}
