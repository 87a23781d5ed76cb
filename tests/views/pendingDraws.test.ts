import { expect, test } from 'vitest';
import { PendingDraws } from '../../src/views/PendingDraws.ts';

test('a graph is purged after every drawing of it has ended, also one that failed', async () => {
  const draws = new PendingDraws();
  const order: string[] = [];
  let endFirst = () => {};
  draws.add(new Promise<void>((resolve) => (endFirst = resolve)));
  // The one that began last ends first.
  draws.add(Promise.reject(new Error('could not be drawn')));
  const purged = draws.whenDone(() => order.push('purge'));
  await new Promise((resolve) => setTimeout(resolve));
  order.push('first');
  endFirst();
  await purged;
  expect(order).toEqual(['first', 'purge']);
});
