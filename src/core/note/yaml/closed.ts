// Where quotes and brackets of YAML close.
import { yamlBlanks } from './parse-yaml.ts';

/** The offset behind the closing quote of the text in quotes at `start`, or -1. */
export function closeQuote(text: string, start: number): number {
  const quote = text.charAt(start);
  for (let at = start + 1; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (sign === '\\' && quote === '"') at += 1;
    else if (sign === quote) {
      if (quote === '"' || text.charAt(at + 1) !== quote) return at + 1;
      at += 1;
    }
  }
  return -1;
}

/** The offset behind the bracket that closes the one at `start`, or -1 if there is none, or anything is unusual. */
export function closeFlow(yaml: string, start: number): number {
  const open: string[] = [];
  /** Whether a text can start here, and whether a colon here ends a key. */
  let [isFresh, isClosed] = [true, false];
  for (let at = start; at < yaml.length; at += 1) {
    const sign = yaml.charAt(at);
    if (yamlBlanks.includes(sign)) continue;
    if (isFresh && /[&*!|>%@`]/.test(sign)) return -1;
    if (sign === '[' || sign === '{') {
      open.push(sign === '[' ? ']' : '}');
      [isFresh, isClosed] = [true, false];
    } else if (sign === ']' || sign === '}') {
      if (open.pop() !== sign) return -1;
      if (open.length === 0) return at + 1;
      [isFresh, isClosed] = [false, true];
    } else if (sign === ',') [isFresh, isClosed] = [true, false];
    else if (sign === '#' && yamlBlanks.includes(yaml.charAt(at - 1))) {
      const end = yaml.indexOf('\n', at);
      if (end < 0) return -1;
      at = end;
    } else if (sign === ':') {
      isFresh = isClosed || /[ \r\n,[\]{}]/.test(yaml.charAt(at + 1));
      isClosed = false;
    } else if (isFresh && (sign === '"' || sign === "'")) {
      const end = closeQuote(yaml, at);
      if (end < 0) return -1;
      at = end - 1;
      [isFresh, isClosed] = [false, true];
    } else if (
      isClosed ||
      (isFresh && (sign === '#' || (sign === '?' && yamlBlanks.includes(yaml.charAt(at + 1)))))
    )
      return -1;
    else isFresh = false;
  }
  return -1;
}
