import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { InvalidInput } from '../../../schema/index.ts';

/** Waits before the second and further tries, in milliseconds: a batch system under load times out and recovers. */
const WAITS = [1000, 3000, 9000];

interface Outcome {
  readonly stdout: string;
  /** Absent when the program ended well. */
  readonly failure?: { readonly missing: boolean; readonly sentence: string };
}

const call = (program: string, args: readonly string[], folder: string): Promise<Outcome> =>
  new Promise((resolve) => {
    execFile(program, [...args], { cwd: folder, timeout: 60_000 }, (error, stdout, stderr) => {
      if (error === null) resolve({ stdout });
      else {
        const sentence = stderr.trim().split('\n').at(-1) || error.message;
        resolve({ stdout, failure: { missing: error.code === 'ENOENT', sentence } });
      }
    });
  });

const missing = (system: string, program: string): InvalidInput =>
  new InvalidInput(
    `--on ${system}`,
    `${program} was not found on this machine; write the files with --dry-run, or run here without --on.`,
  );

/** Throws InvalidInput, before anything else is done, when a program of a batch system is not on the path. */
export async function requireProgram(system: string, program: string): Promise<void> {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const found = await Promise.all(
    folders.map((folder) =>
      access(join(folder, program), constants.X_OK).then(
        () => true,
        () => false,
      ),
    ),
  );
  if (!found.includes(true)) throw missing(system, program);
}

/**
 * What a program of a batch system says on stdout. One that times out ("Socket timed out" is usual under load) is called
 * again, up to three times. Throws InvalidInput when it is not on this machine, or with its last line when it fails.
 */
export async function callProgram(
  system: string,
  program: string,
  args: readonly string[],
  folder = process.cwd(),
): Promise<string> {
  for (let again = 0; ; again++) {
    const { stdout, failure } = await call(program, args, folder);
    if (failure === undefined) return stdout;
    if (failure.missing) {
      throw missing(system, program);
    }
    const passing = /timed out|unable to contact|try again|connection refused/i.test(failure.sentence);
    if (!passing || again >= WAITS.length) throw new InvalidInput(`--on ${system}`, `${program}: ${failure.sentence}`);
    await wait(WAITS[again]);
  }
}
