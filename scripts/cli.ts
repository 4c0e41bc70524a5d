// The command line: `npm run -s cli -- <command> <vault>`. Results go to standard output, all else to standard error.
import { MessageError } from '../src/core/text/message.ts';
import { errorMessage } from '../src/core/text/error-message.ts';
import { Command } from 'commander';
import { addLink } from './cli/link.ts';
import { addCards } from './cli/cards.ts';
import { addVerify } from './cli/verify.ts';
import { addDue } from './cli/due.ts';
import { addAnkiExport } from './cli/anki-export.ts';
import { addAnkiImport } from './cli/anki-import.ts';
import { addReview } from './cli/review.ts';
import { addSearch } from './cli/search.ts';
import { addStats } from './cli/stats.ts';
import { allowClosedPipe } from './cli/closed-pipe.ts';
import { addImportSr } from './cli/import-sr.ts';
import { inEnglish } from './node/english.ts';

allowClosedPipe(process.stdout);
allowClosedPipe(process.stderr);

const program = new Command('note-flashcards')
  .description('Flashcards from the notes of a vault. Reads notes and never writes to one.')
  .showHelpAfterError();
addLink(program);

addCards(program);
addVerify(program);
addDue(program);
addReview(program);
addSearch(program);
addStats(program);
addImportSr(program);
addAnkiExport(program);
addAnkiImport(program);

try {
  await program.parseAsync();
} catch (error) {
  // Users get one clear line, not a stack trace.
  const reason = error instanceof MessageError ? inEnglish(error.reason) : errorMessage(error);
  process.stderr.write(`note-flashcards: ${reason}\n`);
  process.exitCode = 1;
}
