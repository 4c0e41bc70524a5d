// Runs once before the tests in the browser: bundles the page of the host for all of them. It takes TypeScript, to read
// what the API of the app has, and to load that in each test file took more than a second.
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { tsImport } from 'tsx/esm/api';
import setUp from '../set-up.mjs';

const cache = resolve(import.meta.dirname, '../../node_modules/.cache');

export default async function setUpBrowser() {
  setUp();
  const { bundlePage } = await tsImport('../host/server/bundle-page.ts', import.meta.url);
  const kept = `${cache}/host-page.json`;
  await mkdir(cache, { recursive: true });
  await writeFile(`${kept}.${process.pid}`, JSON.stringify(await bundlePage()));
  // Another run may be reading the page of before.
  await rename(`${kept}.${process.pid}`, kept);
  process.env.HOST_PAGE = kept;
}
