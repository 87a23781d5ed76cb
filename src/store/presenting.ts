import { resultsStore } from './resultsStore.ts';

/** Enters or leaves full screen; where the browser refuses it, nothing else changes. */
export function toggleFullScreen(): void {
  const change = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen?.();
  change?.catch(() => {
    resultsStore.setState({ announcement: 'This browser does not allow full screen here.' });
  });
}

/** Enters or leaves the projected view, full screen where the browser allows it. */
export function togglePresenting(): void {
  const presenting = !resultsStore.getState().presenting;
  resultsStore.setState({ presenting });
  if (presenting !== (document.fullscreenElement !== null)) toggleFullScreen();
}

/** Leaves the projected view with full screen, as Escape does. */
export function followFullScreen(): () => void {
  const onChange = () => {
    if (!document.fullscreenElement) resultsStore.setState({ presenting: false });
  };
  document.addEventListener('fullscreenchange', onChange);
  return () => document.removeEventListener('fullscreenchange', onChange);
}
