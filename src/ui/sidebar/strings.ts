// The words of the first start.

export const firstWords = {
  title: 'Make your first cards',
  text: (tag: string) =>
    `Tag a note “${tag}”, and its headings, callouts and bold lead-ins become cards. Save it, and they are here.`,
  ownNotes: 'Begin with a note of yours',
  fromNote: (note: string) => `Make cards from “${note}”`,
  noNotes: 'This vault has no note with headings yet. Write one, or try the sample.',
  exclude:
    'Your reviews will be kept in this vault, as notes in a folder of their own. The settings say how to keep it out of search and graph.',
  sample: 'Try a sample note',
  ask: {
    title: 'Create a sample note?',
    text: (path: string) =>
      `“${path}” will be a new note with four cards, which you can review at once. Delete it when you like.`,
    yes: 'Create and review it',
    no: 'Not now',
  },
  sampleName: 'How memory works',
  sampleText: `What you recall stays longer than what you only read again.

## Why do cards come back later and later?

Each time you recall something, you forget it more slowly. So the next review can wait longer.

## Good cards

**How long is a good answer:** One idea. Split a long answer with a heading or a bold lead-in, as here.

> [!question] Which grade do I choose?
> Again if you did not know it, good if you did. Hard and easy are for what took long, or no time at all.
`,
} as const;
