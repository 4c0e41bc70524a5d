import { describe, expect, test } from '@jest/globals';
import { cardPrompt } from '../../../src/app/cards/card-prompt.ts';
import { extractCards } from '../../../src/core/card/extract.ts';
import { defaultCardOptions } from '../../../src/core/card/options.ts';
import type { JudgedCard, JudgedNote } from '../../../scripts/judge/judged-card.ts';
import { suspicionsIn } from '../../../scripts/judge/suspicions.ts';
import { appWords } from '../../../src/app/strings.ts';

const card = (given: Partial<JudgedCard>): JudgedCard => ({
  id: 'a',
  note: 'Sleep.md',
  source: 'heading',
  prompt: 'Sleep: spindles',
  question: 'Spindles',
  answer: 'Bursts of 11–16 Hz in N2.',
  context: ['Sleep'],
  chip: '',
  line: 1,
  questionSpan: null,
  answerRuns: [],
  ...given,
});

const noteOf = (...cards: JudgedCard[]): JudgedNote => ({ path: 'Sleep.md', text: '', cards });
const kindsOf = (note: JudgedNote, glues = false): readonly string[] =>
  suspicionsIn(note, { glues }).flatMap(({ kinds }) => kinds);

/** A card cut out of a note by two texts that stand in it. */
function cut(text: string, question: string, answer: string, source: JudgedCard['source']): JudgedNote {
  const span = (part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length });
  const made = card({ source, question, answer, questionSpan: span(question), answerRuns: [[span(answer)]] });
  return { path: 'Sleep.md', text, cards: [made] };
}

test('a sound card raises no suspicion', () => {
  expect(kindsOf(noteOf(card({})))).toEqual([]);
});

describe('empty', () => {
  test.each(['', '%% later %%', '#memory', '**', '<!-- x -->', '^block-1', '<br>'])(
    'question %j',
    (question) => {
      expect(kindsOf(noteOf(card({ question })))).toEqual(['empty']);
    },
  );
  test.each(['', '---', '- ', '%% later %%'])('answer %j', (answer) => {
    expect(kindsOf(noteOf(card({ answer })))).toContain('empty');
  });
  test.each(['∈', '![[wave.png]]', '$x$', '♯', '深い'])('no answer of %j', (answer) => {
    expect(kindsOf(noteOf(card({ answer })))).toEqual([]);
  });
});

describe('repeated', () => {
  test.each(['spindles', '**Spindles**.', 'Sleep: spindles'])('%j', (answer) => {
    expect(kindsOf(noteOf(card({ answer })))).toEqual(['repeated']);
  });
  test('not an answer that begins with its question', () => {
    expect(kindsOf(noteOf(card({ answer: 'Spindles are bursts.' })))).toEqual([]);
  });
  test('not a cloze, whose answer is its text', () => {
    expect(kindsOf(noteOf(card({ source: 'cloze', answer: 'Spindles' })))).toEqual([]);
  });
});

describe('glued', () => {
  test.each([
    ['std::vector', ['glued']],
    ['std:: vector', []],
    ['std :: vector', []],
  ])('%j', (text, kinds) => {
    expect(kindsOf(cut(text, 'std', 'vector', 'separator'))).toEqual(kinds);
  });
  test('not if the author writes so', () => {
    expect(kindsOf(cut('France::Paris', 'France', 'Paris', 'separator'), true)).toEqual([]);
  });
  test('the other way round, too', () => {
    expect(kindsOf(cut('std:::vector', 'vector', 'std', 'separator'))).toEqual(['glued']);
  });
});

describe('only metadata', () => {
  test.each(['- tags: #sleep', 'Created: 2024-05-01', 'up:: [[Sleep]]', 'status:: seed\ndate: 2024-01-02'])(
    '%j',
    (answer) => {
      expect(kindsOf(noteOf(card({ answer })))).toEqual(['only metadata']);
    },
  );
  test.each(['Source: the thalamus makes them', 'Type: a burst of waves', 'Rate: 11–16 Hz'])(
    'not %j',
    (answer) => {
      expect(kindsOf(noteOf(card({ answer })))).toEqual([]);
    },
  );
});

describe('over-long', () => {
  test('a question of a paragraph', () => {
    expect(kindsOf(noteOf(card({ question: 'word '.repeat(121) })))).toEqual(['over-long']);
  });
  test('an answer of pages', () => {
    expect(kindsOf(noteOf(card({ answer: 'word '.repeat(2001) })))).toEqual(['over-long']);
  });
});

describe('equal questions', () => {
  test('two in one note, each reported', () => {
    const note = noteOf(card({ id: 'a' }), card({ id: 'b', answer: 'Other.' }));
    expect(kindsOf(note)).toEqual(['equal questions', 'equal questions']);
  });
  test('also under other headings', () => {
    const note = noteOf(card({}), card({ context: ['Sleep', 'N2'] }));
    expect(kindsOf(note)).toEqual(['equal questions', 'equal questions']);
  });
  test('not if they are distinguished in the same line', () => {
    const note = noteOf(
      card({}),
      card({ prompt: 'Sleep › N2: spindles' }),
      card({ prompt: 'Sleep: spindles (2)' }),
    );
    expect(kindsOf(note)).toEqual([]);
  });
});

describe('unbalanced markup', () => {
  test.each([
    ['Deep ==slow::waves== rule', 'Deep ==slow', 'waves== rule'],
    ['See [[Sleep::waves]] there', 'See [[Sleep', 'waves]] there'],
    ['A **bold :: word** here', 'A **bold', 'word** here'],
  ])('a cut through %j', (text, question, answer) => {
    expect(kindsOf(cut(text, question, answer, 'separator'), true)).toEqual(['unbalanced markup']);
  });
  test('not what its author left open', () => {
    const text = 'Waves :: slow **and deep';
    expect(kindsOf(cut(text, 'Waves', 'slow **and deep', 'separator'), true)).toEqual([]);
  });
  test('not a code block that holds blank lines', () => {
    const answer = '```js\nconst a = 2 ** 3;\n\nconst b = [[1]];\n```';
    expect(kindsOf(cut(`# Code\n${answer}\n`, 'Code', answer, 'heading'))).toEqual([]);
  });
});

test('the cards of a whole note raise none', () => {
  const text = '# Sleep\n\n## Spindles\nBursts of ==11–16 Hz== in N2.\n\n**Where:** in the *thalamus*.\n';
  const { cards } = extractCards({ path: 'Sleep.md', text }, { ...defaultCardOptions, watch: 'all' });
  const judged = cards.map((one, index) => ({
    ...one,
    id: String(index),
    chip: one.chip ?? '',
    prompt: cardPrompt({ ...one, asksName: one.questionSpan === null }, appWords.prompt),
  }));
  expect(judged.map(({ source }) => source)).toEqual(['heading', 'cloze', 'lead-in']);
  expect(kindsOf({ path: 'Sleep.md', text, cards: judged })).toEqual([]);
});
