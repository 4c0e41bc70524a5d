// How many schedules the plugin "Spaced Repetition" has written into a comment; what they say is read by import/.

const comment = /<!--SR:([^\n]*?)-->/;

/** `<!--SR:!2024-02-11,84,290!2024-02-12,3,250-->` has 2; its old form without `!` has 1. */
export function countScheduled(text: string): number {
  const inside = comment.exec(text)?.[1];
  if (inside === undefined) return 0;
  return Math.max(1, inside.split('!').length - 1);
}
