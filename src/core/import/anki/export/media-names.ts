// The names of files in Anki's media folder, which has no folders of its own.
import { foldCase } from '../../../text/fold-case.ts';
import { fileName } from '../../anki-html.ts';

/** Not in a name: what Anki refuses, or what ends `[sound:…]`. */
const unsafe = /[[\]<>:"/?*^\\|\p{Cc}]/gu;
/** Anki takes 120 bytes, of which one character may need four. */
const short = /^[ -~]{1,100}$/;
const longest = 28;

export class MediaNames {
  /** Path in the vault by name. */
  readonly paths = new Map<string, string>();
  readonly #names = new Map<string, string>();
  readonly #taken = new Set<string>();

  /** Files of one name in two folders get numbers. */
  of(path: string): string {
    const known = this.#names.get(path);
    if (known !== undefined) return known;
    const whole = fileName(path).normalize('NFC').replace(unsafe, '_');
    const dot = whole.lastIndexOf('.');
    const stem = whole.slice(0, dot);
    const start = short.test(stem) ? stem : [...stem].slice(0, longest).join('');
    const ending = whole.slice(dot);
    let name = `${start}${ending}`;
    for (let nth = 2; this.#taken.has(foldCase(name)); nth += 1) name = `${start}-${String(nth)}${ending}`;
    this.#names.set(path, name);
    this.#taken.add(foldCase(name));
    this.paths.set(name, path);
    return name;
  }
}
