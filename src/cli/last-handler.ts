import { writeSync } from 'node:fs';
import { EXIT, exitCodeOf } from './exit-code.ts';
import { errorSentence } from './messages.ts';

/** Says on stderr, which may be gone as well, why the process ends, and ends it with the right exit code. */
export function endWith(error: unknown): never {
  try {
    writeSync(2, `spillway: ${errorSentence(error)}\n`);
  } catch {
    // Nobody listens.
  }
  process.exit(exitCodeOf(error));
}

let installed = false;

/**
 * Sees to what no command catches: a full disk behind stdout, a closed pipe, errors of timers and forgotten promises. All
 * end in one sentence and an exit code; a reader that has seen enough (`spillway list | head -1`) is no failure.
 */
export function installLastHandler(): void {
  if (installed) return;
  installed = true;
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.done);
    endWith(Object.assign(error, { path: 'standard output' }));
  });
  // A closed stderr keeps nobody from the result.
  process.stderr.on('error', () => undefined);
  process.on('uncaughtException', endWith);
  process.on('unhandledRejection', endWith);
}
