// A vault on disk and the configuration folder of its command line, for tests of reviews without an app.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach } from '@jest/globals';
import { parseLine } from '../../../src/core/history/log-format.ts';
import type { HistoryEvent } from '../../../src/core/history/event.ts';

export const start = Date.UTC(2026, 10, 2, 17);

export const iso = (at: number): string => new Date(at).toISOString();

/** A note with so many cards. */
export const noteOf = (cards: number, name = 'Question'): string =>
  `---\ntags: flashcards\n---\n${Array.from({ length: cards }, (_, n) => `## ${name} ${n}\nThe answer to ${n}, in a few words.\n`).join('\n')}`;

export class ReviewedVault {
  root = '';
  path = '';

  /** In each test a new vault and a new folder, which hold nothing. */
  constructor() {
    const usual = process.env['NOTE_FLASHCARDS_CONFIG'];
    beforeEach(() => {
      this.root = mkdtempSync(join(tmpdir(), 'review-'));
      this.path = join(this.root, 'vault');
      mkdirSync(this.path);
      process.env['NOTE_FLASHCARDS_CONFIG'] = join(this.root, 'config');
    });
    afterEach(() => {
      process.env['NOTE_FLASHCARDS_CONFIG'] = usual;
      rmSync(this.root, { recursive: true });
    });
  }

  write(notes: Readonly<Record<string, string>>): void {
    for (const [path, text] of Object.entries(notes)) {
      mkdirSync(dirname(join(this.path, path)), { recursive: true });
      writeFileSync(join(this.path, path), text);
    }
  }

  copyFrom(fixture: string): void {
    cpSync(join(import.meta.dirname, '../../fixtures', fixture), this.path, { recursive: true });
  }

  /** Path → text of the logs. */
  logs(vault = this.path): Record<string, string> {
    let names: string[];
    try {
      names = readdirSync(join(vault, 'Flashcards'), { recursive: true, encoding: 'utf8' });
    } catch {
      return {};
    }
    const paths = names.filter((name) => name.startsWith('log') && name.endsWith('.md'));
    return Object.fromEntries(
      paths.map((name) => {
        const path = `Flashcards/${name.replaceAll('\\', '/')}`;
        return [path, readFileSync(join(vault, path), 'utf8')];
      }),
    );
  }

  /** What is in the logs, line by line. */
  events(vault = this.path): readonly HistoryEvent[] {
    return Object.values(this.logs(vault)).flatMap((text) =>
      text.split('\n').flatMap((line) => {
        const parsed = parseLine(line);
        return typeof parsed === 'object' && 'event' in parsed ? [parsed.event] : [];
      }),
    );
  }

  reviews(vault = this.path): readonly HistoryEvent[] {
    return this.events(vault).filter(({ k }) => k === 'r');
  }
}
