import { describe, expect, test } from '@jest/globals';
import { noteSubject } from '../../../../src/core/card/prompt/note-subject.ts';
import { readOutline } from '../../../../src/core/note/outline.ts';

const of = (title: string, text = 'Text.'): string => noteSubject(title, readOutline(text));

describe('the subject of a note', () => {
  test.each([
    ['5 - DNS', 'DNS'],
    ['05 – DNS', 'DNS'],
    ['12. Sorting', 'Sorting'],
    ['3) Heaps', 'Heaps'],
    ['1.2. Trees', 'Trees'],
    ['205_Reusable API_Client', 'Reusable API Client'],
    ['46_Shell_Form', 'Shell Form'],
    ['01-dc', 'dc'],
    ['02-church-turing-thesis', 'church turing thesis'],
    ['2023-04-01 lecture 3', 'lecture 3'],
    ['20230401 Sorting', 'Sorting'],
    ['2023-04-01_Sorting_fast', 'Sorting fast'],
    ['202304011230 Sorting', 'Sorting'],
    ['11 - CUDA (wip)', 'CUDA'],
    ['23 - CDMA WIP', 'CDMA'],
    ['7_課程_簡介', '課程 簡介'],
    ['Lecture 3 - Sorting', 'Sorting'],
    ['Week 2: Graphs', 'Graphs'],
    ['Kapitel 4 – Zellen', 'Zellen'],
    ['Capítulo 4. Células', 'Células'],
    ['Séance 4 : Cellules', 'Cellules'],
    ['Aula 4 - Células', 'Células'],
    ['Лекция 4: Клетка', 'Клетка'],
    ['第4章 細胞', '細胞'],
    ['第4課：細胞', '細胞'],
  ])('of %s is its name without what is only for files: %s', (title, subject) => {
    expect(of(title)).toBe(subject);
  });

  test.each([
    ['PointNet'],
    ['3D Vision'],
    ['12 Angry Men'],
    ['5-HT receptors'],
    ['17-beta-estradiol'],
    ['1984 - Orwell'],
    ['2001: A Space Odyssey'],
    ['2-SAT'],
    ['2023-04-01'],
    ['2023'],
    ['42 - 7'],
    ['Lecture 3'],
    ['Week-long plans'],
    ['Unit 42'],
    ['std_vector'],
    ['peer-to-peer'],
    ['Swipe'],
    ['WIP'],
    ['(draft)'],
    ['a_b_c *d*'],
  ])('of %s is its title as it is', (title) => {
    expect(of(title)).toBe(title);
  });

  test.each([
    ['01-dc', 'Before.\n\n# Dynamic Programming\n## Cut\n', 'Dynamic Programming'],
    ['2-scheduler', '# 2 - Scheduling\n', 'Scheduling'],
    [
      'network-structure-and-communities',
      '# Networks: **their** [[Structure|shape]]\n',
      'Networks: their shape',
    ],
    ['133_Merging', '# PR Conflict 處理\n', 'PR Conflict 處理'],
    ['2023-04-01 lecture 3', '# Mitosis\n', 'Mitosis'],
  ])('of %s is its one top heading', (title, text, subject) => {
    expect(of(title, text)).toBe(subject);
  });

  test.each([
    ['a name that people use', 'PointNet', '# Sets of points\n', 'PointNet'],
    ['two top headings', '05 - DNS', '# Names\n# Records\n', 'DNS'],
    ['a top heading below another', '05 - DNS', '## Names\n# Records\n', 'DNS'],
    ['a heading that says nothing', '05 - DNS', '# Introduction\n', 'DNS'],
    ['a heading without words', '05 - DNS', '# 5\n', 'DNS'],
    ['a sentence', '05 - DNS', `# ${'word '.repeat(13)}\n`, 'DNS'],
  ])('is not a heading if there is %s', (_, title, text, subject) => {
    expect(of(title, text)).toBe(subject);
  });
});
