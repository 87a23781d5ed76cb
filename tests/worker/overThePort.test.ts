import { afterEach, expect, test } from 'vitest';
import { drain } from '../../src/core/task.ts';
import { objectiveOf } from '../../src/scenario/objectiveOf.ts';
import { type ComputeClient, createComputeClient } from '../../src/worker/client.ts';
import { jobs, laterJobs } from '../../src/worker/jobs.ts';
import { landscapeNeeds } from '../../src/worker/landscapeNeeds.ts';
import { serveJobs, type WorkerScope } from '../../src/worker/serve.ts';
import type { WorkerLike } from '../../src/worker/WorkerSlot.ts';

/** The real jobs behind a real port, with structured cloning and transfers; only the thread is missing. */
function spawn(): WorkerLike {
  const { port1, port2 } = new MessageChannel();
  serveJobs(port2 as unknown as WorkerScope, jobs, laterJobs, { needs: landscapeNeeds });
  const worker = port1 as unknown as WorkerLike;
  worker.terminate = () => {
    port1.close();
    port2.close();
  };
  return worker;
}

let client: ComputeClient;
const newClient = () => {
  client = createComputeClient({ spawn, onWorkerReplaced: (sentence) => expect.fail(sentence) });
  return client;
};
afterEach(() => client.close());

test('a landscape is prepared, drawn and run as often as one likes', async () => {
  const { run } = newClient();
  for (let round = 0; round < 3; round++) {
    const result = await run('prepare', { id: 'himmelblau' }, { lane: 'prepare' });
    if (!result.ok) throw new Error(result.problems[0]?.message);
    const landscape = result.prepared;
    expect(objectiveOf(landscape).value(Float64Array.of(3, 2))).toBe(0);
    const section = { origin: new Float64Array(2), u: Float64Array.of(1, 0), v: Float64Array.of(0, 1) };
    const box = landscape.domain;
    const partials: number[] = [];
    const [field, runs] = await Promise.all([
      run(
        'field',
        { landscape, section, box, nx: 181, ny: 181 },
        { lane: 'field', onPartial: ({ z }) => partials.push(z.length) },
      ),
      run('descents', { landscape, methods: [{ id: 'adam' }], starts: [[1, 1]], seed: 7 }, { lane: 'runs' }),
    ]);
    expect(partials).toEqual([48 * 48]);
    expect(field.z).toHaveLength(181 * 181);
    expect(runs).toEqual(drain(jobs.descents({ landscape, methods: [{ id: 'adam' }], starts: [[1, 1]], seed: 7 })));
  }
});

test('a cancelled job of hours makes room at once for the one that replaces it', async () => {
  const { run } = newClient();
  const prepared = await run('prepare', { id: 'rosenbrock' }, { lane: 'prepare' });
  if (!prepared.ok) throw new Error('rosenbrock does not compile');
  const payload = { landscape: prepared.prepared, starts: [[-1, 1]], seed: 0, record: 'ends' as const };
  const long = run(
    'descents',
    { ...payload, methods: [{ id: 'sgld', params: { stepSize: 1e-6 } }], stop: { maxIterations: 1e9 } },
    { lane: 'runs' },
  );
  const outcome = long.catch((error: Error) => error.name);
  const short = run('descents', { ...payload, methods: [{ id: 'newton' }] }, { lane: 'runs' });
  expect(await outcome).toBe('AbortError');
  expect((await short)[0]?.status).toBe('converged');
});
