import { memo, useLayoutEffect, useRef, useState } from 'react';
import { firstPicture } from '../firstPicture.ts';
import classes from './Typeset.module.css';

type Katex = typeof import('katex').default;

/** KaTeX, once it is there. */
let loaded: Katex | null = null;
let loading: Promise<Katex | null> | null = null;

/** How long the plain text may stand while the page is busy with its first picture. */
const PATIENCE_MS = 1500;

/** Resolves when the page has nothing better to do; Safari has no word for that. */
const idle = (): Promise<unknown> =>
  new Promise((resolve) => {
    if ('requestIdleCallback' in window) window.requestIdleCallback(resolve, { timeout: PATIENCE_MS });
    else setTimeout(resolve, PATIENCE_MS / 5);
  });

/** KaTeX and its style sheet, fetched once; null where it cannot be fetched, and then plain text stays. */
async function fetchKatex(): Promise<Katex | null> {
  try {
    await firstPicture;
    await idle();
    const [module] = await Promise.all([import('katex'), import('katex/dist/katex.min.css')]);
    loaded = module.default;
  } catch {
    // Without a network: the next visit may have it.
  }
  return loaded;
}

function loadKatex(): Promise<Katex | null> {
  loading ??= fetchKatex();
  return loading;
}

interface TypesetProps {
  readonly tex: string;
  /** A block of its own in display style, broken after operators where it is too wide. */
  readonly display?: boolean;
  /** Read and shown until KaTeX is there, and where the TeX is faulty; by default the TeX itself. */
  readonly plain?: string;
}

/** Typeset mathematics. Never throws: faulty TeX is shown as plain text. */
export const Typeset = memo(function Typeset({ tex, display = false, plain = tex }: TypesetProps) {
  const box = useRef<HTMLSpanElement>(null);
  const [engine, setEngine] = useState(loaded);

  useLayoutEffect(() => {
    if (engine) return;
    let mounted = true;
    void loadKatex().then((katex) => mounted && setEngine(katex));
    return () => {
      mounted = false;
    };
  }, [engine]);

  useLayoutEffect(() => {
    if (!box.current) return;
    renderInto(box.current, engine, display ? `\\displaystyle ${tex}` : tex, plain);
    // What does not fit in spite of the line breaks scrolls, and the keyboard must be able to do that.
    if (display && overflows(box.current)) box.current.tabIndex = 0;
    else box.current.removeAttribute('tabindex');
  }, [tex, display, plain, engine]);

  return <span ref={box} className={display ? classes.display : classes.inline} />;
});

const overflows = ({ scrollWidth, clientWidth, scrollHeight, clientHeight }: HTMLElement): boolean =>
  scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1;

function renderInto(element: HTMLElement, engine: Katex | null, tex: string, plain: string): void {
  try {
    engine?.render(tex, element, { strict: 'ignore', trust: false, maxSize: 20, maxExpand: 200 });
    if (engine) return;
  } catch {
    // Faulty TeX: plain text below.
  }
  element.textContent = plain;
}
