// All that a person can set, composed of the options that the parts own. Read from data.json, which may be of an older
// or newer version or edited by hand: what is wrong falls back to its default, what is unknown is kept.
import * as v from 'valibot';
import { defaultCardOptions, type CardOptions } from './card/options.ts';
import { checkFolder } from './history/log-folder.ts';
import { areWeights } from './schedule/fsrs.ts';
import { scheduleDefaults, type ScheduleOptions } from './schedule/schedule.ts';
import { studyDefaults, type StudyOptions } from './study/options.ts';

export type ReviewPlace = 'modal' | 'sidebar' | 'tab';

export interface GeneralOptions {
  /** Folder of the logs, from the vault's root. */
  readonly folder: string;
  readonly openReviewsIn: ReviewPlace;
  /** Whether a notice tells how many cards a saved note has. */
  readonly noticeOnSave: boolean;
  /** Whether an answer is shown part by part. */
  readonly stepByStep: boolean;
  /** Whether the status bar shows what is due. */
  readonly statusBar: boolean;
}

export interface Settings {
  readonly cards: CardOptions;
  readonly schedule: ScheduleOptions;
  readonly study: StudyOptions;
  readonly general: GeneralOptions;
}

export const defaultSettings: Settings = {
  cards: defaultCardOptions,
  schedule: scheduleDefaults,
  study: studyDefaults,
  general: {
    folder: 'Flashcards',
    openReviewsIn: 'modal',
    noticeOnSave: false,
    stepByStep: false,
    statusBar: true,
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
/** A separator: no blanks around, no line end; empty is off. */
const mark = v.pipe(v.string(), v.trim(), v.maxLength(20), v.regex(/^[^\r\n]*$/));
/** Two equal separators would leave open which is meant. */
const areDistinct = (marks: readonly string[]): boolean => {
  const used = marks.filter((text) => text !== '');
  return new Set(used).size === used.length;
};
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9999));
const minutes = v.array(v.pipe(v.number(), v.minValue(1 / 60), v.maxValue(60 * 24 * 365)));

/** A schema for each option; an option that fails its schema takes its default. */
const schemas: {
  readonly [Group in keyof Settings]: { readonly [Name in keyof Settings[Group]]?: v.GenericSchema };
} = {
  cards: {
    watch: v.picklist(['tagged', 'all']),
    tags: v.pipe(v.array(tag), v.minLength(1)),
    offTag: tag,
    blockIds: v.boolean(),
    summaryKeys: lowerWords,
    skippedHeadings: words,
    skippedCallouts: lowerWords,
    proseWords: words,
    sourcesOff: v.array(
      v.picklist(['title', 'property', 'heading', 'lead-in', 'callout', 'cloze', 'separator']),
    ),
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
    desiredRetention: v.pipe(v.number(), v.minValue(0.7), v.maxValue(0.99)),
    learningSteps: minutes,
    relearningSteps: minutes,
    maximumInterval: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(36_500)),
    fuzz: v.boolean(),
    weights: v.nullable(
      v.pipe(
        v.array(v.number()),
        v.check((weights) => areWeights(weights)),
      ),
    ),
    rolloverHour: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(23)),
    leechLapses: count,
  },
  study: {
    newPerDay: count,
    reviewsPerDay: count,
    newOrder: v.picklist(['prerequisites', 'note', 'random']),
    newPlace: v.picklist(['mixed', 'before', 'after']),
    siblingsApart: v.boolean(),
    learnAheadMinutes: count,
  },
  general: {
    folder: v.pipe(
      v.string(),
      v.trim(),
      v.check((folder) => checkFolder(folder) === null),
    ),
    openReviewsIn: v.picklist(['modal', 'sidebar', 'tab']),
    noticeOnSave: v.boolean(),
    stepByStep: v.boolean(),
    statusBar: v.boolean(),
  },
};

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export interface ParsedSettings {
  readonly settings: Settings;
  /** `group.name` of each option that was not valid and fell back to its default. */
  readonly wrong: readonly string[];
}

/** Reads settings of unknown origin. */
export function parseSettings(data: unknown): ParsedSettings {
  const wrong: string[] = [];
  const all = isObject(data) ? data : {};
  const group = <Name extends keyof Settings>(name: Name): Settings[Name] => {
    const given = isObject(all[name]) ? all[name] : {};
    // Unknown options of a newer version ride along, so that saving keeps them.
    const read: Record<string, unknown> = { ...given };
    for (const [option, fallback] of Object.entries(defaultSettings[name])) {
      const schema = (schemas[name] as Record<string, v.GenericSchema | undefined>)[option];
      const result = schema && option in given ? v.safeParse(schema, given[option]) : null;
      if (result && !result.success) wrong.push(`${name}.${option}`);
      read[option] = result?.success ? result.output : fallback;
    }
    return read as unknown as Settings[Name];
  };
  const known = {
    cards: group('cards'),
    schedule: group('schedule'),
    study: group('study'),
    general: group('general'),
  };
  return { settings: { ...all, ...known }, wrong };
}
