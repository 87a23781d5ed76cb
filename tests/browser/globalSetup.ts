import type { TestProject } from 'vitest/node';
import { ensurePage } from '../../src/tooling/ensureBuilt.mjs';
import { serveFolder } from '../../src/tooling/serveFolder.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the built page. */
    readonly pageAddress: string;
  }
}

/** Serves the built page below a path of some depth, as a static host may, while the browser tests run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { address, close } = await serveFolder(await ensurePage(), { under: '/some/where/' });
  project.provide('pageAddress', address);
  return close;
}
