// The keys of a review: a field for each action, which takes the next key pressed in it.
import { Platform, type Setting } from 'obsidian';
import { actionKeys, actionWith, keyLabel, keyOf, keysOf, type ActionName } from '../review/keys.ts';
import type { Desk } from '../shell/desk.ts';

export const keyActions: readonly ActionName[] = actionKeys.map(({ name }) => name);

export function drawKey(desk: Desk, setting: Setting, name: ActionName): void {
  const { actions, keys: words } = desk.locale.main;
  const own = () => desk.flashcards.settings.general.keys;
  const { settingEl } = setting;
  settingEl.setAttr('data-key-of', name);
  let show = (): void => undefined;
  /** The default keys if null. */
  const use = async (key: string | null): Promise<void> => {
    const { [name]: _, ...others } = own();
    const next = key === null ? others : { ...others, [name]: [key] };
    const rival = keysOf(name, next)
      .map((one) => actionWith(one, { ...next, [name]: [] }))
      .find((one) => one !== null);
    settingEl.toggleClass('nf-invalid', rival !== undefined);
    setting.setDesc(rival ? desk.locale.settings.wrong.key(actions[rival]) : '');
    if (rival) return;
    const { settings } = desk.flashcards;
    try {
      await desk.useSettings({ ...settings, general: { ...settings.general, keys: next } });
    } catch (error) {
      setting.setDesc(desk.locale.settings.unsaved(desk.locale.reason(error)));
    }
    show();
  };
  setting.addText((text) => {
    text.inputEl.readOnly = true;
    show = () => {
      const labels = keysOf(name, own()).map((key) => keyLabel(desk.locale, key, Platform.isMacOS));
      text.setValue(labels.join(` ${words.or} `));
    };
    text.inputEl.addEventListener('keydown', (event) => {
      const key = keyOf(event);
      if (key === null) return;
      event.preventDefault();
      event.stopPropagation();
      void use(key);
    });
    show();
  });
  // An extra button is no button to screen readers.
  setting.addButton((button) =>
    button
      .setIcon('rotate-ccw')
      .setTooltip(desk.locale.statistics.parameters.reset)
      .onClick(() => void use(null)),
  );
}
