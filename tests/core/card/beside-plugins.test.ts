// Notes that also belong to other plugins: their blocks, fields and marks ask nothing, and the text around them is asked
// as if they were not there.
import { describe, expect, test } from '@jest/globals';
import { extractCards } from '../../../src/core/card/extract.ts';

const head = '---\ntags: flashcards\n---\n';

/** Each card that is asked, with its answer; those set aside, and what was skipped. */
function read(text: string, path = 'N.md') {
  const { cards, skipped, problems } = extractCards({ path, text });
  const asked = cards.filter(({ aside }) => aside === false);
  return {
    asked: Object.fromEntries(asked.map(({ question, answer }) => [question, answer])),
    aside: cards.filter(({ aside }) => aside !== false).map(({ question }) => question),
    skipped: skipped.map(({ reason }) => reason),
    problems: problems.length,
  };
}

describe('beside Dataview', () => {
  const dataview = `${head}status:: reading
rating:: 4

## What is sleep pressure?
(source:: Smith) The need for sleep grows while awake. [level:: high]

\`\`\`dataview
TABLE rating FROM #paper WHERE status = "read"
SORT rating DESC
\`\`\`

## Open papers
\`\`\`dataview
LIST FROM #paper
\`\`\`

## Totals
\`\`\`dataviewjs
dv.table(["File"], dv.pages("#paper").map((p) => [p.file.link]));
\`\`\`

## Count
\`= length(this.file.tasks)\`
`;

  test('queries and fields ask nothing, and a field within an answer stays in it', () => {
    expect(read(dataview)).toEqual({
      asked: {
        'What is sleep pressure?': '(source:: Smith) The need for sleep grows while awake. [level:: high]',
      },
      aside: [],
      skipped: ['only metadata', 'only a query', 'only a query', 'only a query'],
      problems: 0,
    });
  });

  test('a query between two texts stays where it is, to be shown as the note shows it', () => {
    const text = `${head}## A\nBefore.\n\n\`\`\`dataview\nLIST\n\`\`\`\n\nAfter.\n`;
    expect(read(text).asked).toEqual({ A: 'Before.\n\n```dataview\nLIST\n```\n\nAfter.' });
  });

  test.each(['key:: value', '- key:: value', '**Key**:: value', '(key:: value)', '[key:: a :: b]'])(
    'the field %s is no question',
    (field) => {
      expect(read(`${head}## A\nText.\n\n${field}\n`).asked).toEqual({ A: 'Text.' });
    },
  );
});

describe('beside Tasks', () => {
  test('tasks ask nothing, a list of them is set aside, and a query is none', () => {
    const text = `${head}## To read
- [ ] Read Smith 📅 2026-12-01 ⏫ #task
- [x] Read Jones ✅ 2026-11-01
- [/] Half done 🛫 2026-11-02
- [-] Cancelled [due:: 2026-12-01]

## Overdue
\`\`\`tasks
not done
due before today
group by folder
\`\`\`

## What is a spindle?
A burst of 11–16 Hz in N2.

- [ ] **Check**: the ==frequency== :: later 📅 2026-12-03
`;
    expect(read(text)).toEqual({
      asked: {
        'What is a spindle?':
          'A burst of 11–16 Hz in N2.\n\n- [ ] **Check**: the ==frequency== :: later 📅 2026-12-03',
      },
      aside: ['To read'],
      skipped: ['only a query'],
      problems: 0,
    });
  });
});

describe('beside Templater', () => {
  test('a template asks nothing', () => {
    const text = `${head}## <% tp.file.title %>\n<%* const x = await tp.system.prompt("Name") %>\nText.\n`;
    expect(read(text)).toEqual({ asked: {}, aside: [], skipped: ['a template'], problems: 0 });
  });

  test('a note about its commands is a note', () => {
    const text = `${head}## How is the date written?\nWith \`<% tp.date.now() %>\`.\n`;
    expect(read(text).asked).toEqual({ 'How is the date written?': 'With `<% tp.date.now() %>`.' });
  });
});

describe('beside Excalidraw', () => {
  const drawing = `---\n\nexcalidraw-plugin: parsed\ntags: [excalidraw, flashcards]\n\n---
==⚠  Switch to EXCALIDRAW VIEW in the MORE OPTIONS menu of this document. ⚠==

# Excalidraw Data
## Text Elements
What is it? ^abc

%%
## Drawing
\`\`\`compressed-json
N4KAkARALgngDgUwgLgAQQQDwMYEMA2AlgCYBOuA7hADTgQBuCpAzoQPYB2K
\`\`\`
%%
`;

  test.each(['D.excalidraw.md', 'D.md'])('a drawing asks nothing: %s', (path) => {
    expect(read(drawing, path)).toEqual({ asked: {}, aside: [], skipped: ['a drawing'], problems: 0 });
  });

  test('a drawing in an answer stays in it', () => {
    const text = `${head}## How do they meet?\nAt sleep onset.\n\n![[D.excalidraw|600]]\n`;
    expect(read(text).asked).toEqual({
      'How do they meet?': 'At sleep onset.\n\n![[D.excalidraw|600]]',
    });
  });
});

describe('beside Kanban', () => {
  test('a board asks nothing, and a note that embeds one asks the rest', () => {
    const board = `---\n\nkanban-plugin: board\ntags: flashcards\n\n---\n\n## To do\n\n- [ ] Read ==it==\n\n## Done\n\n**Complete**\n- [x] Think\n\n%% kanban:settings\n\`\`\`\n{"kanban-plugin":"board"}\n\`\`\`\n%%\n`;
    expect(read(board)).toEqual({ asked: {}, aside: [], skipped: ['a Kanban board'], problems: 0 });
    expect(read(`${head}## A\nText.\n\n![[Board]]\n`).asked).toEqual({ A: 'Text.\n\n![[Board]]' });
  });
});

describe('beside Admonition', () => {
  test('its block is part of the answer and asks nothing of its own', () => {
    const text = `${head}## Which wave is slow?
The delta wave.

\`\`\`ad-note
title: A remark
collapse: open
**Where.** Slow waves come from the ==cortex== :: not the thalamus.
\`\`\`
`;
    const { asked, skipped } = read(text);
    expect(Object.keys(asked)).toEqual(['Which wave is slow?']);
    expect(asked['Which wave is slow?']).toContain('```ad-note');
    expect(skipped).toEqual([]);
  });

  test('a block of it around headings and callouts hides them from us, as from the outline', () => {
    const text = `${head}## A\n\`\`\`\`ad-info\n## Not a heading\n> [!note] Not a callout\n> Text.\n\`\`\`\`\n\n## B\nText.\n`;
    expect(Object.keys(read(text).asked)).toEqual(['A', 'B']);
  });
});

describe('beside Style Settings and CSS classes', () => {
  test('classes in properties and in the text ask nothing and stay as they are', () => {
    const text = `---\ntags: flashcards\ncssclasses:\n  - wide-page\n  - cards\n---
## What is REM?
<div class="two-columns">

Dreams are vivid.

</div>

> [!multi-column]
>
>> [!note] Eyes
>> They move.
`;
    const { asked, problems } = read(text);
    expect(asked['What is REM?']).toContain('<div class="two-columns">\n\nDreams are vivid.\n\n</div>');
    expect(asked['Eyes']).toBe('They move.');
    expect(problems).toBe(0);
  });

  test('a block of settings is code, which asks nothing', () => {
    const text = `${head}## Style\nText.\n\n\`\`\`css\n/* @settings\nname: Mine\nid: mine\nsettings:\n  -\n    title: What is it?\n    type: class-toggle\n*/\n\`\`\`\n`;
    expect(Object.keys(read(text).asked)).toEqual(['Style']);
  });
});
