// Strings for the first start.

export const firstWords = {
  title: 'Make your first cards',
  text: (tag: string) => `Tag a note “${tag}” to turn its headings, callouts and bold lead-ins into cards.`,
  ownNotes: 'Start with one of your notes',
  fromNote: (note: string) => `Make cards from “${note}”`,
  noNotes: 'No note has headings yet. Write one, or try the sample.',
  exclude: 'Reviews are kept as notes in a separate folder.',
  sample: 'Try a sample note',
  ask: {
    title: 'Create a sample note?',
    text: (path: string) => `New note with four cards: “${path}”.`,
    yes: 'Create and review',
    no: 'Not now',
  },
  sampleName: 'How memory works',
  sampleText: `## Why recall instead of rereading?

What you recall stays longer.

## Why do cards come back later and later?

Each time you recall, you forget more slowly.

## Good cards

**Length of an answer:** One idea.

> [!question] Which grade?
> Again: forgotten, Good: known, Hard: slow, Easy: at once.
`,
};
