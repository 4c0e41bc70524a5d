// What the editor of a card's text says.
export const editorWords = {
  label: 'Text in the note',
  saved: 'Note saved.',
  changed: 'Not saved: this text has changed in the note.',
  gone: 'Not saved: this note or card no longer exists.',
  unsafe: 'Not saved: other properties would change. Put quotes around it.',
  kept: 'What you typed is still here to copy.',
  copy: 'Copy text',
  copied: 'Text copied.',
  discard: {
    title: 'Discard your changes?',
    text: 'The note stays as it is.',
    yes: 'Discard',
    no: 'Keep editing',
  },
};
