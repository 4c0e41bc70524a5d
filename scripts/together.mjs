// Runs npm scripts in parallel, and prints each one's output when it ends, so that their lines never mix.
import { spawn } from 'node:child_process';

function run(script) {
  const started = Date.now();
  return new Promise((done) => {
    const child = spawn('npm', ['run', '-s', script], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    const hear = (chunk) => (said += chunk);
    child.stdout.setEncoding('utf8').on('data', hear);
    child.stderr.setEncoding('utf8').on('data', hear);
    child.on('close', (code) => {
      const seconds = ((Date.now() - started) / 1000).toFixed(1);
      console.log(`\n> ${script}: ${code === 0 ? 'passed' : 'FAILED'} after ${seconds} s\n${said.trimEnd()}`);
      done(code === 0 ? [] : [script]);
    });
  });
}

/** Returns the names of the scripts that failed. */
export async function together(scripts) {
  return (await Promise.all(scripts.map(run))).flat();
}
