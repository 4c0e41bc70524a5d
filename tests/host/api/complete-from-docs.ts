// Makes the host honest: what obsidian.d.ts documents and we lack throws by name; what is newer than the app's
// version is not there at all, as in that app.
import type { ApiDocs } from '../server/api-docs.ts';

export class NotImplemented extends Error {
  constructor(what: string) {
    super(`${what} is not implemented by our API host (this is not Obsidian).`);
    this.name = 'NotImplemented';
  }
}

type Module = Readonly<Record<string, unknown>>;
interface Class {
  readonly prototype: object;
}

const isClass = (value: unknown): value is Class => typeof value === 'function' && 'prototype' in value;

/** Whether version `a` is at least version `b`; both as `1.8.7`. */
export function atLeast(a: string, b: string): boolean {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  for (let i = 0; i < 3; i += 1) {
    const difference = (left?.[i] ?? 0) - (right?.[i] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

function throwing(what: string, key: string): PropertyDescriptor {
  return {
    configurable: true,
    get: () => {
      throw new NotImplemented(what);
    },
    set(this: object, value: unknown) {
      Object.defineProperty(this, key, { value, writable: true, configurable: true, enumerable: true });
    },
  };
}

/** Changes the prototypes of the host's classes in place; call it once, before any plugin is loaded. */
export function completeFromDocs(docs: ApiDocs, module: Module, apiVersion: string): void {
  for (const [name, { members }] of Object.entries(docs.classes)) {
    const ours = module[name];
    if (!isClass(ours)) continue;
    for (const [key, member] of Object.entries(members)) {
      const target: object = member.static ? ours : ours.prototype;
      if (member.since !== undefined && !atLeast(apiVersion, member.since)) {
        Reflect.deleteProperty(target, key);
      } else if (!member.optional && !(key in target)) {
        Object.defineProperty(target, key, throwing(`${name}.${key}`, key));
      }
    }
  }
}

/** The module that `require('obsidian')` gives to a plugin. */
export function guardedModule(docs: ApiDocs, module: Module, apiVersion: string): object {
  const all: Record<string, { since?: string }> = { ...docs.values, ...docs.classes };
  const get = (key: string): unknown => {
    const { since } = all[key] ?? {};
    if (since !== undefined && !atLeast(apiVersion, since)) return undefined;
    if (Object.hasOwn(module, key)) return module[key];
    if (key === '__esModule' || key === 'default' || key === 'then') return undefined;
    throw new NotImplemented(`obsidian.${key}`);
  };
  const names = [...new Set([...Object.keys(all), ...Object.keys(module)])];
  return new Proxy(
    {},
    {
      get: (_target, key) => (typeof key === 'string' ? get(key) : undefined),
      has: (_target, key) => typeof key === 'string' && names.includes(key),
      // A bundler copies the module's properties as getters; so each name must be listed.
      ownKeys: () => names,
      getOwnPropertyDescriptor: (_target, key) =>
        typeof key === 'string' && names.includes(key)
          ? { configurable: true, enumerable: true, get: () => get(key) }
          : undefined,
    },
  );
}

/** Names that tools and `await` look for on any object. */
const probes = new Set(['then', 'toJSON', 'nodeType', 'asymmetricMatch', '$$typeof']);

/**
 * `object`, except that reading a member that it does not have throws: no plugin leans on the app's private parts.
 * A member that an app of this version lacks is undefined, as there.
 */
export function guarded<T extends object>(object: T, name: string, docs: ApiDocs): T {
  const documented = docs.classes[name]?.members ?? {};
  return new Proxy(object, {
    get: (target, key, receiver) => {
      if (typeof key === 'symbol' || key in target || probes.has(key) || key in documented) {
        return Reflect.get(target, key, receiver) as unknown;
      }
      throw new NotImplemented(`${name}.${key}`);
    },
  });
}
