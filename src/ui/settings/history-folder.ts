// The history folder setting: rejects a folder that cannot work, says why, and offers to move the existing history.
import { Setting } from 'obsidian';
import { foldersToMove, moveHistory } from '../../app/history/move-folder.ts';
import { checkFolder, tidyFolder } from '../../core/history/log-folder.ts';
import type { Desk } from '../shell/desk.ts';
import { NameSuggest } from './name-suggest.ts';

export interface HistoryFolderSetting {
  readonly desk: Desk;
  readonly setting: Setting;
  readonly save: (folder: string) => Promise<boolean>;
}

/** Returns a function that removes the offers. */
export function drawHistoryFolder({ desk, setting, save }: HistoryFolderSetting): () => void {
  const offers = createDiv('nf-move-offers');
  setting.settingEl.insertAdjacentElement('afterend', offers);
  setting.addText((text) => {
    text.setValue(desk.flashcards.settings.general.folder);
    const change = async (): Promise<void> => {
      const reason = checkFolder(text.getValue());
      setting.setDesc(reason ? desk.locale.say(reason) : (desk.locale.options['general.folder'].desc ?? ''));
      setting.settingEl.toggleClass('nf-invalid', reason !== null);
      if (reason !== null) return;
      if (await save(tidyFolder(text.getValue()))) await offerToMove(desk, offers);
    };
    text.inputEl.addEventListener('change', () => void change());
    new NameSuggest(desk.app, text.inputEl, 'folders', () => void change());
  });
  void offerToMove(desk, offers);
  return () => offers.remove();
}

async function offerToMove(desk: Desk, el: HTMLElement): Promise<void> {
  const { settings: settingsWords } = desk.locale;
  const { history } = desk.flashcards;
  const found = await foldersToMove(history, desk.logs);
  el.empty();
  for (const { folder, events } of found) {
    const offer = new Setting(el).setName(settingsWords.moveName).setDesc(settingsWords.move(events, folder));
    offer.addButton((button) =>
      button.setButtonText(settingsWords.moveButton).onClick(async () => {
        button.setDisabled(true);
        try {
          const moved = await moveHistory(history, desk.logs, folder);
          offer.setDesc(settingsWords.moved(moved, folder));
          button.buttonEl.hide();
        } catch (error) {
          offer.setDesc(desk.locale.failed(error));
          button.setDisabled(false);
        }
      }),
    );
  }
}
