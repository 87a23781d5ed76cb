import { create } from 'zustand';
import { persist } from 'zustand/middleware';

export type ThemeChoice = 'system' | 'light' | 'dark' | 'projector';

/** Kept in the browser, never in the link. */
interface Preferences {
  readonly theme: ThemeChoice;
  readonly leftPanelOpen: boolean;
  readonly rightPanelOpen: boolean;
  readonly chartsOpen: boolean;
  /** Iterations per second when playing. */
  readonly speed: number;
  /** Seconds that playing a whole race takes. */
  readonly raceSeconds: number;
  readonly loop: boolean;
}

export const preferencesStore = create<Preferences>()(
  persist(
    (): Preferences => ({
      theme: 'system',
      leftPanelOpen: true,
      rightPanelOpen: true,
      chartsOpen: true,
      speed: 20,
      raceSeconds: 12,
      loop: false,
    }),
    { name: 'sublevel-preferences', version: 1 },
  ),
);
