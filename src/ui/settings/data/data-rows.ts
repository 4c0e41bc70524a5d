// Settings and history as files: the rows of the page and the actions of their buttons.
import type { Setting } from 'obsidian';
import { exportHistory, planRestore, restoreHistory } from '../../../app/history/backup.ts';
import { readSettingsFile, settingsFile } from '../../../app/transfer/settings-file.ts';
import { revlogCsv } from '../../../core/import/revlog.ts';
import type { Desk } from '../../shell/desk.ts';
import { ReadModal, type Offer } from './read-modal.ts';
import { SaveModal } from './save-modal.ts';
import type { Locale } from '../../locale.ts';

export interface DataRow {
  readonly name: string;
  readonly desc: string;
  readonly draw: (desk: Desk, setting: Setting) => void;
}

const button = (setting: Setting, text: string, run: () => void) =>
  setting.addButton((one) => one.setButtonText(text).onClick(run));

/** @param changed called when the settings have been replaced */
export function dataRows(locale: Locale, changed: () => void): readonly DataRow[] {
  const { settings, history, revlog, exclude, caches } = locale.data;
  return [
    {
      ...settings,
      draw: (desk, setting) => {
        const text = () => Promise.resolve(settingsFile(desk.flashcards.settings));
        const file = { title: settings.save, name: 'Flashcards settings', ending: '.json', text };
        button(setting, settings.save, () => new SaveModal(desk, file).open());
        const read = (given: string) => Promise.resolve(offerSettings(desk, given, changed));
        button(setting, settings.read, () =>
          new ReadModal(desk, { title: settings.read, accept: '.json,application/json', read }).open(),
        );
      },
    },
    {
      ...history,
      draw: (desk, setting) => {
        const text = () => exportHistory(desk.flashcards.history, desk.logs);
        const file = { title: history.save, name: 'Flashcards history', ending: '.txt', text };
        button(setting, history.save, () => new SaveModal(desk, file).open());
        const read = (given: string) => offerHistory(desk, given);
        button(setting, history.read, () =>
          new ReadModal(desk, { title: history.read, accept: '.txt,.md,text/plain', read }).open(),
        );
      },
    },
    {
      ...revlog,
      draw: (desk, setting) => {
        const { flashcards: cards } = desk;
        const text = () => Promise.resolve(revlogCsv(cards.history.cards.values(), cards.study.scheduler));
        const file = { title: revlog.save, name: 'Flashcards reviews', ending: '.csv', text };
        button(setting, revlog.save, () => new SaveModal(desk, file).open());
      },
    },
    {
      ...exclude,
      draw: (desk, setting) => {
        const path = `${desk.flashcards.history.folder}/`;
        button(setting, exclude.copy, () => {
          void setting.settingEl.win.navigator.clipboard
            .writeText(path)
            .then(() => desk.tell(exclude.copied(path)));
        });
      },
    },
    {
      ...caches,
      draw: (desk, setting) => {
        button(setting, caches.clear, () => {
          void desk.clearCaches().then(
            () => desk.tell(caches.cleared),
            (error: unknown) => desk.tell(desk.locale.reason(error)),
          );
        });
      },
    },
  ];
}

function offerSettings(desk: Desk, text: string, changed: () => void): Offer {
  const { data: dataWords } = desk.locale;
  const read = readSettingsFile(text, desk.flashcards.settings);
  if (!read) return { sentences: [dataWords.noSettings], yes: null };
  const wrong = read.wrong.length > 0 ? [dataWords.wrongSettings(read.wrong.join(', '))] : [];
  if (read.changed.length === 0) return { sentences: [dataWords.sameSettings, ...wrong], yes: null };
  const run = async (): Promise<void> => {
    await desk.useSettings(read.settings);
    desk.tell(dataWords.taken);
    changed();
  };
  const sentences = [dataWords.changedSettings(read.changed.length), read.changed.join(', '), ...wrong];
  return { sentences, yes: { text: dataWords.take, run } };
}

async function offerHistory(desk: Desk, text: string): Promise<Offer> {
  const { data: dataWords } = desk.locale;
  const { history: present } = desk.flashcards;
  const plan = await planRestore(present, desk.logs, text);
  if (plan.refused === 'no history') return { sentences: [dataWords.noHistory], yes: null };
  if (plan.refused === 'newer') return { sentences: [dataWords.newerHistory], yes: null };
  const damaged = plan.damaged > 0 ? [dataWords.damaged(plan.damaged)] : [];
  const count = plan.missing.length;
  if (count === 0) return { sentences: [dataWords.sameHistory(plan.events), ...damaged], yes: null };
  const run = async (): Promise<void> => {
    await restoreHistory(present, plan);
    desk.tell(dataWords.restored(count));
  };
  return {
    sentences: [dataWords.missing(count, plan.events), ...damaged],
    yes: { text: dataWords.restore, run },
  };
}
