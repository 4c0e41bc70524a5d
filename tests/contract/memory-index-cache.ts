// The in-memory twin of what is kept between starts.
import type { IndexCache } from '../../src/app/ports.ts';

export class MemoryIndexCache<Value = string> implements IndexCache<Value> {
  readonly texts = new Map<string, Value>();
  version = '';
  /** Whether there is no room. */
  full = false;

  load(version: string): Promise<ReadonlyMap<string, Value>> {
    return Promise.resolve(new Map(version === this.version ? this.texts : []));
  }

  save(version: string, changed: ReadonlyMap<string, Value | null>): Promise<void> {
    if (this.full) return Promise.reject(new Error('the quota is exceeded'));
    if (version !== this.version) this.texts.clear();
    this.version = version;
    for (const [path, text] of changed) {
      if (text === null) this.texts.delete(path);
      else this.texts.set(path, text);
    }
    return Promise.resolve();
  }
}
