// Two ways to edit a vault: as people do (weights from 404 real commits), and as hard as we can think of.
import type { Tools } from './edits-of-text.ts';
import * as text from './edits-of-text.ts';
import * as notes from './edits-of-notes.ts';
import type { VaultEdit } from './edits-of-notes.ts';
import type { MarkedVault } from './marked-vault.ts';

type Weighted = readonly (readonly [weight: number, edit: VaultEdit])[];

const { inNote } = notes;

const realistic: Weighted = [
  [20, inNote(text.fixTypo)],
  [14, inNote(text.writeSentence)],
  [8, inNote(text.dropSentence)],
  [8, inNote(text.rephrase)],
  [8, inNote(text.addLine)],
  [3, inNote(text.reorderList)],
  [5, inNote(text.rewordHeading)],
  [2, inNote(text.rewordLeadIn)],
  [1, inNote(text.rewordCallout)],
  [1, inNote(text.leadInToHeading)],
  [2, inNote(text.changeLevel)],
  [4, inNote(text.editProperty)],
  [2, inNote(text.windowsLines)],
  [2, inNote(text.blankLines)],
  [7, notes.moveSection],
  [4, notes.cutSection],
  [5, notes.deleteSection],
  [7, notes.addSection],
  [4, notes.renameNote],
  [4, notes.moveNote],
  [1, notes.splitNote],
  [1, notes.extractSection],
  [2, notes.mergeNotes],
  [2, notes.copyNote],
  [2, notes.deleteNote],
  [2, notes.newFromTemplate],
];

const stress: Weighted = [
  [10, inNote(text.fixTypo)],
  [10, inNote(text.writeSentence)],
  [6, inNote(text.dropSentence)],
  [12, inNote(text.rephrase)],
  [8, inNote(text.rewriteAnswer)],
  [6, inNote(text.addLine)],
  [12, inNote(text.rewordHeading)],
  [6, inNote(text.rewordLeadIn)],
  [4, inNote(text.rewordCallout)],
  [4, inNote(text.leadInToHeading)],
  [5, inNote(text.changeLevel)],
  [4, inNote(text.editProperty)],
  [2, inNote(text.windowsLines)],
  [10, notes.moveSection],
  [6, notes.cutSection],
  [4, notes.cutAndRename],
  [6, notes.deleteSection],
  [5, notes.addSection],
  [3, notes.addNamesake],
  [3, notes.replaceElsewhere],
  [5, notes.renameNote],
  [4, notes.moveNote],
  [2, notes.splitNote],
  [2, notes.extractSection],
  [2, notes.mergeNotes],
  [2, notes.copyNote],
  [1, notes.deleteNote],
  [3, notes.newFromTemplate],
];

export type MixName = 'realistic' | 'stress';

interface Mix {
  readonly edits: Weighted;
  /** Maximum number of notes edited in one batch, and of edits to each. */
  readonly notes: number;
  readonly perNote: number;
}

const mixes: Readonly<Record<MixName, Mix>> = {
  realistic: { edits: realistic, notes: 4, perNote: 3 },
  stress: { edits: stress, notes: 6, perNote: 12 },
};

function draw(edits: Weighted, tools: Tools): VaultEdit {
  let left = tools.random.next() * edits.reduce((sum, [weight]) => sum + weight, 0);
  for (const [weight, edit] of edits) {
    left -= weight;
    if (left < 0) return edit;
  }
  return (vault) => vault;
}

/** Edits that remove a path. */
const pathEdits: ReadonlySet<VaultEdit> = new Set([
  notes.renameNote,
  notes.moveNote,
  notes.mergeNotes,
  notes.deleteNote,
]);

/** The vault after some edits from the mix. */
export function editVault(vault: MarkedVault, mix: MixName, tools: Tools): MarkedVault {
  const { edits, notes: most, perNote } = mixes[mix];
  const { random } = tools;
  const chosen = random.shuffle(vault.map(({ mark }) => mark)).slice(0, 1 + random.below(most));
  let now = vault;
  for (const mark of chosen) {
    const count = 1 + random.below(perNote);
    const path = vault.find((note) => note.mark === mark)?.path;
    let copied = false;
    for (let done = 0; done < count; done++) {
      const note = now.find((other) => other.mark === mark);
      const edit = draw(edits, tools);
      if (note === undefined) break;
      // With two identical notes under two new names, nobody can tell which is the copy.
      if (edit === notes.copyNote ? note.path !== path : copied && pathEdits.has(edit)) continue;
      copied ||= edit === notes.copyNote;
      now = edit(now, note, tools);
    }
  }
  return now;
}
