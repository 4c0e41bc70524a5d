import { expect, test } from '@jest/globals';
import { texWords } from '../../../src/core/text/tex-words.ts';

test.each([
  ['x^2', 'x^2'],
  ['\\alpha + \\Omega', 'α + Ω'],
  ['\\frac{1}{2}', '1/2'],
  ['\\frac{a+b}{\\sqrt{d_k}}', '(a+b)/√d_k'],
  ['\\text{softmax}\\left(\\frac{QK^\\top}{\\sqrt{d_k}}\\right)V', 'softmax(QK^⊤/√d_k)V'],
  ['\\mathbb{E}_{x \\sim p}[f(x)]', 'E_(x ∼ p)[f(x)]'],
  ['\\sum_{i=1}^{n} x_i \\le \\infty', '∑_i=1^n x_i ≤ ∞'],
  ['a \\, b \\\\ c', 'a b c'],
  ['\\begin{cases} a & b \\end{cases}', 'a b'],
  ['\\{a\\}', 'a'],
  ['\\frac{1', 'frac 1'],
  ['', ''],
])('%j reads %j', (tex, text) => {
  expect(texWords(tex)).toBe(text);
});
