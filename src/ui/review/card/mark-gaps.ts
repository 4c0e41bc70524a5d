// Marks the gaps of a cloze in its rendered texts, so that they can be told from the other highlights of the note.

const blank = /^\[.*\]$/;

/** Marks the gaps of a question that is rendered; gives their places among its highlights. */
export function markGaps(question: HTMLElement): readonly number[] {
  return question.findAll('mark').flatMap((mark, index) => {
    if (!blank.test(mark.textContent)) return [];
    mark.addClass('nf-gap');
    return [index];
  });
}

/** Marks what fills the gaps, in a text that has the same highlights as the question. */
export function markFilled(filled: HTMLElement, question: HTMLElement): void {
  const marks = filled.findAll('mark');
  const asked = question.findAll('mark');
  if (marks.length !== asked.length) return;
  for (const [index, mark] of marks.entries()) {
    mark.toggleClass('nf-gap', asked[index]?.hasClass('nf-gap') ?? false);
  }
}
