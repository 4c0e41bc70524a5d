import { expect, test } from '@jest/globals';
import { respelled } from '../../../../src/core/identity/steps/respelled.ts';

test.each([
  ['case', 'Notes/Tea.md', 'notes/TEA.md'],
  ['composition', 'Thé.md'.normalize('NFC'), 'Thé.md'.normalize('NFD')],
  ['both', 'THÉ.md'.normalize('NFD'), 'thé.md'.normalize('NFC')],
])('finds a path that differs in %s alone', (_name, from, to) => {
  expect([...respelled([from, 'Gone.md'], ['Other.md', to])]).toEqual([[from, to]]);
});

test.each([
  ['another name', ['Tea.md'], ['Teas.md']],
  ['another folder', ['A/Tea.md'], ['B/Tea.md']],
  ['two that came', ['Tea.md'], ['tea.md', 'TEA.md']],
  ['two that went', ['tea.md', 'TEA.md'], ['Tea.md']],
  ['nothing that went', [], ['Tea.md']],
])('finds none with %s', (_name, gone, come) => {
  expect([...respelled(gone, come)]).toEqual([]);
});
