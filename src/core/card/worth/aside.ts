// Which cards are set aside: cut right, and yet no question that a person can answer. They are listed, not asked.
import { plainText } from '../../note/plain-text.ts';
import { findLinks } from '../../note/wikilink.ts';
import { countWords } from '../../note/word-count.ts';
import { trimEndSigns } from '../../text/trim-signs.ts';
import type { Card } from '../card.ts';
import { listKey } from '../draft.ts';
import { isQuestion } from '../prompt/prompt.ts';
import { withoutNumberBefore } from '../text/listed.ts';
import { says } from '../text/says.ts';
import { isPointer } from './pointer.ts';

/** Words of a text that nobody recites for the title of its note. */
export const longestTitleText = 80;

/** Headings whose texts say what a paper or course is, not what it teaches; in the languages of the screens. */
const introductions: ReadonlySet<string> = new Set(
  [
    'additional resources, helpful resources, further resources, resources, useful links, links, sources',
    'abstract, introduction, related work, related works, previous work, prior work, additional notes, other notes',
    'misc notes, course overview, overview of course, overview of the course, overview of a course, overview of this course',
    'keywords, key words, schlagwörter, schlüsselwörter, stichwörter, palabras clave, mots clés, motsclés, palavras chave, palavraschave',
    'ключевые слова, キーワード, 關鍵字, 关键字, 關鍵詞, 关键词, parole chiave, nøgleord',
    'about this course, about the course, course outline, course description, course information, course logistics, syllabus',
    'zusammenfassung, kurzfassung, einleitung, einführung, verwandte arbeiten, weitere notizen, zusätzliche notizen',
    'sonstige notizen, kursübersicht, überblick über den kurs, kursbeschreibung, über diesen kurs',
    'resumen, introducción, trabajos relacionados, trabajo relacionado, notas adicionales, otras notas',
    'descripción del curso, resumen del curso, visión general del curso, temario',
    'résumé, introduction, travaux connexes, travaux antérieurs, état de lart, notes supplémentaires, autres notes',
    'notes additionnelles, aperçu du cours, présentation du cours, plan du cours',
    'resumo, introdução, trabalhos relacionados, trabalho relacionado, notas adicionais, outras notas',
    'visão geral do curso, descrição do curso, ementa',
    'аннотация, введение, связанные работы, родственные работы, дополнительные заметки, другие заметки',
    'обзор курса, о курсе, описание курса, программа курса',
    '要旨, アブストラクト, はじめに, 序論, 導入, 関連研究, 先行研究, 補足, その他のメモ, 追加メモ, コース概要, 講義概要, シラバス',
    '摘要, 引言, 简介, 介绍, 相关工作, 补充笔记, 其他笔记, 附加说明, 课程概述, 课程概览, 课程简介, 课程介绍, 教学大纲',
    '簡介, 介紹, 相關工作, 補充筆記, 其他筆記, 課程概述, 課程簡介',
  ]
    .join(', ')
    .split(', ')
    .map((heading) => listKey(heading)),
);

const overviews: ReadonlySet<string> = new Set(
  [
    'overview',
    'überblick',
    'übersicht',
    'visión general',
    'resumen',
    'aperçu',
    'vue densemble',
    'visão geral',
  ].concat(['обзор', '概要', '概述', '概览']),
);
const course =
  /(?:^|[^\p{L}])(?:courses?|lectures?|class(?:es)?|kurse?|vorlesung(?:en)?|cursos?|cours|курсы?|лекци[ия])(?:[^\p{L}]|$)|コース|講義|课程|課程/iu;

/** What a person writes who has no answer yet: the whole of it, without signs at its end, or how it begins. */
const unanswered =
  /^(?:[?？]*|todo|tbd|tba|idk|wip|unclear|unknown|unklar|weiß (?:ich )?nicht|no (?:lo )?sé|je ne sais pas|não sei|не знаю|わからない|分からない|未定|不知道|不清楚|待补充|待定)$/iu;
const unsure =
  /^(?:not sure|no idea|i (?:do ?n[o'’]t|dont) (?:know|understand)|to be (?:done|answered|continued))\b/iu;
/** Characters of a text that is unsure and no more. */
const longestDoubt = 100;

/**
 * What a text that may be open has: a question mark, or its first word. To read each answer as Markdown takes longer
 * than to find its cards.
 */
const mayAsk = /[?？؟]/;
const mayDoubt =
  /^(?:<[^<>]*>|[^\p{L}\p{N}<])*(?:to|tb|idk|wip|un|weiß|no|je|não|не|わ|分|未|不|待|i[^\p{L}])/iu;

/** Without the number before it, as the lists have it. */
function headingKey(text: string): string {
  return listKey(withoutNumberBefore(text));
}

type Judged = Pick<Card, 'note' | 'source' | 'question' | 'answer' | 'context' | 'cloze'>;

/** True for a card that is set aside; or the pages that an answer of nothing else embeds: without them it says nothing. */
export function asideOf(card: Judged, title: string): Card['aside'] {
  const { source, question, answer } = card;
  if (source === 'cloze') return false;
  const embeds = embedsAlone(answer);
  if (embeds.length > 0) return embeds;
  if (source === 'separator') return isRepeated(answer, question);
  const asked = source === 'title' || source === 'property' ? question : plainText(question);
  const asksTitle = source === 'title' || (source === 'heading' && listKey(asked) === listKey(title));
  if (asksTitle && countWords(answer) > longestTitleText) return true;
  if (source !== 'property' && !asksTitle && isIntroduction(card, asked, title)) return true;
  if (isOpen(answer) || isRepeated(answer, asked) || isPointer(answer)) return true;
  return (source === 'property' || source === 'title') && isSaidByTitle(answer, asked);
}

/** Whether a heading says that its text is about a text. */
export function isIntroductory(heading: string): boolean {
  return introductions.has(headingKey(heading));
}

function isIntroduction({ note }: Judged, asked: string, title: string): boolean {
  if (isIntroductory(asked)) return true;
  const key = headingKey(asked);
  const folder = note.slice(0, Math.max(0, note.lastIndexOf('/')));
  return overviews.has(key) && (course.test(title) || course.test(folder));
}

/** An answer of questions alone, or of a word for "not yet". */
function isOpen(answer: string): boolean {
  if (answer.length > 1000 || !(mayAsk.test(answer) || mayDoubt.test(answer))) return false;
  const text = plainText(answer).replace(/^[-*+•>\s]+/, '');
  if (text === '') return false;
  if (unanswered.test(trimEndSigns(text, ' .!…'))) return true;
  if (text.length <= longestDoubt && unsure.test(text)) return true;
  if (!isQuestion(text)) return false;
  // Each sentence has to ask.
  const ends = text.match(/[.!。！](?=\s|$)/g) ?? [];
  return ends.length === 0 && !/[:：]/.test(text);
}

function wordsOf(text: string): readonly string[] {
  return (
    plainText(text)
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** An answer of just the words of its question. */
function isRepeated(answer: string, question: string): boolean {
  if (answer.length > 2 * question.length + 40) return false;
  const asked = wordsOf(question);
  // Most answers lack its first word: they need not be read.
  if (
    !answer
      .normalize('NFC')
      .toLowerCase()
      .includes(asked[0] ?? '')
  )
    return false;
  const said = wordsOf(answer);
  return said.length > 0 && said.join(' ') === asked.join(' ');
}

/** Longer answers say more than their title, whatever their words. */
const longestEcho = 15;
/** Letters by which two forms of one word are alike; shorter words are small ones. */
const stem = 5;

/** "How Ada explains deep learning" of the note "Ada's explanation of deep learning": no word that is not in the title. */
function isSaidByTitle(answer: string, title: string): boolean {
  const said = wordsOf(answer);
  if (said.length > longestEcho || isQuestion(title)) return false;
  const stems = (words: readonly string[]): string[] =>
    words.filter((word) => word.length >= stem - 1).map((word) => word.slice(0, stem));
  const known = new Set(stems(wordsOf(title)));
  const own = stems(said);
  return own.length > 1 && own.every((word) => known.has(word));
}

const embed = /\s*(?:!\[\[[^\]\n]*\]\]|!\[[^\]\n]*\]\([^)\n]*\))/y;

const aLink = /\[[^[\]\n]*\]\((?:https?:)?\/\/[^()\n]*\)/g;

/** The pages and pictures of this vault that an answer embeds, where it has nothing else. */
function embedsAlone(answer: string): readonly string[] {
  let count = 0;
  let at = 0;
  // One right after the other: to look for the next one anywhere takes quadratic time where none is closed.
  for (embed.lastIndex = 0; embed.test(answer); at = embed.lastIndex) count += 1;
  // Where the picture is from may stand below it.
  if (count === 0 || says(answer.slice(at).replace(aLink, ' '))) return [];
  const links = findLinks(answer).filter((link) => link.embed);
  // One from the web is there, as far as anybody knows.
  return links.length === count ? links.map(({ target }) => target) : [];
}
