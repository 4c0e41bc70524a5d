// Cards of one note that ask in the same words are asked with the headings above them.
import { expect, test } from '@jest/globals';
import { cardPrompt } from '../../../src/app/cards/card-prompt.ts';
import { extractCards } from '../../../src/core/card/extract.ts';
import { appWords } from '../../../src/app/strings.ts';

const prompts = (body: string): readonly string[] =>
  extractCards({ path: 'DNS.md', text: `---\ntags: flashcards\n---\n${body}` }).cards.map((card) =>
    cardPrompt({ ...card, asksName: card.questionSpan === null }, appWords.prompt),
  );

test('two headings of one text', () => {
  expect(prompts('## Mail\n### Esempio\nOne.\n## Web\n### Esempio\nTwo.\n### Porta\nThree.\n')).toEqual([
    'DNS › Mail: Esempio',
    'DNS › Web: Esempio',
    'DNS › Web: Porta',
  ]);
});

test('a lead-in and a callout of one text', () => {
  expect(prompts('## Mail\n**Dettagli:** One.\n## Web\n> [!tip] dettagli\n> Two.\n')).toEqual([
    'DNS › Mail: Dettagli',
    'DNS › Web: dettagli',
  ]);
});

test('a heading and the untitled callout below it are told apart by its type', () => {
  expect(prompts('## Mail\n### Porta\nOne.\n\n> [!note]\n> Two.\n')).toEqual([
    'DNS › Mail: Porta',
    'DNS › Mail: Porta (note)',
  ]);
});

test('a lead-in that says its heading again is told apart by its place', () => {
  expect(prompts('## Mail\nOne.\n\n**Mail:** Two.\n')).toEqual(['DNS: Mail (1 of 2)', 'DNS: Mail (2 of 2)']);
});

test('one question of two separators is told apart by its place, and no other is', () => {
  expect(
    prompts('## Mail\nWhat is sent? :: One\n\nWhat is sent? :: Two\n\nWhere is the root :: Three\n'),
  ).toEqual([
    'DNS › Mail: What is sent? (1 of 2)',
    'DNS › Mail: What is sent? (2 of 2)',
    'Where is the root',
  ]);
});
