// Counts what remark is asked to parse, by sitting between the program and the parser.
import { unified } from 'unified';

interface Parser {
  parse: (this: Parser, file: unknown) => unknown;
}

export interface Asked {
  readonly texts: string[];
  /** Time spent in the parser. */
  ms: number;
}

/** Runs the work; returns the texts passed meanwhile to any parser made by unified. */
export function askedDuring(work: () => void): Asked {
  const asked: Asked = { texts: [], ms: 0 };
  const parser = Object.getPrototypeOf(unified) as Parser;
  const { parse } = parser;
  parser.parse = function (file) {
    const start = performance.now();
    asked.texts.push(String(file));
    const tree = parse.call(this, file);
    asked.ms += performance.now() - start;
    return tree;
  };
  try {
    work();
  } finally {
    parser.parse = parse;
  }
  return asked;
}
