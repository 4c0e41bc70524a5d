// Local storage of this device and vault, from Obsidian: outside the vault, never synced.
import type { App } from 'obsidian';
import type { LocalStore } from '../app/ports.ts';
import { MessageError, problemMessage } from '../core/text/message.ts';

export function vaultLocalStore(app: Pick<App, 'loadLocalStorage' | 'saveLocalStorage'>): LocalStore {
  const get = (key: string): string | null => {
    const value: unknown = app.loadLocalStorage(key);
    return typeof value === 'string' ? value : null;
  };
  return {
    get,
    set(key, value) {
      app.saveLocalStorage(key, value);
      // An acknowledged review depends on this single write: trust it only if it can be read back.
      if (get(key) !== value) throw new MessageError(problemMessage('storage/notKept'));
    },
  };
}
