import { execFile } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Outcome, program, temporaryFolder } from './spillway.ts';

const folder = temporaryFolder();

/** Runs a line of the shell in which `$spillway` is the program. */
function shell(line: string, more: Readonly<Record<string, string>> = {}): Promise<Outcome> {
  const env = { ...process.env, ...more, spillway: `${process.execPath} ${program}` };
  return new Promise((resolve) => {
    execFile('/bin/bash', ['-c', line], { cwd: folder(), env }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : error.code, stdout, stderr });
    });
  });
}

const LIMIT = '$spillway limit --observed 0 --background 0.26 --ses 3.5e-11';
const oneSentence = /^[^\n]+\n$/;

describe('what the system refuses', () => {
  it.skipIf(!existsSync('/dev/full'))('a full disk behind stdout ends in one sentence and exit code 2', async () => {
    for (const line of [LIMIT, `${LIMIT} --json`, '$spillway list', '$spillway --help', '$spillway schema search']) {
      const { code, stderr } = await shell(`${line} > /dev/full`);
      expect({ line, code }).toEqual({ line, code: 2 });
      expect(stderr).toMatch(oneSentence);
      expect(stderr).toMatch(/standard output: the disk is full/);
    }
  });

  it('a reader that has seen enough is no failure', async () => {
    for (const line of [
      '$spillway list | head -1',
      '$spillway schema search | head -c 10',
      '$spillway list --json | true',
    ]) {
      const { code, stderr } = await shell(`set -o pipefail; ${line}`);
      expect({ line, code, stderr }).toEqual({ line, code: 0, stderr: '' });
    }
  });

  it('a closed stderr keeps nobody from the result', async () => {
    const { code, stdout } = await shell(`${LIMIT} --json 2>&-`);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toHaveProperty('cl', 0.9);
  });

  it('too many open files end in one sentence and exit code 2, wherever they run out', async () => {
    for (const most of [18, 20, 22, 24, 28]) {
      const { code, stderr } = await shell(`ulimit -n ${most}; ${LIMIT}`);
      if (code === 0) continue;
      expect({ most, code }).toEqual({ most, code: 2 });
      expect(stderr).toMatch(oneSentence);
      expect(stderr).toMatch(/EMFILE|too many open files/);
    }
  });

  it('a fault of Spillway shows its stack only with SPILLWAY_DEBUG', async () => {
    const script = join(folder(), 'fault.mjs');
    const handler = join(program, '..', '..', 'dist', 'src', 'cli', 'last-handler.js');
    writeFileSync(
      script,
      `import { installLastHandler } from ${JSON.stringify(handler)};\ninstallLastHandler();\nsetTimeout(() => { throw new TypeError('no\\nsuch thing'); });\n`,
    );
    const plain = await shell(`${process.execPath} ${script}`, { SPILLWAY_DEBUG: '' });
    const quiet = await shell(`unset SPILLWAY_DEBUG; ${process.execPath} ${script}`);
    expect(quiet.code).toBe(1);
    expect(quiet.stderr).toMatch(oneSentence);
    expect(quiet.stderr).toMatch(
      /fault in Spillway, not in what you typed: TypeError: no \(SPILLWAY_DEBUG=1 shows where\)/,
    );
    expect(plain.code).toBe(1);
    expect(plain.stderr).toMatch(/fault\.mjs:3/);
  });
});
