// The settings as a file, for transfer to another vault and back.
import { isRecord } from '../../core/text/is-record.ts';
import { writtenPreset } from '../../core/study/decks/named-presets.ts';
import { changedData, parseSettings, type Settings } from '../../core/settings.ts';

/** Keeps other JSON from being taken for settings. */
const mark = 'noteFlashcardsSettings';

export function settingsFile(settings: Settings): string {
  const decks = { ...settings.decks, named: settings.decks.named.map(writtenPreset) };
  return `${JSON.stringify({ [mark]: 1, ...settings, decks }, null, 2)}\n`;
}

export interface ReadSettings {
  /** The current settings with the file's values applied. */
  readonly settings: Settings;
  /** `group.name` of the options that would change. */
  readonly changed: readonly string[];
  /** `group.name` of the file's invalid options, which stay unchanged. */
  readonly wrong: readonly string[];
}

type Groups = Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;

/** Null if the text is not a settings file. Options missing from the file stay unchanged. */
export function readSettingsFile(text: string, present: Settings): ReadSettings | null {
  let given: unknown;
  try {
    given = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
  if (!isRecord(given) || !(mark in given)) return null;
  const { wrong, settings: read } = parseSettings(given);
  const groups = { ...given } as Record<string, unknown>;
  delete groups[mark];
  const merged: Record<string, unknown> = { ...present };
  for (const [name, options] of Object.entries(groups)) {
    if (!isRecord(options)) continue;
    if (name === 'decks') {
      // Also from before presets had names.
      const isGiven = ['named', 'uses', 'presets'].some((option) => option in options);
      if (isGiven) merged[name] = { ...present.decks, ...read.decks };
      continue;
    }
    const right = Object.entries(options).filter(([option]) => !wrong.includes(`${name}.${option}`));
    merged[name] = { ...(present as unknown as Groups)[name], ...Object.fromEntries(right) };
  }
  const { settings } = parseSettings(merged);
  const changes = changedData(null, present, settings) as Groups;
  const changed = Object.entries(changes).flatMap(([name, options]) =>
    Object.keys(options ?? {}).map((option) => `${name}.${option}`),
  );
  return { settings, changed, wrong };
}
