import { ActionIcon, Tooltip } from '@mantine/core';
import classes from './Transport.module.css';

interface ButtonProps {
  readonly label: string;
  readonly icon: React.ReactNode;
  readonly onClick: () => void;
  readonly pressed?: boolean;
  /** Greyed: a press does nothing now. It keeps the keyboard's focus. */
  readonly idle?: boolean;
  /** Left out where there is little room. */
  readonly wide?: boolean;
}

/** A button of a transport. */
export function TransportButton({ label, icon, onClick, pressed, idle = false, wide }: ButtonProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant={pressed ? 'light' : 'subtle'}
        {...(pressed ? {} : { color: 'gray' })}
        size="lg"
        aria-label={label}
        onClick={onClick}
        {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
        aria-disabled={idle || undefined}
        className={[wide && classes.wide, idle && classes.idle].filter(Boolean).join(' ')}
      >
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}
