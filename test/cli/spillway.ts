import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { requireBuilt } from '../workers/built.ts';

export const program = join(import.meta.dirname, '..', '..', 'bin', 'spillway.js');

export interface Outcome {
  readonly code: number | string | null | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line as a user would, in a folder of the test's own. */
export function spillway(folder: string, ...args: readonly string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    const env = { ...process.env, SPILLWAY_STATE: join(folder, 'state') };
    const child = execFile(process.execPath, [program, ...args], { cwd: folder, env }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : error.code, stdout, stderr });
    });
    child.stdin?.end();
  });
}

/** Runs many command lines in one process, which starts once: for what ends at once. */
export function manyLines(folder: string, lines: readonly (readonly string[])[]): Promise<readonly Outcome[]> {
  return new Promise((resolve, reject) => {
    const script = join(import.meta.dirname, 'many-lines.mjs');
    execFile(process.execPath, [script, JSON.stringify(lines)], { cwd: folder }, (error, stdout) => {
      if (error === null) resolve(JSON.parse(stdout) as readonly Outcome[]);
      else reject(error);
    });
  });
}

/** A folder for one test file, removed at its end; checks first that what is compiled is what is written. */
export function temporaryFolder(): () => string {
  let folder = '';
  beforeAll(() => {
    requireBuilt('src/cli', 'src/schema', 'src/units', 'src/statistics/counting', 'src/statistics/histfactory');
    folder = mkdtempSync(join(tmpdir(), 'spillway-cli-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return () => folder;
}

/** The two-bin example of pyhf's README. */
export const WORKSPACE = {
  channels: [
    {
      name: 'singlechannel',
      samples: [
        { name: 'signal', data: [12, 11], modifiers: [{ name: 'mu', type: 'normfactor', data: null }] },
        { name: 'background', data: [50, 52], modifiers: [{ name: 'uncorr', type: 'shapesys', data: [3, 7] }] },
      ],
    },
  ],
  observations: [{ name: 'singlechannel', data: [51, 48] }],
  measurements: [{ name: 'Measurement', config: { poi: 'mu', parameters: [] } }],
  version: '1.0.0',
};
