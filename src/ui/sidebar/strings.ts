// Strings for the first start.

export const firstWords = {
  title: 'Make your first cards',
  text: (tag: string) =>
    `Tag a note “${tag}” to turn its headings, callouts and bold lead-ins into cards. Cards appear as soon as you save.`,
  ownNotes: 'Start with one of your notes',
  fromNote: (note: string) => `Make cards from “${note}”`,
  noNotes: 'No note in this vault has headings yet. Write one, or try the sample.',
  exclude: 'Your reviews are kept in this vault, as notes in a separate folder.',
  sample: 'Try a sample note',
  ask: {
    title: 'Create a sample note?',
    text: (path: string) => `“${path}” will be a new note with four cards you can review right away.`,
    yes: 'Create and review',
    no: 'Not now',
  },
  sampleName: 'How memory works',
  sampleText: `## Why recall something instead of rereading it?

What you recall stays with you longer than what you only reread.

## Why do cards come back later and later?

Each time you recall something, you forget it more slowly. So the next review can wait longer.

## Good cards

***How long should an answer be:** One idea. Split a long answer with a heading or a bold lead-in, like this one.

> [!question] Which grade should I choose?
> Again if you didn't know it, Good if you did. Hard and Easy are for what took long, or no time at all.
`,
};
