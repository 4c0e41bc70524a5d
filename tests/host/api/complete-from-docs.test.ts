import { describe, expect, test } from '@jest/globals';
import { readApiDocs, type ApiDocs } from '../server/api-docs.ts';
import { atLeast, completeFromDocs, guarded, guardedModule, NotImplemented } from './complete-from-docs.ts';

const docs: ApiDocs = {
  classes: {
    Box: {
      members: {
        open: { optional: false, static: false },
        shut: { optional: false, static: false },
        lid: { optional: false, static: false },
        hook: { optional: true, static: false },
        lock: { since: '1.9.0', optional: false, static: false },
        make: { optional: false, static: true },
      },
    },
    Crate: { since: '1.9.0', members: {} },
  },
  values: { pack: {}, unpack: {}, ship: { since: '1.11.0' } },
};

function boxClass() {
  return class Box {
    open() {
      return 'open';
    }
    lock() {
      return 'locked';
    }
  };
}

type Documented = Record<'open' | 'shut' | 'lid' | 'hook' | 'lock', unknown>;

function box(apiVersion: string): Documented {
  const Box = boxClass();
  completeFromDocs(docs, { Box }, apiVersion);
  return new Box() as unknown as Documented;
}

describe('a class of the host', () => {
  test('has what it implements', () => {
    expect(box('1.9.0').open).toBeInstanceOf(Function);
  });

  test('throws by name where a documented member is not implemented', () => {
    expect(() => box('1.9.0').shut).toThrow(
      'Box.shut is not implemented by our API host (this is not Obsidian).',
    );
  });

  test('throws for a static member, too', () => {
    const Box = boxClass();
    completeFromDocs(docs, { Box }, '1.9.0');
    expect(() => (Box as unknown as { make: unknown }).make).toThrow(NotImplemented);
  });

  test('lets a plugin set a field that the host does not know', () => {
    const one = box('1.9.0');
    one.lid = 'oak';
    expect(one.lid).toBe('oak');
  });

  test('leaves an optional member undefined', () => {
    expect(box('1.9.0').hook).toBeUndefined();
  });

  test('lacks a member that is newer than the app', () => {
    expect([box('1.8.7').lock, typeof box('1.9.0').lock]).toEqual([undefined, 'function']);
  });
});

describe('the module of the host', () => {
  const module = guardedModule(docs, { pack: 1, ship: 2, Crate: class {} }, '1.8.7') as Record<
    string,
    unknown
  >;

  test('gives what is there', () => {
    expect(module['pack']).toBe(1);
  });

  test('throws by name for a documented export that is not implemented', () => {
    expect(() => module['unpack']).toThrow('obsidian.unpack is not implemented');
  });

  test('throws for an unknown name', () => {
    expect(() => module['wrapped']).toThrow(NotImplemented);
  });

  test('lacks what is newer than the app', () => {
    expect([module['ship'], module['Crate']]).toEqual([undefined, undefined]);
  });

  test('can be copied by a bundler, and still throws only when used', () => {
    const copy: Record<string, unknown> = {};
    for (const name of Object.getOwnPropertyNames(module)) {
      Object.defineProperty(copy, name, { get: () => module[name], enumerable: true });
    }
    expect(copy['pack']).toBe(1);
    expect(() => copy['unpack']).toThrow(NotImplemented);
  });
});

test('a guarded object throws for a member that it lacks', () => {
  const app = guarded({ vault: 1 }, 'App', docs) as { vault: number; plugins?: unknown };
  expect(app.vault).toBe(1);
  expect(() => app.plugins).toThrow('App.plugins is not implemented');
});

test.each([
  ['1.8.7', '1.8.7', true],
  ['1.10.0', '1.9.9', true],
  ['1.8.7', '1.9.0', false],
  ['0.15.9', '1.0.0', false],
])('version %s is at least %s: %s', (a, b, answer) => {
  expect(atLeast(a, b)).toBe(answer);
});

describe('the documentation of the API', () => {
  const read = readApiDocs();

  test('names the classes with their members', () => {
    expect(Object.keys(read.classes['Vault']?.members ?? {})).toEqual(
      expect.arrayContaining(['adapter', 'read', 'process', 'getMarkdownFiles', 'recurseChildren']),
    );
  });

  test('says since when a member is there', () => {
    expect(read.classes['Workspace']?.members['ensureSideLeaf']?.since).toBe('1.7.2');
  });

  test('names functions and variables', () => {
    expect(Object.keys(read.values)).toEqual(
      expect.arrayContaining(['normalizePath', 'Platform', 'apiVersion']),
    );
  });

  test('knows members that a plugin may leave out', () => {
    expect(read.classes['Plugin']?.members['onExternalSettingsChange']?.optional).toBe(true);
  });
});
