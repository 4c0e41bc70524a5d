// The page on which a person rates cards: one file, nothing loaded from the network.
import { join } from 'node:path';
import esbuild from 'esbuild';
import { cardHtml, escapeHtml } from './card-html.ts';
import { formatCounts, type JudgeCounts } from './count.ts';
import type { JudgedCard } from './judged-card.ts';
import type { PageCard, PageData, PageMark } from './page-data.ts';
import type { JudgedVault } from './read-cards.ts';

function marksOf({ questionSpan, answerRuns }: JudgedCard): readonly PageMark[] {
  const marks: PageMark[] = answerRuns.flat().map((span) => ({ ...span, side: 'answer' as const }));
  if (questionSpan) marks.push({ ...questionSpan, side: 'question' });
  return marks.sort((a, b) => a.start - b.start);
}

/** @param name of the vault, as shown on the page */
export function pageData(
  name: string,
  vault: JudgedVault,
  counts: JudgeCounts,
  sample: readonly JudgedCard[],
): PageData {
  const paths = [...new Set(sample.map(({ note }) => note))];
  const texts = new Map(vault.notes.map(({ path, text }) => [path, text]));
  const suspicions = new Map(counts.suspected.map(({ card, kinds }) => [card, kinds]));
  const cards = sample.map((card): PageCard => {
    const { id, source, prompt, context, chip, line, note, question, answer } = card;
    return {
      id,
      source,
      prompt,
      context,
      chip,
      line,
      note: paths.indexOf(note),
      questionHtml: cardHtml(question),
      answerHtml: cardHtml(answer),
      marks: marksOf(card),
      suspicions: suspicions.get(card) ?? [],
    };
  });
  return {
    vault: name,
    counts: formatCounts(counts),
    shares: Object.fromEntries(counts.sources.map((count) => [count.source, count.cards])),
    notes: paths.map((path) => ({ path, text: texts.get(path) ?? '' })),
    cards,
  };
}

/** The whole file. */
export async function drawPage(data: PageData): Promise<string> {
  const page = join(import.meta.dirname, 'page');
  const built = await esbuild.build({
    entryPoints: [join(page, 'main.ts'), join(page, 'page.css')],
    bundle: true,
    write: false,
    outdir: '/',
    format: 'iife',
    target: ['chrome110'],
    charset: 'utf8',
    logLevel: 'warning',
  });
  const part = (end: string): string => built.outputFiles.find(({ path }) => path.endsWith(end))?.text ?? '';
  // Nothing in a note can close the element that holds the data.
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  const script = part('.js').replaceAll('</script', '<\\/script');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<meta name="color-scheme" content="light dark">
<title>Cards of ${escapeHtml(data.vault)}</title>
<style>${part('.css')}</style>
</head>
<body>
<script id="data" type="application/json">${json}</script>
<script>${script}</script>
</body>
</html>
`;
}
