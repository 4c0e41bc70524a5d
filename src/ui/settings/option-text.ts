// Converts options to text that users edit, and back. The result may be invalid: parseSettings checks it.
import type { Settings } from '../../core/settings.ts';
import { isRecord } from '../../core/text/is-record.ts';
import type { Control, OptionPath } from './options.ts';

type Options = Readonly<Record<string, unknown>>;

/** The value at `group.name` or `group.name.part`; in a list of disabled parts, whether the part is on. */
export function getOption(settings: Settings, path: OptionPath): unknown {
  const [group = '', name = '', part] = path.split('.');
  const options = (settings as unknown as Record<string, Options>)[group];
  const value = options?.[name];
  if (part === undefined) return value;
  if (Array.isArray(value)) return !value.includes(part);
  return isRecord(value) ? value[part] : undefined;
}

/** The settings with another value, which may be invalid. */
export function withOption(settings: Settings, path: OptionPath, value: unknown): Settings {
  const [group = '', name = '', part] = path.split('.');
  const options = (settings as unknown as Record<string, Options>)[group];
  const next = part === undefined ? value : withPart(options?.[name], part, value);
  return { ...settings, [group]: { ...options, [name]: next } };
}

function withPart(whole: unknown, part: string, value: unknown): unknown {
  if (isRecord(whole)) return { ...whole, [part]: value };
  const others = Array.isArray(whole) ? (whole as unknown[]).filter((one) => one !== part) : [];
  return value === true ? others : [...others, part];
}

const unitMinutes: Readonly<Record<string, number>> = { s: 1 / 60, m: 1, h: 60, d: 24 * 60 };

function stepText(minutes: number): string {
  for (const unit of ['d', 'h', 'm'] as const) {
    const count = minutes / (unitMinutes[unit] ?? 1);
    if (count >= 1 && Number.isInteger(count)) return `${String(count)}${unit}`;
  }
  return minutes < 1 ? `${String(Math.round(minutes * 60))}s` : `${String(minutes)}m`;
}

function readStep(text: string): number {
  const found = /^(\d+(?:\.\d+)?)([smhd]?)$/i.exec(text);
  return found ? Number(found[1]) * (unitMinutes[(found[2] ?? '').toLowerCase() || 'm'] ?? NaN) : NaN;
}

/** Two dates on a line, with anything between; a single date is a day. Keeps a line without one, to be rejected. */
function readDates(line: string): { readonly from: string; readonly to: string } {
  const [from = line, to = from] = line.match(/\d{4}-\d{2}-\d{2}/g) ?? [];
  return { from, to };
}

function datesText(value: unknown): string {
  const { from, to } = value as { readonly from: string; readonly to: string };
  return from === to ? from : `${from} – ${to}`;
}

export function toText(control: Control, value: unknown): string {
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value;
    if (control === 'dates') return list.map(datesText).join('\n');
    if (control === 'steps') return list.map((one) => stepText(Number(one))).join(' ');
    return list.map(String).join(control === 'lines' ? '\n' : ', ');
  }
  if (control === 'percent') return String(Math.round(Number(value) * 100));
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

export function fromText(control: Control, text: string): unknown {
  const trimmed = text.trim();
  const parts = trimmed.split(/[\s,]+/).filter((part) => part !== '');
  const lines = trimmed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  switch (control) {
    case 'lines':
      return lines;
    case 'dates':
      return lines.map(readDates);
    case 'steps':
      return parts.map(readStep);
    case 'numbers':
      return parts.length === 0 ? null : parts.map(Number);
    case 'number':
      return trimmed === '' ? NaN : Number(trimmed);
    case 'percent':
      return trimmed === '' ? NaN : Number(trimmed) / 100;
    default:
      return trimmed;
  }
}
