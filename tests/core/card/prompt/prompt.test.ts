import { describe, expect, test } from '@jest/globals';
import { appWords } from '../../../../src/app/strings.ts';
import { promptOf, promptParts, type Asked } from '../../../../src/core/card/prompt/prompt.ts';

const words = appWords.prompt;

const asked = (subject: string, question: string, rest: Partial<Asked> = {}): Asked => ({
  subject,
  question,
  source: 'heading',
  context: [subject],
  chip: null,
  nth: null,
  repeats: false,
  asksName: false,
  ...rest,
});

const below = (title: string, ...headings: string[]): Pick<Asked, 'context'> => ({
  context: [title, ...headings],
});

const named = (title: string, rest: Partial<Asked>): Asked =>
  asked(title, title, { asksName: true, context: [], ...rest });

describe('the prompt of a card', () => {
  test.each<[string, Asked, string]>([
    ['a heading', asked('PointNet', 'Architecture'), 'PointNet: architecture'],
    ['a name in a heading', asked('Softmax', 'PyTorch Example'), 'Softmax: PyTorch example'],
    ['a single letter', asked('Vitamins', 'A'), 'Vitamins: A'],
    ['a single letter that is a word elsewhere', asked('Vitamins', 'E'), 'Vitamins: E'],
    ['a letter after a word', asked('Softmax', 'Case A'), 'Softmax: Case A'],
    ['an article', asked('Softmax', 'A simple example'), 'Softmax: a simple example'],
    ['the summary', named('PointNet', { source: 'property', chip: 'summary' }), 'PointNet, in a sentence'],
    ['the title', named('PointNet', { source: 'title' }), 'PointNet'],
    ['a title that looks like Markdown', named('a_b_c *d*', { source: 'title' }), 'a_b_c *d*'],
    ['words that may be names', asked('LLaMa', 'Carbon Footprint'), 'LLaMa: Carbon Footprint'],
    ['a colon at the end', asked('FCOS', 'Loss:'), 'FCOS: loss'],
    ['two blanks', asked('A note', 'this  and that'), 'A note: this and that'],
    [
      'a link',
      asked('DN-DETR', '[[Mask2Former|the mask]] and its variants'),
      'DN-DETR: the mask and its variants',
    ],
    ['a formula', asked('Softmax', 'Gradient of $z_i$'), 'Softmax: Gradient of z_i'],
    [
      'a sentence',
      asked('A', 'More data is used for training of all of the models'),
      'A: More data is used for training of all of the models',
    ],
    ['a question', asked('DN-DETR', 'Why is DETR slow?'), 'Why is DETR slow?'],
    ['a question in Chinese', asked('注意力', '为什么要缩放点积？'), '为什么要缩放点积？'],
    ['a question that names nothing', asked('DN-DETR', 'How does it work?'), 'DN-DETR: How does it work?'],
    [
      'a heading that names its subject',
      asked('Regularization', 'L1 vs L2 regularization'),
      'L1 vs L2 regularization',
    ],
    [
      'a heading with the short form',
      asked('Markov Decision Process (MDP)', 'MDP: Grid World'),
      'MDP: Grid World',
    ],
    ['a part of another word', asked('Net', 'Network Pruning'), 'Net: Network Pruning'],
    ['a heading equal to the title', asked('LayerScale', 'LayerScale'), 'LayerScale'],
    [
      'a lead-in',
      asked('LLaMa', 'Multi-Shot QA', { source: 'lead-in', ...below('LLaMa', 'Results') }),
      'LLaMa: Multi-Shot QA',
    ],
    [
      'a generic lead-in',
      asked('LLaMa', 'Problem', { source: 'lead-in', ...below('LLaMa', 'Masked Attention') }),
      'LLaMa › Masked Attention: problem',
    ],
    [
      'a generic heading',
      asked('Swin v2', 'Results', below('Swin v2', 'Window Size')),
      'Swin v2 › Window Size: results',
    ],
    [
      'a generic heading below a generic one',
      asked('A', 'Details', below('A', 'Cosine', 'Training')),
      'A › Cosine › Training: details',
    ],
    [
      'a generic heading below one that names the subject',
      asked('Softmax', 'Results', below('Softmax', 'Softmax in Depth')),
      'Softmax in Depth: results',
    ],
    [
      'a generic heading with a number',
      asked('Swin v2', 'Example 2', below('Swin v2', 'Windows')),
      'Swin v2 › Windows: example 2',
    ],
    [
      'a generic heading below the title again',
      asked('Swin v2', 'Results', below('Swin v2', 'Swin v2')),
      'Swin v2: results',
    ],
    [
      'a titled callout',
      asked('DeepLab', 'Names of blocks', { source: 'callout', chip: 'note' }),
      'DeepLab: Names of blocks',
    ],
    [
      'a heading that its note has twice',
      asked('DNS', 'Scenario', { repeats: true, context: ['DNS', 'Records', 'Mail'] }),
      'DNS › Mail: Scenario',
    ],
    [
      'a question that its note has twice',
      asked('DNS', 'What is sent?', { repeats: true, context: ['DNS', 'Mail'] }),
      'DNS › Mail: What is sent?',
    ],
    [
      'one of two callouts of one title',
      asked('DeepLab', 'Names of blocks', { source: 'callout', chip: 'note', nth: { index: 2, of: 2 } }),
      'DeepLab: Names of blocks (2 of 2)',
    ],
    [
      'an untitled callout',
      asked('LLaMa', 'Dataset', { source: 'callout', chip: 'note', ...below('LLaMa', 'Dataset') }),
      'LLaMa: dataset (note)',
    ],
    [
      'one of several untitled callouts',
      asked('LLaMa', 'Dataset', {
        source: 'callout',
        chip: 'tip',
        nth: { index: 2, of: 3 },
        ...below('LLaMa', 'Dataset'),
      }),
      'LLaMa: dataset (tip 2 of 3)',
    ],
    [
      'a callout before the first heading',
      named('LLaMa', { source: 'callout', chip: 'note', context: ['LLaMa'] }),
      'LLaMa (note)',
    ],
    ['a separator', asked('Geography', 'Capital of France', { source: 'separator' }), 'Capital of France'],
    ['a generic separator', asked('France', 'Definition', { source: 'separator' }), 'France: definition'],
    [
      'a cloze that does not name its subject',
      asked('Softmax', 'It turns scores into ==[…]==.', { source: 'cloze' }),
      'Softmax: It turns scores into […].',
    ],
    [
      'a cloze that names its subject',
      asked('Softmax', 'Softmax turns scores into […].', { source: 'cloze' }),
      'Softmax turns scores into […].',
    ],
    [
      'a cloze with a picture and a source',
      asked('FID', '![[fid.png|300]]\nFID compares ==[…]== images. [Source](https://a.org/b) Low is good.', {
        source: 'cloze',
      }),
      'FID compares […] images. Low is good.',
    ],
    [
      'a cloze of nothing but its blank',
      asked('Nerves', '==[…]==', { source: 'cloze', context: ['Nerves', 'Eye', 'Names'] }),
      'Nerves › Names: […]',
    ],
    [
      'a cloze below other items',
      asked('Eye', '- Drops:\n    - at night\n        - cause ==[…]==', { source: 'cloze' }),
      'Eye: Drops: at night: cause […]',
    ],
    [
      'a cloze in its list',
      asked('Nerves', '1. ==[…]==\n2. ==Optic==[^1]\n- [ ] Vagus', { source: 'cloze' }),
      'Nerves: […]; Optic; Vagus',
    ],
    [
      'German',
      asked('Aufmerksamkeit', 'Ergebnisse', below('Aufmerksamkeit', 'Vaswani')),
      'Aufmerksamkeit › Vaswani: Ergebnisse',
    ],
    [
      'Spanish',
      asked('Atención', 'Trabajos relacionados', below('Atención', 'Vaswani')),
      'Atención › Vaswani: Trabajos relacionados',
    ],
    [
      'French',
      asked('Attention', 'Entraînement', below('Attention', 'Vaswani')),
      'Attention › Vaswani: Entraînement',
    ],
    [
      'Portuguese',
      asked('Atenção', 'Treinamento', below('Atenção', 'Vaswani')),
      'Atenção › Vaswani: Treinamento',
    ],
    [
      'Russian',
      asked('Внимание', 'Результаты', below('Внимание', 'Трансформер')),
      'Внимание › Трансформер: Результаты',
    ],
    [
      'Japanese',
      asked('注意機構', '関連研究', below('注意機構', '自己注意')),
      '注意機構 › 自己注意: 関連研究',
    ],
    ['Chinese', asked('注意力', '相关工作', below('注意力', '自注意力')), '注意力 › 自注意力: 相关工作'],
    [
      'a word below a heading',
      asked('COPD', 'Steroids', below('COPD', 'Home', 'At the door')),
      'COPD › At the door: Steroids',
    ],
    [
      'a word with a number',
      asked('Risks', 'Subcondition 2', below('Risks', 'Format')),
      'Risks › Format: Subcondition 2',
    ],
    [
      'a word below a generic heading',
      asked('LLaMa', 'Toxicity', below('LLaMa', 'Results')),
      'LLaMa: Toxicity',
    ],
    [
      'a word that its heading has',
      asked('Swin', 'Encoder', below('Swin', 'Encoder-Decoder')),
      'Swin: Encoder',
    ],
    ['a word below a question', asked('DNS', 'Mail', below('DNS', 'What is sent?')), 'DNS: Mail'],
    [
      'a word below a sentence',
      asked('DNS', 'Mail', below('DNS', 'All that a server may send to another one')),
      'DNS: Mail',
    ],
    ['a word that names its subject', asked('DNS', 'DNS', below('DNS', 'Names')), 'DNS'],
    [
      'two words below a heading',
      asked('COPD', 'Oxygen therapy', below('COPD', 'Home')),
      'COPD: Oxygen therapy',
    ],
    [
      'a lead-in of two words',
      asked('Net', 'Noising boxes', { source: 'lead-in', ...below('Net', 'Denoising') }),
      'Net › Denoising: Noising boxes',
    ],
    [
      'a lead-in of three words',
      asked('Net', 'Noising all boxes', { source: 'lead-in', ...below('Net', 'Denoising') }),
      'Net: Noising all boxes',
    ],
    [
      'a callout of three words',
      asked('CUDA', 'unique thread identifier', {
        source: 'callout',
        chip: 'info',
        ...below('CUDA', 'Threads'),
      }),
      'CUDA › Threads: unique thread identifier',
    ],
    [
      'a Chinese word',
      asked('注意力', '好處', below('注意力', '自注意力機制')),
      '注意力 › 自注意力機制: 好處',
    ],
    [
      'a heading with the short form above it',
      asked('Markov Decision Process (MDP)', 'Policy', {
        source: 'lead-in',
        ...below('Markov Decision Process (MDP)', 'MDP Basics'),
      }),
      'MDP Basics: Policy',
    ],
    [
      'a lead-in below a heading of the short form and a generic word',
      asked('Markov Decision Process (MDP)', 'Policy', {
        source: 'lead-in',
        ...below('Markov Decision Process (MDP)', 'MDP: Overview'),
      }),
      'Markov Decision Process (MDP): Policy',
    ],
    ['a top heading with a number', asked('Scheduling', '2 - Scheduling'), '2 - Scheduling'],
    [
      'a heading below a top heading with a number',
      asked('Scheduling', 'Results', { context: ['2-scheduler', '2 - Scheduling', 'Queues'] }),
      'Scheduling › Queues: results',
    ],
    [
      'a callout that asks what its note is about',
      asked('backtracking', 'Backtracking', {
        source: 'callout',
        chip: 'info',
        context: ['16 - backtracking'],
      }),
      'Backtracking (info)',
    ],
    [
      'the title of a file with a number',
      asked('DNS', '5 - DNS', { asksName: true, context: [], source: 'title' }),
      'DNS',
    ],
    [
      'the summary of a file with a number',
      asked('DNS', '5 - DNS', { asksName: true, context: [], source: 'property', chip: 'summary' }),
      'DNS, in a sentence',
    ],
    ['no word at all', asked('Softmax', '→', below('Softmax', 'Gradient')), 'Softmax › Gradient: →'],
  ])('of %s', (_, card, prompt) => {
    expect(promptOf(card, words)).toBe(prompt);
  });

  test('in German capitalizes nouns', () => {
    const german = { ...words, language: 'de', inASentence: (title: string) => `${title}, in einem Satz` };
    expect(promptOf(asked('Softmax', 'Training'), german)).toBe('Softmax: Training');
    expect(promptOf(named('Softmax', { source: 'property' }), german)).toBe('Softmax, in einem Satz');
  });

  test('follows the word order of a language', () => {
    const japanese = { ...words, inASentence: (title: string) => `${title}を一文で` };
    expect(promptParts(named('注意', { source: 'property' }), japanese)).toEqual({
      before: '',
      question: '注意',
      isVerbatim: true,
      after: 'を一文で',
    });
  });

  test('leaves a question with markup to the renderer', () => {
    const parts = promptParts(asked('DN-DETR', '[[Mask2Former]]'), words);
    expect(parts).toEqual({ before: 'DN-DETR: ', question: 'Mask2Former', isVerbatim: true, after: '' });
  });
});
