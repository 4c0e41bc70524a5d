// What the address of the page asks for.
import type { Device } from '../api/platform.ts';

export type Theme = 'light' | 'dark';

export interface HostOptions {
  readonly theme: Theme | null;
  /** The community theme whose variables are set. */
  readonly look: 'default' | 'minimal' | 'border';
  /** `auto` follows the width of the window. */
  readonly device: Device | 'auto';
  /** Of the app: its metadata cache, tags and settings behave as that version. */
  readonly apiVersion: string;
  /** As Obsidian names the language of its own words. */
  readonly language: string;
  /** The direction of the interface. */
  readonly dir: 'ltr' | 'rtl';
  /** ms added to the clock. */
  readonly clock: number;
  /** Whether the metadata cache is known at the start, as in a vault that was open before. */
  readonly cache: 'warm' | 'cold';
  /** Path of the note to open, in place of the tabs of the last time. */
  readonly note: string | null;
  readonly mode: 'source' | 'preview';
  /** Paths that hang from the start on. */
  readonly hang: readonly string[];
  /** Paths that cannot be read from the start on. */
  readonly unreadable: readonly string[];
  /** Whether the plugin is loaded; without it the page measures the empty host. */
  readonly plugin: boolean;
}

/** The last version of each line of the app, for `1.8` and the like. */
const lastOf: Readonly<Record<string, string>> = { '1.8': '1.8.10', '1.9': '1.9.14', '1.13': '1.13.1' };

function versionOf(asked: string | null): string {
  const version = lastOf[asked ?? ''] ?? asked ?? '';
  // The oldest that the plugin runs in.
  return /^\d+\.\d+\.\d+$/.test(version) ? version : '1.8.7';
}

export function readOptions(search: string): HostOptions {
  const params = new URLSearchParams(search);
  const one = <T extends string>(key: string, values: readonly T[], fallback: T): T =>
    values.find((value) => value === params.get(key)) ?? fallback;
  const theme = params.get('theme');
  return {
    theme: theme === 'dark' || theme === 'light' ? theme : null,
    look: one('look', ['default', 'minimal', 'border'], 'default'),
    device: one('device', ['auto', 'desktop', 'phone', 'tablet'], 'auto'),
    apiVersion: versionOf(params.get('api')),
    language: /^[A-Za-z-]+$/.exec(params.get('lang') ?? '')?.[0] ?? 'en',
    dir: one('dir', ['ltr', 'rtl'], 'ltr'),
    clock: Number(params.get('clock') ?? 0) || 0,
    cache: one('cache', ['warm', 'cold'], 'warm'),
    note: params.get('note'),
    mode: one('mode', ['source', 'preview'], 'preview'),
    hang: params.get('hang')?.split('\n') ?? [],
    unreadable: params.get('unreadable')?.split('\n') ?? [],
    plugin: params.get('plugin') !== 'off',
  };
}
