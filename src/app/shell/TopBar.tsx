import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import {
  CircleHelp,
  Download,
  Link2,
  Monitor,
  Moon,
  PanelLeft,
  PanelRight,
  Presentation,
  Projector,
  Redo2,
  Share2,
  Sun,
  Undo2,
} from 'lucide-react';
import { useStore } from 'zustand';
import { preferencesStore, type ThemeChoice } from '../../store/preferencesStore.ts';
import { togglePresenting } from '../../store/presenting.ts';
import { resultsStore } from '../../store/resultsStore.ts';
import {
  isBehindEscape,
  type Lab,
  openBehindEscape,
  openLab,
  redo,
  scenarioStore,
  undo,
} from '../../store/scenarioStore.ts';
import { ExportMenuItems } from '../share/ExportMenuItems.tsx';
import { ShareMenuItems } from '../share/ShareMenuItems.tsx';
import { LayoutSwitch } from '../views/LayoutSwitch.tsx';
import { Logo } from './Logo.tsx';
import classes from './TopBar.module.css';

const THEMES: readonly { readonly theme: ThemeChoice; readonly label: string; readonly icon: React.ReactNode }[] = [
  { theme: 'system', label: 'As the system', icon: <Monitor size={16} /> },
  { theme: 'light', label: 'Light', icon: <Sun size={16} /> },
  { theme: 'dark', label: 'Dark', icon: <Moon size={16} /> },
  { theme: 'projector', label: 'Projector', icon: <Projector size={16} /> },
];

interface IconButtonProps {
  readonly label: string;
  readonly icon: React.ReactNode;
  readonly onClick: () => void;
  readonly disabled?: boolean;
  readonly pressed?: boolean;
  readonly className?: string | undefined;
}

function IconButton({ label, icon, onClick, disabled = false, pressed, className }: IconButtonProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={label}
        onClick={onClick}
        disabled={disabled}
        {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
        {...(className === undefined ? {} : { className })}
      >
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}

function History() {
  const canUndo = useStore(scenarioStore.temporal, ({ pastStates }) => pastStates.length > 0);
  const canRedo = useStore(scenarioStore.temporal, ({ futureStates }) => futureStates.length > 0);
  return (
    <>
      <IconButton label="Undo (Ctrl+Z)" icon={<Undo2 size={18} />} onClick={undo} disabled={!canUndo} />
      <IconButton label="Redo (Ctrl+Shift+Z)" icon={<Redo2 size={18} />} onClick={redo} disabled={!canRedo} />
    </>
  );
}

function ThemeMenu() {
  const chosen = useStore(preferencesStore, (state) => state.theme);
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label="Theme">
          {THEMES.find(({ theme }) => theme === chosen)?.icon}
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Theme</Menu.Label>
        {THEMES.map(({ theme, label, icon }) => (
          <Menu.Item
            key={theme}
            leftSection={icon}
            aria-current={theme === chosen}
            fw={theme === chosen ? 700 : 400}
            onClick={() => preferencesStore.setState({ theme })}
          >
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** The tabs, in their order: a line for each. */
const LABS: readonly { readonly name: string; readonly isOpen: (lab: Lab) => boolean; readonly open: () => void }[] = [
  { name: 'Descent', isOpen: (lab) => lab === 'descent', open: () => openLab('descent') },
  { name: 'Escape', isOpen: isBehindEscape, open: openBehindEscape },
  { name: 'Topology', isOpen: (lab) => lab === 'topology', open: () => openLab('topology') },
  { name: 'Paths', isOpen: (lab) => lab === 'paths', open: () => openLab('paths') },
];

function LabTabs({ lab }: { readonly lab: Lab }) {
  return (
    <nav aria-label="Labs" className={classes.labs}>
      {LABS.map(({ name, isOpen, open }) => (
        <button
          key={name}
          type="button"
          className={classes.lab}
          aria-current={isOpen(lab) ? 'page' : undefined}
          onClick={open}
        >
          {name}
        </button>
      ))}
    </nav>
  );
}

interface TopBarProps {
  readonly oneView: boolean;
  readonly onToggleLeft: () => void;
  readonly onToggleRight: () => void;
  readonly leftOpen: boolean;
  readonly rightOpen: boolean;
}

/** Name, labs, undo and redo, share, export, present, theme, help. */
export function TopBar({ oneView, onToggleLeft, onToggleRight, leftOpen, rightOpen }: TopBarProps) {
  const lab = useStore(scenarioStore, (state) => state.lab);
  return (
    <header className={classes.bar}>
      <IconButton
        label={leftOpen ? 'Hide the controls' : 'Show the controls'}
        icon={<PanelLeft size={18} />}
        onClick={onToggleLeft}
        pressed={leftOpen}
      />
      <div className={classes.name}>
        <Logo />
        <h1 className={classes.title}>Sublevel</h1>
      </div>
      <LabTabs lab={lab} />
      <div className={classes.space} />
      {!oneView && lab === 'descent' && <LayoutSwitch oneView={false} />}
      <div className={classes.space} />
      <History />
      <Menu position="bottom-end" withinPortal width={250}>
        <Menu.Target>
          <Button
            variant="subtle"
            color="gray"
            size="compact-md"
            leftSection={<Share2 size={16} />}
            className={classes.word}
          >
            Share
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <ShareMenuItems linkIcon={<Link2 size={16} />} />
        </Menu.Dropdown>
      </Menu>
      <Menu position="bottom-end" withinPortal width={230}>
        <Menu.Target>
          <Button
            variant="subtle"
            color="gray"
            size="compact-md"
            leftSection={<Download size={16} />}
            className={classes.word}
          >
            Export
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <ExportMenuItems />
        </Menu.Dropdown>
      </Menu>
      <IconButton
        label="Present (P)"
        icon={<Presentation size={18} />}
        onClick={togglePresenting}
        className={classes.wide}
      />
      <ThemeMenu />
      <IconButton
        label="Keyboard and marks (?)"
        icon={<CircleHelp size={18} />}
        onClick={() => resultsStore.setState({ helpOpen: true })}
      />
      {lab === 'descent' && (
        <IconButton
          label={rightOpen ? 'Hide the inspector' : 'Show the inspector'}
          icon={<PanelRight size={18} />}
          onClick={onToggleRight}
          pressed={rightOpen}
        />
      )}
    </header>
  );
}
