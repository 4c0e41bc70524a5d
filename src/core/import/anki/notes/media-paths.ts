// Where the media of an Anki collection go in the vault, and the embeds that find them there.
import { fileName } from '../../../text/file-name.ts';

const extension = /\.[a-z\d]{1,8}$/i;

export class MediaPaths {
  readonly #folder: string;
  readonly #existing: ReadonlySet<string>;
  /** Names of the vault's files, whose links a bare name would follow. */
  readonly #named: ReadonlySet<string>;
  readonly #taken = new Set<string>();
  /** Paths by the name that Anki's fields use. */
  readonly paths = new Map<string, string>();

  /** @param existing paths in the vault, in lower case */
  constructor(folder: string, existing: ReadonlySet<string>) {
    this.#folder = folder;
    this.#existing = existing;
    this.#named = new Set([...existing].map((path) => path.slice(path.lastIndexOf('/') + 1)));
  }

  readonly embed = (name: string, width: string): string => {
    const path = this.#pathOf(name.normalize('NFC'));
    const own = path.slice(path.lastIndexOf('/') + 1);
    const isOdd = /[|#^[\]]/.test(path);
    const target = this.#named.has(own.toLowerCase()) && !isOdd ? path : own;
    return `![[${target}${width === '' ? '' : `|${width}`}]]`;
  };

  #pathOf(name: string): string {
    const known = this.paths.get(name);
    if (known !== undefined) return known;
    const end = extension.exec(name)?.[0] ?? '';
    const stem = fileName(name.slice(0, name.length - end.length)) || 'Media';
    for (let nth = 1; ; nth += 1) {
      const own = `${stem}${nth === 1 ? '' : ` ${String(nth)}`}${end}`;
      const path = this.#folder === '' ? own : `${this.#folder}/${own}`;
      if (this.#taken.has(path.toLowerCase()) || this.#existing.has(path.toLowerCase())) continue;
      this.#taken.add(path.toLowerCase());
      this.paths.set(name, path);
      return path;
    }
  }
}
