// What is asked about the same words again and again while the cards of one note are judged: each is computed once.
import { plainText } from '../../note/plain-text.ts';
import { remembered } from '../../text/remembered.ts';
import { listKey } from '../lists/list-key.ts';
import { isGeneric } from '../prompt/common-words.ts';
import { withoutNumber } from '../prompt/note-subject.ts';
import { wordsIn } from '../prompt/subject.ts';
import { headingKinds, type HeadingKinds } from './headings.ts';

export interface NoteWords {
  readonly plain: (markdown: string) => string;
  readonly key: (text: string) => string;
  readonly kinds: (heading: string) => HeadingKinds;
  readonly isGeneric: (text: string) => boolean;
  /** Whether a heading is the note's title, or what the note is about. */
  readonly isName: (heading: string) => boolean;
}

export function noteWords({
  title,
  subject,
}: {
  readonly title: string;
  readonly subject: string;
}): NoteWords {
  const [titleWords, subjectWords] = [wordsIn(title), wordsIn(subject)];
  return {
    plain: remembered(plainText),
    key: remembered(listKey),
    kinds: remembered(headingKinds),
    isGeneric: remembered(isGeneric),
    isName: remembered((text) => {
      const words = wordsIn(text);
      return (
        words === titleWords || (/\d/.test(text) ? wordsIn(withoutNumber(text)) : words) === subjectWords
      );
    }),
  };
}
