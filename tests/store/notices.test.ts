import { expect, test } from 'vitest';
import { type Notice, notify, onNotice, whenNoticed } from '../../src/store/notices.ts';

const notice = (text: string): Notice => ({ kind: 'info', text });

test('what comes before there is a place for it is asked for, kept and shown in order', () => {
  let calls = 0;
  const endWaiting = whenNoticed(() => calls++);
  notify(notice('first'));
  notify(notice('second'));
  expect(calls).toBe(2);
  const seen: string[] = [];
  const end = onNotice(({ text }) => seen.push(text));
  expect(seen).toEqual(['first', 'second']);
  notify(notice('third'));
  expect(seen).toEqual(['first', 'second', 'third']);
  expect(calls).toBe(2);
  end();
  endWaiting();
  notify(notice('fourth'));
  expect(calls).toBe(2);
  let late = 0;
  whenNoticed(() => late++)();
  expect(late).toBe(1);
  onNotice(({ text }) => seen.push(text))();
  expect(seen.at(-1)).toBe('fourth');
});
