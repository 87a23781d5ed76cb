import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { draftController } from '../../../src/app/panels/sourceDraft.ts';
import type { Params } from '../../../src/core/params.ts';

const SADDLE: Params = {
  expression: 'x^2 - y^2',
  variables: ['x', 'y'],
  constants: { a: 1 },
  domain: [
    [-2, 2],
    [-3, 3],
  ],
};

/** A controller over a scenario that takes every source whose expression does not end in an operator. */
function editor() {
  const log: string[] = [];
  const outside = { current: { inForce: SADDLE, onSource: (params: Params) => tried(params) } };
  let shown: Params | null = null;
  const tried = (params: Params) => {
    log.push(`try ${params.expression}`);
    if (/[+*-] *$/.test(params.expression as string)) return;
    force(params);
  };
  const force = (params: Params) => {
    outside.current = { ...outside.current, inForce: params };
    controller.follow(params);
  };
  const controller = draftController(
    outside,
    {
      set: () => log.push('set'),
      slide: (changes) => {
        log.push('slide');
        force({ ...outside.current.inForce, ...changes } as Params);
      },
      beginSlide: () => log.push('begin'),
      endSlide: () => log.push('end'),
    },
    (draft) => {
      shown = draft;
    },
    () => undefined,
  );
  return { log, force, controller, handlers: controller.handlers, shown: () => shown ?? outside.current.inForce };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', globalThis);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('typing a formula', () => {
  test('tries it after a pause, not at every key', () => {
    const { log, handlers } = editor();
    handlers.set({ expression: 'x' });
    vi.advanceTimersByTime(100);
    handlers.set({ expression: 'x^4' });
    vi.advanceTimersByTime(149);
    expect(log).toEqual(['begin']);
    vi.advanceTimersByTime(1);
    expect(log).toEqual(['begin', 'try x^4']);
  });

  test('is one gesture until it pauses for long or the field is left', () => {
    const { log, handlers } = editor();
    handlers.set({ expression: 'x' });
    vi.advanceTimersByTime(1000);
    handlers.set({ expression: 'y' });
    vi.advanceTimersByTime(2000);
    expect(log).toEqual(['begin', 'try x', 'try y', 'end']);
    handlers.set({ expression: 'x*y' });
    handlers.endSlide();
    expect(log.slice(4)).toEqual(['begin', 'try x*y', 'end', 'end']);
  });

  test('a wrong formula stays in the editor while the last good one stays in force', () => {
    const { handlers, shown } = editor();
    handlers.set({ expression: 'x^2 +' });
    vi.advanceTimersByTime(150);
    expect(shown().expression).toBe('x^2 +');
    handlers.set({ expression: 'x^2 + y' });
    vi.advanceTimersByTime(150);
    expect(shown().expression).toBe('x^2 + y');
  });

  test('a change from elsewhere, such as undo, ends the draft', () => {
    const { handlers, force, shown } = editor();
    handlers.set({ expression: 'x^2 +' });
    vi.advanceTimersByTime(150);
    force({ ...SADDLE, expression: 'y^4' });
    expect(shown().expression).toBe('y^4');
  });

  test('what was typed on while the text before it was tried is kept', () => {
    const { handlers, force, shown } = editor();
    handlers.set({ expression: 'x +' });
    vi.advanceTimersByTime(150);
    handlers.set({ expression: 'x + y' });
    force({ ...SADDLE, expression: 'x +' });
    expect(shown().expression).toBe('x + y');
  });
});

test('declaring a constant takes the text with it and is tried at once', () => {
  const { log, handlers, shown } = editor();
  handlers.set({ expression: 'b*x' });
  handlers.set({ constants: { a: 1, b: 1 } });
  expect(log).toEqual(['begin', 'try b*x']);
  expect(shown().constants).toEqual({ a: 1, b: 1 });
});

test('the box follows the variables, and keeps the intervals that it has', () => {
  const { handlers, shown } = editor();
  handlers.set({ variables: ['x', 'y', 'z'] });
  expect(shown().domain).toEqual([
    [-2, 2],
    [-3, 3],
    [-2, 2],
  ]);
  handlers.set({ variables: ['x'] });
  expect(shown().domain).toEqual([[-2, 2]]);
});

test('dragging a constant goes straight into the scenario and is no part of the typing before it', () => {
  const { log, handlers } = editor();
  handlers.set({ expression: 'a*x' });
  handlers.beginSlide();
  handlers.slide({ constants: { a: 2 } });
  vi.advanceTimersByTime(5000);
  handlers.slide({ constants: { a: 3 } });
  handlers.endSlide();
  expect(log).toEqual(['begin', 'try a*x', 'end', 'begin', 'slide', 'slide', 'end']);
});
