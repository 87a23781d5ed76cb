import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';

export interface SideDrawerProps {
  readonly side: 'left' | 'right';
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
}

/** A panel that slides over the views where there is no room beside them. */
export default function SideDrawer({ side, open, onClose, title, children }: SideDrawerProps) {
  return (
    <Drawer
      opened={open}
      onClose={onClose}
      position={side}
      size={340}
      title={title}
      overlayProps={{ backgroundOpacity: 0.15 }}
      closeButtonProps={{ 'aria-label': 'Close' }}
      styles={{
        body: { padding: 0 },
        content: { background: 'var(--sl-panel)' },
        header: { background: 'var(--sl-panel)' },
      }}
    >
      {children}
    </Drawer>
  );
}
