// Made-up notes shaped like real ones: sizes, blocks, marks, and alphabets are as frequent as counted in shapes.json.
// The same seed produces the same notes.
import type { Random } from '../identity/random.ts';
import {
  blockKinds,
  markKinds,
  scripts,
  type BlockKind,
  type MarkKind,
  type Script,
  type Shapes,
} from '../shapes/shapes.ts';

const latin =
  'the of and model layer token data training loss memory sleep signal weight matrix vector time rate with over under ' +
  'between learns shows takes holds depends sample batch network query recall interval review result method figure ' +
  'because while each not is are can when which protein membrane pressure acute chronic function pointer array queue ' +
  'della perché funzione università però così también función análisis época niño på når bør hører også größer für';
const alphabets: Readonly<Record<Script, readonly string[]>> = {
  Latin: latin.split(' '),
  Cyrillic: 'модель данные память слой время вес сон сеть метод'.split(' '),
  Greek: 'λόγος μνήμη χρόνος δίκτυο βάρος ύπνος'.split(' '),
  Arabic: 'نموذج ذاكرة وقت شبكة وزن نوم'.split(' '),
  Han: '模型 学习 记忆 数据 网络 注意 方法 时间 权重 睡眠'.split(' '),
  other: 'मॉडल स्मृति זיכרון רשת'.split(' '),
};

function weighted<K extends string>(
  random: Random,
  keys: readonly K[],
  weights: Readonly<Record<K, number>>,
): K {
  let left = random.next() * keys.reduce((sum, key) => sum + weights[key], 0);
  for (const key of keys) {
    left -= weights[key];
    if (left < 0) return key;
  }
  return random.pick(keys);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

class NoteWriter {
  private readonly words: readonly string[];
  private readonly markRate: number;

  constructor(
    private readonly random: Random,
    private readonly shapes: Shapes,
    private readonly pages: number,
    script: Script,
  ) {
    this.words = alphabets[script];
    // The extra text that marks bring counts too: as measured, 1.25 balances it.
    this.markRate = (1.25 * markKinds.reduce((sum, kind) => sum + shapes.marks[kind], 0)) / 10_000;
  }

  private phrase(count: number): string {
    return Array.from({ length: count }, () => this.random.pick(this.words)).join(' ');
  }

  private mark(kind: MarkKind): string {
    const { random } = this;
    const words = (): string => this.phrase(1 + random.below(3));
    const page = `Page ${random.below(this.pages)}`;
    const marks: Readonly<Record<MarkKind, () => string>> = {
      bold: () => `**${words()}**`,
      italics: () => (random.chance(0.7) ? `*${words()}*` : `_${words()}_`),
      'bold italics': () => `***${words()}***`,
      highlight: () => `==${words()}==`,
      'highlight with marks inside': () => `==${words()} **${words()}**==`,
      strikethrough: () => `~~${words()}~~`,
      code: () => `\`${random.pick(this.words)}_size\``,
      formula: () => `$\\frac{${random.pick(latinSigns)}_{i}}{n}$`,
      'blanked formula': () => `$$${random.pick(latinSigns)} = \\sum_i x_i$$`,
      wikilink: () => `[[${page}]]`,
      'wikilink with a name': () => `[[${page}|${words()}]]`,
      embed: () => `![[${random.pick(latinSigns)}-${random.below(999)}.png|${200 + random.below(400)}]]`,
      link: () => `[${words()}](https://example.org/${random.below(9999)}_(a))`,
      address: () => `https://example.org/a_${random.below(9999)}`,
      image: () => `![${words()}](images/${random.below(9999)}.png)`,
      'image without a text': () => `![](images/${random.below(9999)}.png)`,
      HTML: () => `<span class="x">${words()}</span>`,
      escape: () => '\\*',
      'hard break': () => '  \n',
      'line end': () => '\n',
      footnote: () => `[^${1 + random.below(9)}]`,
      tag: () => `#${random.pick(latinSigns)}/x`,
    };
    return marks[kind]();
  }

  /** About `length` characters of text with marks. */
  private text(length: number, isOneLine = false): string {
    const { random, shapes } = this;
    let out = capital(random.pick(this.words));
    while (out.length < length) {
      const word = random.pick(this.words);
      // A mark brings some words of its own.
      if (random.chance(this.markRate * (word.length + 1))) {
        const mark = this.mark(weighted(random, markKinds, shapes.marks));
        if (!mark.endsWith('\n')) out += ` ${mark}`;
        else if (!isOneLine && !out.endsWith('\n')) out += mark;
      }
      out += out.endsWith('\n') ? capital(word) : ` ${word}`;
      if (random.chance(0.08)) out += random.pick(['.', ',', ':', '.']);
    }
    return `${out}.`;
  }

  private items(length: number, mark: (index: number) => string): string {
    const lines: string[] = [];
    for (let size = 0; size < length || lines.length < 2;) {
      const item = mark(lines.length) + this.text(20 + this.random.below(80), true);
      lines.push(item);
      size += item.length;
    }
    return lines.join('\n');
  }

  private quoted(text: string): string {
    return text.replace(/^/gm, '> ');
  }

  block(kind: BlockKind): string {
    const { random } = this;
    const [median, large] = this.shapes.lengths[kind];
    const length = random.chance(0.5)
      ? median * (0.3 + 0.7 * random.next())
      : median + (large - median) * 1.25 * random.next() ** 2;
    switch (kind) {
      case 'heading':
        return `${'#'.repeat(1 + random.below(4))} ${capital(this.phrase(1 + random.below(4)))}`;
      case 'paragraph':
        return this.text(length);
      case 'lead-in':
        return `**${capital(this.phrase(1 + random.below(3)))}**${random.pick([':', '\n'])} ${this.text(length)}`;
      case 'question above a ?':
        return `${this.text(length / 3)}\n?\n${this.text(length / 2)}`;
      case 'separator':
        return `${this.text(length / 3, true)}::${this.text(length / 2, true)}`;
      case 'image':
        return random.chance(0.6) ? this.mark('embed') : this.mark('image');
      case 'formula':
        return `$$\n${'x_i + '.repeat(Math.ceil(length / 6))}1\n$$`;
      case 'list':
        return this.items(length, () => '- ');
      case 'nested list':
        return this.items(length, (index) => `${'    '.repeat(index === 0 ? 0 : random.below(3))}- `);
      case 'tasks':
        return this.items(length, () => `- [${random.pick([' ', 'x'])}] `);
      case 'callout':
        return this.quoted(
          `[!${random.pick(['note', 'tip', 'question'])}] ${this.phrase(2)}\n${this.text(length)}`,
        );
      case 'quote':
        return this.quoted(this.text(length));
      case 'code':
        return `\`\`\`python\n${'x = f(y)\n'.repeat(Math.ceil(length / 9))}\`\`\``;
      case 'table': {
        const rows = Math.ceil(length / 60);
        const row = (): string => `| ${this.phrase(2)} | ${this.text(25, true).replace(/\|/g, '/')} |`;
        return [row(), '|---|---|', ...Array.from({ length: rows }, row)].join('\n');
      }
      case 'html':
        return `<img src="images/${random.below(9999)}.png" width="${100 + random.below(400)}">`;
      case 'rule':
        return '---';
    }
  }
}

const latinSigns = ['alpha', 'beta', 'plot', 'graph', 'vec', 'loss'] as const;

/** The text of one note in a vault of `pages` notes. */
export function shapedNote(random: Random, shapes: Shapes, pages: number): string {
  const writer = new NoteWriter(random, shapes, pages, weighted(random, scripts, shapes.letters));
  const step = random.below(shapes.sizes.length - 1);
  const [from = 0, to = 0] = shapes.sizes.slice(step, step + 2);
  const size = from + random.next() * (to - from);
  const head = random.chance(shapes.frontmatter) ? '---\ntags:\n  - flashcards\n---' : '#flashcards';
  const parts = [head];
  for (let length = head.length; length < size;) {
    const block = writer.block(weighted(random, blockKinds, shapes.blocks));
    parts.push(block);
    length += block.length + 2;
  }
  return `${parts.join('\n\n')}\n`;
}
