// Where the command line keeps what it remembers: in the user's configuration folder, never in a vault.
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Ours alone. `NOTE_FLASHCARDS_CONFIG` names another one, for tests. */
export function configFolder(
  env: Readonly<Record<string, string | undefined>> = process.env,
  platform: string = process.platform,
): string {
  const given = env['NOTE_FLASHCARDS_CONFIG'];
  if (given) return given;
  return join(userFolder(env, platform), 'note-flashcards');
}

function userFolder(env: Readonly<Record<string, string | undefined>>, platform: string): string {
  const home = homedir();
  if (platform === 'win32') return env['APPDATA'] || join(home, 'AppData', 'Roaming');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support');
  return env['XDG_CONFIG_HOME'] || join(home, '.config');
}
