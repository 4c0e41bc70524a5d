// The page that explains the folder to anyone who finds it.

export const readmeText = `# Your flashcard history

This folder is kept by the plugin Note Flashcards. It holds every review you made, so that your cards know when to
come back.

- It is safe to sync, back up and copy. Each device writes only its own files, so nothing can overwrite anything.
- Do not edit the files in \`log\`. A line that was changed is left out, and told by the command “Verify history”.
- Copies that a sync program makes (“conflicted copy”) are welcome: they are read like any other file.
- Deleting this folder deletes your reviews, but for the latest: each device remembers its own for a while and writes
  them again. Your notes are never touched.
`;
