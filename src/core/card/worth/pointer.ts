// Detects answers that only refer the reader elsewhere: "See [[X]]", "*Siehe auch [[X]] und [[Y]].*"
import { withoutLeads } from '../text/idle-lines.ts';

const start =
  /^[\s>*_(（-]*(?:see(?: also)?|cf\.?|siehe(?: auch)?|s\. ?a\.|vgl\.?|voir(?: aussi)?|véase(?: también)?|ver(?: también| também)?|veja(?: também)?|vedi(?: anche)?|se(?: også)?|см\.?(?: также)?|смотри(?:те)?(?: также)?|参照|参考|见|參見|参见|详见|詳見|請見|请见)[*_]*(?![\p{L}\p{N}])/iu;
/** Words between links. */
const between =
  /(^|[^\p{L}])(?:and|or|also|und|oder|auch|et|ou|y|o|e|og|eller|и|или|和|与|與|及|と)(?![\p{L}])/giu;
const word = /[\p{L}\p{N}]/u;
/** In characters; longer text says more. */
const longest = 500;

/** Links after a word that refers the reader to them, and no other words. */
export function isPointer(answer: string): boolean {
  if (answer.length > longest) return false;
  const sign = start.exec(answer)?.[0];
  if (sign === undefined) return false;
  const text = answer.slice(sign.length);
  const rest = withoutLeads(text);
  return rest !== text && !word.test(rest.replace(between, '$1'));
}
