// What is shipped: one script, small enough for a phone, that asks its host for nothing but `obsidian`.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '../..');
const bundle = readFileSync(join(root, 'main.js'), 'utf8');
const json = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(root, name), 'utf8')) as Record<string, unknown>;

describe('the built main.js', () => {
  test('is under 1,200 kB', () => {
    expect(statSync(join(root, 'main.js')).size).toBeLessThan(1_200_000);
  });

  test('requires nothing but obsidian', () => {
    const required = [...bundle.matchAll(/\brequire\(\s*["'`]([^"'`]+)["'`]\s*\)/g)].map(([, name]) => name);
    expect([...new Set(required)]).toEqual(['obsidian']);
  });

  test('holds no eval, no WASM and no network', () => {
    expect(bundle).not.toMatch(
      /\beval\(|new Function\(|WebAssembly|XMLHttpRequest|\bfetch\(|sendBeacon|new WebSocket/,
    );
  });
});

test('manifest, versions and package agree on the version', () => {
  const manifest = json('manifest.json');
  expect(json('package.json').version).toBe(manifest.version);
  expect(json('versions.json')[String(manifest.version)]).toBe(manifest.minAppVersion);
});
