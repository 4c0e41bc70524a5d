// Marks a cloze's gaps in its rendered texts, to set them apart from the note's other highlights.

const blank = /^\[.*\]$/;

/** Marks the gaps in a rendered question. */
export function markGaps(question: HTMLElement): void {
  for (const mark of question.findAll('mark')) if (blank.test(mark.textContent)) mark.addClass('nf-gap');
}

/** Marks what fills the gaps, in a text with the same highlights as the question. */
export function markFilled(filled: HTMLElement, question: HTMLElement): void {
  const marks = filled.findAll('mark');
  const asked = question.findAll('mark');
  if (marks.length !== asked.length) return;
  for (const [index, mark] of marks.entries()) {
    mark.toggleClass('nf-gap', asked[index]?.hasClass('nf-gap') ?? false);
  }
}
