// The translations bundled in main.js: the JSON files next to this one, each as one plain string without its paths.
import de from './de.json?raw';
import es from './es.json?raw';
import fr from './fr.json?raw';
import ja from './ja.json?raw';
import pt from './pt.json?raw';
import ru from './ru.json?raw';
import zh from './zh.json?raw';
import { catalogName } from './language.ts';

const texts: Readonly<Record<string, string>> = { de, es, fr, ja, pt, ru, zh };

/** A language's messages, by Obsidian's name for it, still one text: only the one shown is split. Null if missing. */
export function messagesText(language: string): string | null {
  return texts[catalogName(language)] ?? null;
}
