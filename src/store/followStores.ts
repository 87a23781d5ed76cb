import { followClaims } from './claims.ts';
import { followBasins } from './followBasins.ts';
import { followCriticalPoints } from './followCriticalPoints.ts';
import { followCurvature } from './followCurvature.ts';
import { followField } from './followField.ts';
import { followLandscape } from './followLandscape.ts';
import { followRuns } from './followRuns.ts';
import { followSection } from './followSection.ts';
import { followStableSets } from './followStableSets.ts';
import { followLink, openLink } from './link.ts';
import { followFullScreen } from './presenting.ts';
import { scenarioStore } from './scenarioStore.ts';

/** Opens the link that the page was called with, and from then on keeps everything in step. */
export async function followStores(): Promise<void> {
  if (window.location.hash.length > 1) await openLink(window.location.hash);
  scenarioStore.temporal.getState().clear();
  followLandscape();
  followSection();
  followRuns();
  followField();
  followCurvature();
  followCriticalPoints();
  followStableSets();
  followBasins();
  followClaims();
  followLink();
  followFullScreen();
}
