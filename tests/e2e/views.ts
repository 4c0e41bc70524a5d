// The views of the plugin that a workspace may have in sight at a start.

/** The command that opens a view, its type, and what is in it once it is drawn. */
export const views = [
  ['sidebar', 'open-sidebar', 'note-flashcards-sidebar', '.nf-panel-today .nf-study'],
  ['card list', 'open-cards', 'note-flashcards-cards', '.nf-cards [role="row"]'],
  ['tidy page', 'tidy', 'note-flashcards-tidy', '.nf-tidy-page [data-section]'],
  ['statistics', 'statistics', 'note-flashcards-statistics', '.nf-statistics-report h3'],
  ['review', 'review', 'note-flashcards-review', '.nf-review .nf-question'],
] as const;
