/** How long to wait for a picture that may never come: a surface alone, a landscape without a finite value. */
const PATIENCE_MS = 4000;

let shown: () => void = () => {};

/** Resolves once the first contour is on screen; what is not needed for it waits for this before it is fetched. */
export const firstPicture = new Promise<void>((resolve) => {
  shown = resolve;
  setTimeout(resolve, PATIENCE_MS);
});

/** Says that a contour is on screen. */
export const pictureShown = (): void => shown();
