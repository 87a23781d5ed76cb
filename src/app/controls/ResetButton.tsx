import { ActionIcon } from '@mantine/core';
import { RotateCcw } from 'lucide-react';
import classes from './controls.module.css';

interface ResetButtonProps {
  /** What it does: "Set step size back to 0.01". */
  readonly label: string;
  /** False hides it but keeps its place. */
  readonly shown: boolean;
  readonly onReset: () => void;
}

/** Gives a parameter back to its default. */
export function ResetButton({ label, shown, onReset }: ResetButtonProps) {
  return (
    <ActionIcon
      className={`${classes.reset} ${shown ? '' : classes.hidden}`}
      variant="subtle"
      color="gray"
      size={22}
      aria-label={label}
      title={label}
      onClick={onReset}
    >
      <RotateCcw size="1.1em" aria-hidden="true" />
    </ActionIcon>
  );
}
