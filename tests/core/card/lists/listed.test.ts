// Words and headings on the lists of the settings, with the numbers that people give them.
import { describe, expect, test } from '@jest/globals';
import { extractCards } from '../../../../src/core/card/extract.ts';
import { defaultCardOptions, everyCard, type CardOptions } from '../../../../src/core/card/options.ts';
import { isListed, listsOf } from '../../../../src/core/card/lists/listed.ts';

const listOf = (skippedHeadings: readonly string[]): ReadonlySet<string> =>
  listsOf({ ...defaultCardOptions, skippedHeadings }).skippedHeadings;
const list = listOf(['references', 'quellen', '参考文献', 'chapter 3']);

describe('a number at either end is not part of the entry', () => {
  test.each([
    'References',
    '7. References',
    '7 References',
    '7.1.2 References',
    '(7) References',
    '§ 7 References',
    '7 – References',
    '7: References:',
    'VII. References',
    'VII References',
    'A. References',
    'A.1 References',
    'b) References',
    '**7.** References',
    'References 2',
    'References (12)',
    'References [1–3]',
    'Quellen II',
    '1. Quellen 2',
    '7参考文献',
    '７．参考文献',
    '七、参考文献',
    '第七章 参考文献',
    '参考文献2',
    'Chapter 3',
    '1. Chapter 3',
  ])('%s', (text) => {
    expect(isListed(list, text)).toBe(true);
  });

  test.each([
    '',
    '7.',
    'Chapter',
    'Chapter 4',
    'All references',
    'References of 7',
    'References v2.0 api',
    'Dreferences',
    'Civil references',
    'A references',
    '3D references',
    '参考文献一覧',
  ])('not an entry: “%s”', (text) => {
    expect(isListed(list, text)).toBe(false);
  });

  test('an entry of punctuation alone lists nothing', () => {
    expect(isListed(listOf(['!', 'x']), '7.')).toBe(false);
  });
});

const cardsOf = (text: string, options: Partial<CardOptions> = {}) =>
  extractCards({ path: 'Note.md', text }, { ...defaultCardOptions, watch: 'all', ...options }).cards;

describe('in a note', () => {
  test.each([
    '# 7. References',
    '# Literatur 2',
    '## A. Bibliography',
    '# Riferimenti',
    '# Bibliografia',
    '# Riferimenti bibliografici',
    '# Vedi anche',
    '# Weiterführende Literatur',
    '# Referencias bibliográficas',
    '# Références bibliographiques',
    '# Referências bibliográficas',
    '# Список использованных источников',
    '# 引用文献',
    '# 參考文獻',
    '# 延伸阅读',
  ])('%s gives no card, and its history waits', (heading) => {
    const text = `${heading}\nVaswani et al. wrote it in 2017.`;
    expect(cardsOf(text)).toEqual([]);
    const [asked] = cardsOf(text, { skippedHeadings: [] });
    const [kept] = extractCards({ path: 'Note.md', text }, everyCard).cards;
    expect(asked?.source).toBe('heading');
    expect([kept?.question, kept?.answer]).toEqual([asked?.question, asked?.answer]);
  });

  test.each(['**1. Example:**', '**Beispiel 3:**', '**Esempio:**', '**2) Note:**'])(
    '%s opens no card, and its history waits',
    (lead) => {
      const text = `# S\n${lead} a cell.`;
      expect(cardsOf(text).map(({ source }) => source)).toEqual(['heading']);
      const [asked] = cardsOf(text, { proseWords: [] });
      const [kept] = extractCards({ path: 'Note.md', text }, { ...everyCard, lineLeadIns: true }).cards;
      expect(asked?.source).toBe('lead-in');
      expect([kept?.question, kept?.answer]).toEqual([asked?.question, asked?.answer]);
    },
  );

  test('a numbered word of the prose list opens no callout', () => {
    const text = '# Cells\n> [!info]\n> **1. Example:** a nerve cell.';
    expect(cardsOf(text).map(({ question }) => question)).toEqual(['Cells']);
  });

  test('a heading that is only a number is asked', () => {
    expect(cardsOf('# 7.\nSeven.').map(({ question }) => question)).toEqual(['7.']);
  });
});
