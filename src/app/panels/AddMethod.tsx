import { Button, Menu } from '@mantine/core';
import { Plus } from 'lucide-react';
import { methods } from '../../core/methods/registry.ts';
import type { MethodChoice } from '../../scenario/types.ts';
import classes from './MethodsPanel.module.css';

interface AddMethodProps {
  readonly disabled: boolean;
  readonly onAdd: (choice: MethodChoice) => void;
}

/** A button with the menu of all methods. */
export function AddMethod({ disabled, onAdd }: AddMethodProps) {
  return (
    <Menu position="bottom-end" width={270} shadow="md" withinPortal>
      <Menu.Target>
        <Button
          size="compact-sm"
          variant="default"
          disabled={disabled}
          leftSection={<Plus size="1.1em" aria-hidden="true" />}
        >
          Add
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={classes.menu}>
        {methods.map(({ id, name }) => (
          <Menu.Item key={id} onClick={() => onAdd({ id })}>
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
