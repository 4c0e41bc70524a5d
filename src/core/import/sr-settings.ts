// Reads the settings of the plugin "Spaced Repetition" that determine what it considered a card.
import * as v from 'valibot';
import type { CardOptions, ClozeMarks, Separators } from '../card/options.ts';

export interface SrSettings {
  readonly tags: readonly string[];
  readonly separators: Separators;
  readonly clozeMarks: ClozeMarks;
}

/** Where that plugin stores them, from the vault's root. @param configDir the app's own folder */
export function srSettingsPath(configDir: string): string {
  return `${configDir}/plugins/obsidian-spaced-repetition/data.json`;
}

const mark = v.optional(v.string());
const schema = v.object({
  flashcardTags: v.optional(v.array(v.string())),
  singleLineCardSeparator: mark,
  singleLineReversedCardSeparator: mark,
  multilineCardSeparator: mark,
  multilineReversedCardSeparator: mark,
  multilineCardEndMarker: mark,
  clozePatterns: v.optional(v.array(v.string())),
  convertHighlightsToClozes: v.optional(v.boolean()),
  convertBoldTextToClozes: v.optional(v.boolean()),
  convertCurlyBracketsToClozes: v.optional(v.boolean()),
});

/** Its `data.json`, parsed; null if it isn't valid. Missing settings are as in `defaults`. */
export function readSrSettings(data: unknown, defaults: CardOptions): SrSettings | null {
  const holder = v.safeParse(v.object({ settings: schema }), data);
  if (!holder.success) return null;
  const { settings } = holder.output;
  const { separators, clozeMarks } = defaults;
  const text = (given: string | undefined, fallback: string): string => given?.trim() ?? fallback;
  const hides = (old: boolean | undefined, signs: string, fallback: boolean): boolean =>
    settings.clozePatterns?.some((pattern) => pattern.startsWith(signs)) ?? old ?? fallback;
  return {
    tags:
      settings.flashcardTags?.map((tag) => tag.replace(/^#/, '')).filter((tag) => tag !== '') ??
      defaults.tags,
    separators: {
      inline: text(settings.singleLineCardSeparator, separators.inline),
      inlineBoth: text(settings.singleLineReversedCardSeparator, separators.inlineBoth),
      block: text(settings.multilineCardSeparator, separators.block),
      blockBoth: text(settings.multilineReversedCardSeparator, separators.blockBoth),
      blockEnd: text(settings.multilineCardEndMarker, separators.blockEnd),
    },
    clozeMarks: {
      ...clozeMarks,
      highlight: hides(settings.convertHighlightsToClozes, '==', clozeMarks.highlight),
      bold: hides(settings.convertBoldTextToClozes, '**', clozeMarks.bold),
      curly: hides(settings.convertCurlyBracketsToClozes, '{{', clozeMarks.curly),
    },
  };
}

/** The settings that differ from ours, as `name: theirs`; empty if the same text produces the same cards. */
export function srDifferences(theirs: SrSettings, ours: CardOptions): string[] {
  const named = (group: string, one: object, other: object): string[] =>
    Object.entries(one)
      .filter(([name, value]) => value !== (other as Record<string, unknown>)[name])
      .map(([name, value]) => `${group}.${name}: ${JSON.stringify(value)}`);
  const tags = theirs.tags.filter((tag) => !ours.tags.includes(tag));
  return [
    ...(tags.length > 0 ? [`tags: ${tags.join(', ')}`] : []),
    ...named('separators', theirs.separators, ours.separators),
    ...named('clozeMarks', theirs.clozeMarks, ours.clozeMarks),
  ];
}
