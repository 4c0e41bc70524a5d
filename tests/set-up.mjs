// Runs once before all tests.
import { join } from 'node:path';

export default function setUp() {
  // A zone with daylight saving, so that dates that lean on UTC show up.
  process.env.TZ = 'America/New_York';
  // What the command line remembers of test vaults is no part of the user's own configuration.
  process.env.NOTE_FLASHCARDS_CONFIG ??= join(import.meta.dirname, '../node_modules/.cache/test-config');
}
