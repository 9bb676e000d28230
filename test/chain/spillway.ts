import { execFile, spawn } from 'node:child_process';
import { join } from 'node:path';

const binary = join(import.meta.dirname, '..', '..', 'bin', 'spillway.js');

/** What a command left behind. */
export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

type Variables = Readonly<Record<string, string>>;

/** Runs the built command line in a folder; variables of the environment may follow the words. */
export function spillway(cwd: string, ...inputs: readonly (string | Variables)[]): Promise<Outcome> {
  const words = inputs.filter((input) => typeof input === 'string');
  // Each folder has a ledger of its own, so that no test sees the openings of another.
  const env = Object.assign(
    { ...process.env, SPILLWAY_STATE: join(cwd, 'state') },
    ...inputs.filter((input) => typeof input !== 'string'),
  );
  return new Promise((resolve) => {
    execFile(process.execPath, [binary, ...words], { cwd, env, maxBuffer: 2 ** 28 }, (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code ?? 1), out, err });
    });
  });
}

/** Starts the built command line in a folder. */
export const startSpillway = (cwd: string, ...inputs: readonly string[]) =>
  spawn(process.execPath, [binary, ...inputs], { cwd, stdio: 'ignore' });
