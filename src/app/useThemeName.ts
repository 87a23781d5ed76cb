import { useMediaQuery } from '@mantine/hooks';
import { useStore } from 'zustand';
import { preferencesStore } from '../store/preferencesStore.ts';
import { resultsStore } from '../store/resultsStore.ts';
import type { ThemeName } from './theme.ts';

/** The look to show: the projector's while presenting, else the chosen one, else the system's. */
export function useThemeName(): ThemeName {
  const systemDark = useMediaQuery('(prefers-color-scheme: dark)', false, { getInitialValueInEffect: false });
  const chosen = useStore(preferencesStore, (state) => state.theme);
  const presenting = useStore(resultsStore, (state) => state.presenting);
  if (presenting) return 'projector';
  if (chosen !== 'system') return chosen;
  return systemDark ? 'dark' : 'light';
}
