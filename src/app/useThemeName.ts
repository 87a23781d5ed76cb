import { useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { preferencesStore } from '../store/preferencesStore.ts';
import { resultsStore } from '../store/resultsStore.ts';
import type { ThemeName } from './theme.ts';

/** One query for all who ask: asking anew for each of them at each move of a hand takes half a millisecond. */
const dark = window.matchMedia('(prefers-color-scheme: dark)');

function onSystemTheme(listener: () => void): () => void {
  dark.addEventListener('change', listener);
  return () => dark.removeEventListener('change', listener);
}

const isSystemDark = (): boolean => dark.matches;

/** The look to show: the projector's while presenting, else the chosen one, else the system's. */
export function useThemeName(): ThemeName {
  const systemDark = useSyncExternalStore(onSystemTheme, isSystemDark);
  const chosen = useStore(preferencesStore, (state) => state.theme);
  const presenting = useStore(resultsStore, (state) => state.presenting);
  if (presenting) return 'projector';
  if (chosen !== 'system') return chosen;
  return systemDark ? 'dark' : 'light';
}
