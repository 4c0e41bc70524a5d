// The control of a setting: shows a value and returns the user's change.
import type { App, Setting, TextComponent } from 'obsidian';
import type { Weekday } from '../../core/schedule/schedule.ts';
import { fromText, toText } from './option-text.ts';
import type { Control } from './options.ts';
import type { Locale } from '../locale.ts';
import { NameSuggest, type NameKind } from './name-suggest.ts';

export interface ControlOptions {
  readonly locale: Locale;
  readonly setting: Setting;
  readonly path: string;
  readonly control: Exclude<Control, 'folder'>;
  readonly value: unknown;
  /** For screen readers, if the name of the setting is not enough. */
  readonly placeholder?: string;
  /** For a field that suggests names. */
  readonly app?: App;
  readonly names?: NameKind;
  readonly save: (value: unknown) => void;
}

const areas: readonly Control[] = ['lines', 'numbers', 'dates'];
const numeric: readonly Control[] = ['number', 'percent'];
const weekdayNames: readonly Weekday[] = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
];

export function drawControl(options: ControlOptions): void {
  const { locale, setting, path, control, value, placeholder = '', save } = options;
  if (control === 'toggle') {
    setting.addToggle((toggle) => toggle.setValue(value === true).onChange(save));
  } else if (control === 'choice') {
    setting.addDropdown((dropdown) =>
      dropdown
        .addOptions({ ...locale.choices[path] })
        .setValue(typeof value === 'string' ? value : '')
        .onChange(save),
    );
  } else if (control === 'week') drawWeek(options);
  else if (areas.includes(control)) {
    setting.addTextArea((area) => {
      area.setValue(toText(control, value)).setPlaceholder(placeholder);
      area.inputEl.rows = 3;
      const change = (): void => save(fromText(control, area.getValue()));
      area.inputEl.addEventListener('change', change);
      addNameField(options, (name) => {
        area.setValue([area.getValue().trimEnd(), name].filter((line) => line !== '').join('\n'));
        change();
      });
    });
  } else {
    setting.addText((text) => {
      text.setValue(toText(control, value)).setPlaceholder(placeholder);
      if (numeric.includes(control)) text.inputEl.inputMode = 'numeric';
      const change = (): void => save(fromText(control, text.getValue()));
      text.inputEl.addEventListener('change', change);
      suggestNames(options, text, change);
    });
  }
}

function suggestNames(
  { app, names }: ControlOptions,
  text: TextComponent,
  chosen: (name: string) => void,
): void {
  if (app && names) new NameSuggest(app, text.inputEl, names, chosen);
}

/** A list has one name on each line: below it, a field that suggests one more. */
function addNameField(options: ControlOptions, chosen: (name: string) => void): void {
  const { locale, names, setting } = options;
  if (!names) return;
  setting.addText((text) => {
    const label = names === 'tags' ? locale.settings.addTag : locale.settings.addFolder;
    text.setPlaceholder(label).inputEl.setAttr('aria-label', label);
    suggestNames(options, text, (name) => {
      text.setValue('');
      chosen(name);
    });
  });
}

/** A dropdown for each day of the week. */
function drawWeek({ locale, setting, path, value, save }: ControlOptions): void {
  let week = { ...(value as Readonly<Record<string, string>>) };
  setting.settingEl.addClass('nf-week');
  for (const name of weekdayNames) {
    const label = setting.controlEl.createEl('label', { cls: 'nf-weekday' });
    label.createSpan({ text: weekdayName(locale, name) });
    setting.addDropdown((dropdown) => {
      dropdown
        .addOptions({ ...locale.choices[path] })
        .setValue(week[name] ?? 'normal')
        .onChange((ease) => {
          week = { ...week, [name]: ease };
          save(week);
        });
      label.append(dropdown.selectEl);
    });
  }
}

/** January 5, 1970 was a Monday. */
function weekdayName({ format }: Locale, name: Weekday): string {
  return format.weekday(4 + weekdayNames.indexOf(name));
}
