import { execFile, spawn } from 'node:child_process';
import { join } from 'node:path';

const binary = join(import.meta.dirname, '..', '..', 'bin', 'spillway.js');

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the built command line in a folder. */
export function spillway(cwd: string, ...inputs: readonly string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    execFile(process.execPath, [binary, ...inputs], { cwd, maxBuffer: 2 ** 28 }, (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code ?? 1), out, err });
    });
  });
}

/** Starts the built command line in a folder. */
export const startSpillway = (cwd: string, ...inputs: readonly string[]) =>
  spawn(process.execPath, [binary, ...inputs], { cwd, stdio: 'ignore' });
