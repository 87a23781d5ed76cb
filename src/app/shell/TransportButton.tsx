import { ActionIcon, Tooltip } from '@mantine/core';
import classes from './Transport.module.css';

interface ButtonProps {
  readonly label: string;
  readonly icon: React.ReactNode;
  readonly onClick: () => void;
  readonly pressed?: boolean;
  /** Left out where there is little room. */
  readonly wide?: boolean;
}

/** A button of a transport. */
export function TransportButton({ label, icon, onClick, pressed, wide }: ButtonProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant={pressed ? 'light' : 'subtle'}
        {...(pressed ? {} : { color: 'gray' })}
        size="lg"
        aria-label={label}
        onClick={onClick}
        {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
        {...(wide ? { className: classes.wide as string } : {})}
      >
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}
