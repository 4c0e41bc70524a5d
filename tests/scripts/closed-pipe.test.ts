import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { allowClosedPipe } from '../../scripts/cli/closed-pipe.ts';

const run = promisify(execFile);

test('a reader that closes the pipe early ends the command line quietly', async () => {
  const vault = await mkdtemp(join(tmpdir(), 'pipe-'));
  // More than a pipe holds.
  const text = Array.from({ length: 3000 }, (_, n) => `## Heading ${n}\n${'Some text. '.repeat(20)}\n`).join(
    '',
  );
  await writeFile(join(vault, 'Note.md'), `---\ntags: flashcards\n---\n${text}`);
  const command = 'node scripts/run-cli.mjs cards "$1" --json | head -n 1; echo "${PIPESTATUS[0]}"';
  const { stdout, stderr } = await run('bash', ['-c', command, 'bash', vault]);
  expect(stdout).toBe('[\n0\n');
  expect(stderr).toBe('');
  await rm(vault, { recursive: true });
}, 120_000);

test('another stream error is not a quiet end', () => {
  const stream = new PassThrough();
  allowClosedPipe(stream);
  const failed = (code: string) => () => stream.emit('error', Object.assign(new Error(code), { code }));
  expect(failed('EPIPE')).not.toThrow();
  expect(failed('ENOSPC')).toThrow('ENOSPC');
});
