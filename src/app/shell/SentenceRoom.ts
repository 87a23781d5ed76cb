import { type RefObject, useLayoutEffect, useMemo, useState } from 'react';

/** How a paragraph is set: enough to know which texts fit it without laying them out. */
interface Setting {
  readonly width: number;
  readonly lines: number;
  readonly font: string;
}

/**
 * The lines that a text takes where it breaks at spaces only; a browser that breaks elsewhere too needs no more.
 * @param measure  width of a text in the unit of `width`
 */
export function lineCount(text: string, width: number, measure: (text: string) => number): number {
  const space = measure(' ');
  let lines = 1;
  let used = 0;
  for (const word of text.split(' ')) {
    const size = measure(word);
    const joined = used === 0 ? size : used + space + size;
    if (joined <= width) {
      used = joined;
      continue;
    }
    // A word that is wider than the line is broken anywhere.
    const whole = Math.max(1, Math.ceil(size / width));
    lines += used === 0 ? whole - 1 : whole;
    used = size - (whole - 1) * width;
  }
  return lines;
}

/** Whether a text fits a paragraph of fixed height, for the size and type that the paragraph has at the moment. */
export function useSentenceRoom(paragraph: RefObject<HTMLElement | null>): (text: string) => boolean {
  const setting = useSetting(paragraph);
  return useMemo(() => {
    const context = setting && document.createElement('canvas').getContext('2d');
    if (!setting || !context) return () => true;
    context.font = setting.font;
    return (text: string) => lineCount(text, setting.width, (part) => context.measureText(part).width) <= setting.lines;
  }, [setting]);
}

function useSetting(paragraph: RefObject<HTMLElement | null>): Setting | null {
  const [setting, setSetting] = useState<Setting | null>(null);
  useLayoutEffect(() => {
    const element = paragraph.current;
    if (!element) return;
    const read = () => {
      const next = settingOf(element);
      setSetting((old) => (old && sameSetting(old, next) ? old : next));
    };
    read();
    const observer = new ResizeObserver(read);
    observer.observe(element);
    return () => observer.disconnect();
  }, [paragraph]);
  return setting;
}

function settingOf(element: HTMLElement): Setting {
  const style = getComputedStyle(element);
  const inner = (size: number, ...paddings: string[]) => paddings.reduce((rest, each) => rest - parseFloat(each), size);
  return {
    width: inner(element.clientWidth, style.paddingLeft, style.paddingRight),
    lines: Math.round(
      inner(element.clientHeight, style.paddingTop, style.paddingBottom) / parseFloat(style.lineHeight),
    ),
    font: `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`,
  };
}

const sameSetting = (a: Setting, b: Setting): boolean =>
  a.width === b.width && a.lines === b.lines && a.font === b.font;
