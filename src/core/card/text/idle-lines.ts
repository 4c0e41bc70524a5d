// Lines of a note that answer nothing: fields, metadata, navigation, template marks and text yet to be written.

/** The kind of a line that answers nothing. */
export type IdleKind = 'metadata' | 'query' | 'template' | 'unwritten';

const opensWithLetter = /^[A-Za-z]/;
const listMark = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])(?:[ \t]+|$))?(?:\[[^\]\n]\](?:[ \t]+|$))?/;
const emptyItem = /^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]*(?:\[[^\]\n]\][ \t]*)?$/;
const blankEntities =
  /^(?:&(?:nbsp|ensp|emsp|thinsp|hairsp|numsp|zwnj|zwj|shy|#160|#8203|#xa0);|<br[ \t]*\/?>|[\s\u200b\u2060\ufeff])+$/i;
const unwritten =
  /^(?:\*\*|==|__)?(?:TODO|TBD|TBC|FIXME|WIP|To[ -]do)(?:\*\*|==|__)?[ \t]*(?:[:：][^\n]*|[.!…]*)(?:\*\*|==|__)?$/;
/** One word, optionally after an emoji or in bold, two colons and a space. */
const field =
  /^(?:\p{Extended_Pictographic}\uFE0F? ?)?(?:\*\*|__)?[\p{L}\p{M}\p{N}_-]+(?:\*\*|__)?::(?:[ \t]|$)/u;
const bracketFields = /^(?:[[(][\p{L}\p{M}\p{N}_ -]+::(?:\[\[[^[\]\n]*\]\]|[^[\])\n])*[\])][ \t,;|]*)+$/u;
const keyed = /^(?:\*\*|__)?([^:：*_\n]{1,30}?)(?:\*\*|__)?[ \t]*[:：](?:\*\*|__)?([^\n]*)$/;
const inlineQuery = /^`(?:=|\$=|dv:|\$dv:)[^`\n]*`$/;
const contents = /^\[\[?_?toc_?\]\]?$/i;
const templateMark = /<%[^<>\n]*%>|\{\{(?:title|date|time|value|name)(?:[:|][^{}\n]*)?\}\}/gi;
const wholeCode = /`[^`\n]*`/g;
/** Languages of code blocks that show plugin results and contain no answer themselves. */
const queryFence =
  /^(?:dataview|dataviewjs|flashcards|tasks|query|base|button|buttons|toc|table-of-contents|tracker|meta-bind-button)\b/i;
const macro =
  /^\\(?:(?:re|provide)?newcommand|DeclareMathOperator|newenvironment|require|[gx]?def|let)(?![a-z])/i;

/** Keys for when something was made. */
const dateKeys = new Set(
  (
    'created|creation date|date created|created at|date|updated|last updated|modified|date modified|last modified|last edited|' +
    'erstellt|erstellt am|datum|geändert|créé|créé le|modifié|creado|fecha|fecha de creación|modificado|creato|data|' +
    'criado|data de criação|oprettet|dato|создано|дата|изменено|作成日|更新日|日付|创建时间|创建日期|修改时间|更新时间|日期'
  ).split('|'),
);
/** Keys for the status of something, in a word or two. */
const stateKeys = new Set('status|state|statut|estado|stato|статус|状态|ステータス'.split('|'));
/** Keys that only link elsewhere; their values are links and tags. */
const linkKeys = new Set(
  (
    'tags|tag|keywords|aliases|alias|up|down|parent|parents|child|children|next|prev|previous|related|related notes|see also|' +
    'links|link|topic|topics|category|categories|type|course|area|moc|mocs|index|home|back|url|' +
    'schlagwörter|schlagworte|verwandt|thema|themen|étiquettes|mots-clés|liens|etiquetas|enlaces|relacionado|relacionados|' +
    'temas|correlati|argomenti|collegamenti|tópicos|emne|emner|теги|связано|ссылки|タグ|関連|标签|相关|链接'
  ).split('|'),
);

/** Links, tags and addresses, each with a sign of it that is quick to look for. */
const leads = [
  { sign: /\[\[/, pattern: /!?\[\[[^[\]\n]*\]\]/g },
  { sign: /\]\(/, pattern: /\[[^[\]\n]*\]\([^()\n]*\)/g },
  { sign: /:\/\/|www\./i, pattern: /(?:\b[a-z][a-z0-9+.-]{0,30}:\/\/|www\.)[^\s)\]>]+/gi },
  { sign: /#/, pattern: /(?:^|[\s,;|])#[^\s#,;|]+/g },
] as const;
const words = /[\p{L}\p{N}]+/gu;
const sideSign =
  /^(?:[←→⟵⟶⇐⇒⬅➡⏪⏩◀▶⏮⏭🔙🔝🏠«»‹›<>]|\p{Extended_Pictographic})|(?:[←→⟵⟶⇐⇒«»‹›<>]|\p{Extended_Pictographic}\uFE0F?)$/u;
const navigationWord =
  /^(?:previous|prev|next|back|home|index|up|top|contents|zurück|weiter|vorherige|nächste|suivant|précédent|anterior|siguiente|próximo|precedente|successivo|назад|далее|前|次|上一[页节章]?|下一[页节章]?)$/iu;
/** The word that opens a line, if it is part of no link, tag or address. */
const firstWord = /^\p{L}+(?=\s)/u;

const leadSign = /[[#]|:\/\/|www\./i;

/** A text without its links, tags and addresses. */
export function withoutLeads(text: string): string {
  if (!leadSign.test(text)) return text;
  return leads.reduce(
    (rest, { sign, pattern }) => (sign.test(rest) ? rest.replace(pattern, ' ') : rest),
    text,
  );
}

/** `⬅️ [[One]] | [[Index]] | [[Three]] ➡️`: links with symbols at an end or bars between, and no other words. */
function isNavigation(line: string): boolean {
  const opening = firstWord.exec(line)?.[0];
  // A table row may consist of links.
  if ((opening !== undefined && !navigationWord.test(opening)) || line.startsWith('|')) return false;
  const rest = withoutLeads(line);
  if (rest === line) return false;
  const own = rest.match(words) ?? [];
  if (!own.every((one) => navigationWord.test(one))) return false;
  if (sideSign.test(line) || own.length > 0) return true;
  const links = leads.slice(0, 3).reduce((sum, { pattern }) => sum + (line.match(pattern)?.length ?? 0), 0);
  return links > 1 && rest.includes('|');
}

function isMetadata(line: string): boolean {
  if (!line.includes(':') && !line.includes('：')) return false;
  if (field.test(line) || bracketFields.test(line)) return true;
  const [, name = '', value = ''] = keyed.exec(line) ?? [];
  const key = name.trim().toLowerCase();
  if (!dateKeys.has(key) && !stateKeys.has(key) && !linkKeys.has(key)) return false;
  const rest = withoutLeads(value);
  const count = rest.match(words)?.length ?? 0;
  if (dateKeys.has(key)) return value.trim() === '' || count === 0 || (/\d/.test(rest) && value.length <= 40);
  if (stateKeys.has(key)) return count <= 2;
  return count === 0 && (rest !== value || key.startsWith('tag'));
}

/** What any idle line longer than "to do" contains: most lines of prose have none of it. */
const idleSign = /[:：[#<{`&\u200b\u2060]|www\./i;

/** The kind of a line that contains no code block; null if it may be an answer. */
export function idleKind(line: string): IdleKind | null {
  const isProse = opensWithLetter.test(line);
  if (!isProse && emptyItem.test(line)) return 'unwritten';
  const mark = isProse ? '' : (listMark.exec(line)?.[0] ?? '');
  const text = line.slice(mark.length).trim();
  if (!idleSign.test(text)) return unwritten.test(text) ? 'unwritten' : null;
  if (blankEntities.test(text) || unwritten.test(text)) return 'unwritten';
  if (inlineQuery.test(text) || contents.test(text)) return 'query';
  if (isMetadata(text)) return 'metadata';
  if (mark.trim() === '' && isNavigation(text)) return 'metadata';
  if (!text.includes('<%') && !text.includes('{{')) return null;
  const plain = text.replace(wholeCode, 'x');
  const rest = plain.replace(templateMark, ' ');
  return rest !== plain && (rest.match(words)?.length ?? 0) <= 3 ? 'template' : null;
}

/** Whether a code block in this language answers nothing. */
export function isQueryFence(language: string): boolean {
  return queryFence.test(language);
}

/** Whether a formula only defines macros for others. @param formula the text between the dollar signs */
export function isMacros(formula: string): boolean {
  const lines = formula.split('\n').map((line) => line.replace(/^[\s>]+/, ''));
  return lines.some((line) => line !== '') && lines.every((line) => line === '' || macro.test(line));
}
