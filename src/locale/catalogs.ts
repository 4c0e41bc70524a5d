// The translations that main.js carries: the JSON files beside this one, each bundled as one plain string without its paths.
import de from './de.json?raw';
import es from './es.json?raw';
import fr from './fr.json?raw';
import ja from './ja.json?raw';
import pt from './pt.json?raw';
import ru from './ru.json?raw';
import zh from './zh.json?raw';
import { catalogName } from './language.ts';

const texts: Readonly<Record<string, string>> = { de, es, fr, ja, pt, ru, zh };

/** The messages of a language as Obsidian names it, still as JSON: only the one shown is parsed. Null if there is none. */
export function messagesText(language: string): string | null {
  return texts[catalogName(language)] ?? null;
}
