// All user settings, composed of the options the modules own. Read from data.json, which may be from an older or newer
// version or edited by hand: invalid values fall back to their default, unknown ones are kept.
import { deckLanguage } from './aloud/spoken-language.ts';
import { isRecord } from './text/is-record.ts';
import * as v from 'valibot';
import { sourceNames } from './card/card.ts';
import { defaultCardOptions, everyNote, type CardOptions } from './card/options.ts';
import { checkFolder } from './history/log-folder.ts';
import { checkNoteFolder, tidyNoteFolder } from './note/folder.ts';
import { areParameters } from './schedule/fsrs.ts';
import { raisesAfter } from './schedule/raise.ts';
import { scheduleDefaults, type ScheduleOptions } from './schedule/schedule.ts';
import { studyDefaults, type StudyOptions } from './study/options.ts';
import { deckDefaults, readDecks, writtenPreset, type DeckOptions } from './study/decks/named-presets.ts';
import type { PresetOption } from './study/decks/presets.ts';
import { decksAfter } from './study/decks/raised-decks.ts';
import type { ReminderOptions } from './study/reminder.ts';
import { readVacation } from './study/vacation.ts';

export type ReviewPlace = 'modal' | 'sidebar' | 'tab';
/** What a click on the ribbon icon does. */
export type RibbonAction = 'sidebar' | 'review';
/** How a long answer opens: with its first paragraph, part by part, or whole. */
export type ReadAloud = 'off' | 'question' | 'answer' | 'both';
export type LongAnswers = 'first' | 'steps' | 'whole';
/** Which answers are typed before they are shown. */
export type TypedAnswers = 'off' | 'short' | 'all';

/** A query of the card list with a name. */
export interface SavedSearch {
  readonly name: string;
  readonly query: string;
}

export interface GeneralOptions extends ReminderOptions {
  /** Folder for the logs, from the vault's root. */
  readonly folder: string;
  readonly openReviewsIn: ReviewPlace;
  readonly ribbon: RibbonAction;
  /** Whether a notice shows how many cards a saved note has. */
  readonly noticeOnSave: boolean;
  /** Whether an answer is shown part by part. */
  readonly stepByStep: boolean;
  readonly longAnswers: LongAnswers;
  /** Whether a swipe over an answer grades it on a touch screen. */
  readonly swipe: boolean;
  readonly typed: TypedAnswers;
  /** Whether case, accents and punctuation of a typed answer count. */
  readonly typedStrict: boolean;
  /** Whether the open note of a card is blurred until its answer is shown. */
  readonly blurNote: boolean;
  /** Whether marks beside the cards of a note show how well they are known. */
  readonly margin: boolean;
  /** What of a card is read aloud by itself. */
  readonly readAloud: ReadAloud;
  /** Whether formulas and code are read aloud, too. */
  readonly readSymbols: boolean;
  /** Languages of decks for reading aloud, as `Spanish: es`. */
  readonly deckLanguages: readonly string[];
  /** Whether only Again and Good are offered. */
  readonly twoButtons: boolean;
  /** The user's own keys of a review, by action, as `KeyboardEvent.key` with `Mod+` and `Shift+` before it. */
  readonly keys: Readonly<Record<string, readonly string[]>>;
  /** Whether the status bar shows what is due. */
  readonly statusBar: boolean;
  readonly searches: readonly SavedSearch[];
  /** Columns of the card list; if empty, as many as there is room for. */
  readonly columns: readonly string[];
}

export interface Settings {
  readonly cards: CardOptions;
  readonly schedule: ScheduleOptions;
  readonly study: StudyOptions;
  readonly decks: DeckOptions;
  readonly general: GeneralOptions;
}

export const defaultSettings: Settings = {
  cards: defaultCardOptions,
  schedule: scheduleDefaults,
  study: studyDefaults,
  decks: deckDefaults,
  general: {
    folder: 'Flashcards',
    openReviewsIn: 'modal',
    ribbon: 'sidebar',
    remindAt: '',
    remindCount: 0,
    noticeOnSave: false,
    stepByStep: false,
    longAnswers: 'first',
    swipe: false,
    typed: 'off',
    typedStrict: false,
    blurNote: false,
    margin: false,
    readAloud: 'off',
    readSymbols: false,
    deckLanguages: [],
    twoButtons: false,
    keys: {},
    statusBar: true,
    searches: [],
    columns: [],
  },
};

const words = v.array(v.pipe(v.string(), v.trim(), v.nonEmpty()));
const lowerWords = v.array(v.pipe(v.string(), v.trim(), v.nonEmpty(), v.toLowerCase()));
const tag = v.pipe(
  v.string(),
  v.trim(),
  v.transform((text) => text.replace(/^#/, '')),
  v.regex(/^[^\s#,]+$/),
);
/** A separator: no surrounding whitespace, no line ending; empty is off. */
const mark = v.pipe(v.string(), v.trim(), v.maxLength(20), v.regex(/^[^\r\n]*$/));
/** Two equal separators would be ambiguous. */
const areDistinct = (marks: readonly string[]): boolean => {
  const used = marks.filter((text) => text !== '');
  return new Set(used).size === used.length;
};
/** Folders of notes inside the vault. */
const folders = v.array(
  v.pipe(
    v.string(),
    v.check((folder) => checkNoteFolder(folder) === null),
    v.transform(tidyNoteFolder),
  ),
);
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9999));
const minutes = v.array(v.pipe(v.number(), v.minValue(1 / 60), v.maxValue(60 * 24 * 365)));

const desiredRetention = v.pipe(v.number(), v.minValue(0.7), v.maxValue(0.99));
const maximumInterval = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(36_500));
const newOrder = v.picklist(['prerequisites', 'note', 'random']);
const newPlace = v.picklist(['mixed', 'before', 'after']);
const dueOrder = v.picklist(['need', 'kept', 'due', 'random']);
const asides = v.picklist(['listed', 'asked']);
const wideTables = v.picklist(['off', 'rows', 'cells']);
const reversed = v.picklist(['off', 'on']);
const ease = v.picklist(['normal', 'fewer', 'none']);

const raised = v.array(v.object({ on: v.pipe(v.number(), v.integer()), from: desiredRetention }));
const presetSchemas: Readonly<Record<PresetOption | 'raised', v.GenericSchema>> = {
  newPerDay: count,
  reviewsPerDay: count,
  newOrder,
  newPlace,
  dueOrder,
  asides,
  desiredRetention,
  raised,
  learningSteps: minutes,
  relearningSteps: minutes,
  maximumInterval,
  wideTables,
  reversed,
};

/** A schema for each option; an option that fails its schema takes its default. */
const schemas: {
  readonly [Group in Exclude<keyof Settings, 'decks'>]: {
    readonly [Name in keyof Settings[Group]]?: v.GenericSchema;
  };
} = {
  cards: {
    watch: v.picklist(['tagged', 'all']),
    tags: v.pipe(v.array(tag), v.minLength(1)),
    folders,
    foldersOff: folders,
    tagsOff: v.array(tag),
    offTag: tag,
    blockIds: v.boolean(),
    summaryKeys: lowerWords,
    skippedHeadings: words,
    skippedCallouts: lowerWords,
    proseWords: words,
    usefulAnswers: v.boolean(),
    onlyNotes: v.boolean(),
    innerCallouts: v.boolean(),
    clozeContext: v.boolean(),
    titleOnce: v.boolean(),
    lineLeadIns: v.boolean(),
    meantSeparators: v.boolean(),
    gluedSeparators: v.boolean(),
    reversed,
    noteTags: v.array(v.union([v.literal(everyNote), tag])),
    wideTables,
    sourcesOff: v.array(v.picklist(sourceNames)),
    separators: v.pipe(
      v.object({
        inline: mark,
        inlineBoth: mark,
        block: mark,
        blockBoth: mark,
        blockEnd: mark,
      }),
      v.check((marks) => areDistinct(Object.values(marks))),
    ),
    clozeMarks: v.object({
      highlight: v.boolean(),
      bold: v.boolean(),
      curly: v.boolean(),
      anki: v.boolean(),
    }),
  },
  schedule: {
    desiredRetention,
    raised,
    learningSteps: minutes,
    relearningSteps: minutes,
    maximumInterval,
    fuzz: v.boolean(),
    balance: v.boolean(),
    easyDays: v.object({
      monday: ease,
      tuesday: ease,
      wednesday: ease,
      thursday: ease,
      friday: ease,
      saturday: ease,
      sunday: ease,
    }),
    weights: v.nullable(
      v.pipe(
        v.array(v.number()),
        v.check((weights) => areParameters(weights)),
      ),
    ),
    rolloverHour: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(23)),
    leechLapses: count,
  },
  study: {
    newPerDay: count,
    reviewsPerDay: count,
    newOrder,
    newPlace,
    dueOrder,
    catchUp: v.boolean(),
    vacations: v.array(
      v.pipe(
        v.object({ from: v.string(), to: v.string() }),
        v.check((vacation) => readVacation(vacation) !== null),
      ),
    ),
    siblingsApart: v.boolean(),
    asides,
    suspendLeeches: v.boolean(),
    learnAheadMinutes: count,
  },
  general: {
    folder: v.pipe(
      v.string(),
      v.trim(),
      v.check((folder) => checkFolder(folder) === null),
    ),
    openReviewsIn: v.picklist(['modal', 'sidebar', 'tab']),
    ribbon: v.picklist(['sidebar', 'review']),
    remindAt: v.pipe(v.string(), v.trim(), v.regex(/^(?:(?:[01]?\d|2[0-3]):[0-5]\d)?$/)),
    remindCount: count,
    noticeOnSave: v.boolean(),
    stepByStep: v.boolean(),
    longAnswers: v.picklist(['first', 'steps', 'whole']),
    swipe: v.boolean(),
    typed: v.picklist(['off', 'short', 'all']),
    typedStrict: v.boolean(),
    blurNote: v.boolean(),
    margin: v.boolean(),
    readAloud: v.picklist(['off', 'question', 'answer', 'both']),
    readSymbols: v.boolean(),
    deckLanguages: v.array(
      v.pipe(
        v.string(),
        v.check((line) => deckLanguage(line) !== null),
      ),
    ),
    twoButtons: v.boolean(),
    keys: v.record(v.string(), v.array(v.string())),
    statusBar: v.boolean(),
    searches: v.array(v.object({ name: v.pipe(v.string(), v.nonEmpty()), query: v.string() })),
    columns: words,
  },
};

export interface ParsedSettings {
  readonly settings: Settings;
  /** `group.name` of each invalid option that fell back to its default. */
  readonly wrong: readonly string[];
}

/** Reads untrusted settings. */
export function parseSettings(data: unknown): ParsedSettings {
  const wrong: string[] = [];
  const all = isRecord(data) ? data : {};
  const group = <Name extends Exclude<keyof Settings, 'decks'>>(name: Name): Settings[Name] => {
    const given = isRecord(all[name]) ? all[name] : {};
    // Keep unknown options from a newer version, so that saving preserves them.
    const read: Record<string, unknown> = { ...given };
    for (const [option, fallback] of Object.entries(defaultSettings[name])) {
      const schema = (schemas[name] as Record<string, v.GenericSchema | undefined>)[option];
      const result = schema && option in given ? v.safeParse(schema, given[option]) : null;
      if (result && !result.success) wrong.push(`${name}.${option}`);
      read[option] = result?.success ? result.output : fallback;
    }
    return read as unknown as Settings[Name];
  };
  const decks = readDecks(isRecord(all.decks) ? all.decks : {}, (option, value) =>
    v.is(presetSchemas[option], value),
  );
  wrong.push(...decks.wrong.map((name) => `decks.${name}`));
  const known = {
    cards: group('cards'),
    schedule: group('schedule'),
    study: group('study'),
    decks: decks.decks,
    general: group('general'),
  };
  return { settings: { ...all, ...known }, wrong };
}

/** Settings after a user's change on a study day, including its consequences. */
export function settingsAfter(before: Settings, after: Settings, today: number): Settings {
  const { desiredRetention, raised } = before.schedule;
  const raises = raisesAfter(raised, desiredRetention, after.schedule.desiredRetention, today);
  return {
    ...after,
    schedule: { ...after.schedule, raised: raises },
    decks: decksAfter(before, after.decks, today),
  };
}

/**
 * What to save when the user changes settings: the options that differ, merged into what was saved before. So an option
 * only a newer version knows, or a value only it understands, is preserved.
 */
export function changedData(
  written: unknown,
  before: Settings,
  after: Settings,
): Readonly<Record<string, unknown>> {
  const data: Record<string, unknown> = isRecord(written) ? { ...written } : {};
  for (const [name, options] of Object.entries(after) as [string, unknown][]) {
    const old = (before as unknown as Record<string, unknown>)[name];
    if (!isRecord(options)) {
      if (options !== old) data[name] = options;
      continue;
    }
    const group = isRecord(data[name]) ? { ...data[name] } : {};
    for (const [option, value] of Object.entries(options)) {
      const was = isRecord(old) ? old[option] : undefined;
      if (JSON.stringify(value) !== JSON.stringify(was)) group[option] = value;
    }
    if (Object.keys(group).length > 0) data[name] = group;
  }
  // Together, or what is left out would be read as none.
  if (JSON.stringify(before.decks) !== JSON.stringify(after.decks))
    data.decks = {
      ...(isRecord(data.decks) && data.decks),
      named: after.decks.named.map(writtenPreset),
      uses: after.decks.uses,
    };
  return data;
}

/**
 * Saved settings with glued separators on; null if they were set before, by the user or the app: from then on only the
 * user changes them.
 */
export function withGluedSeparators(written: unknown): Readonly<Record<string, unknown>> | null {
  const data = isRecord(written) ? written : {};
  const cards = isRecord(data.cards) ? data.cards : {};
  return 'gluedSeparators' in cards ? null : { ...data, cards: { ...cards, gluedSeparators: true } };
}
