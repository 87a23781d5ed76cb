import { afterEach, expect, test, vi } from 'vitest';
import { findBrowser } from '../../src/tooling/findBrowser.mjs';

afterEach(() => void vi.unstubAllEnvs());

test('CHROME_PATH is taken at its word', async () => {
  vi.stubEnv('CHROME_PATH', process.execPath);
  expect(await findBrowser()).toBe(process.execPath);
});

test('a CHROME_PATH that names no program is an error that says so', async () => {
  vi.stubEnv('CHROME_PATH', '/no/such/chrome');
  await expect(findBrowser()).rejects.toThrow('CHROME_PATH is set to /no/such/chrome, and no program is there.');
  vi.stubEnv('CHROME_PATH', '/');
  await expect(findBrowser()).rejects.toThrow('no program is there');
});
