import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { program, spillway, temporaryFolder } from './spillway.ts';

const folder = temporaryFolder();

it('stops a run on Ctrl-C with exit code 130 and a sentence, and the same command ends as if nothing had been', async () => {
  const args = ['run', 'kaon-munuee', '--events', '20000', '--chunk', '16384', '--workers', '1', '--json'];
  const child = spawn(process.execPath, [program, ...args, '--out', 'stopped'], { cwd: folder() });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (piece) => {
    stdout += piece;
  });
  child.stderr.on('data', (piece) => {
    stderr += piece;
  });
  const over = new Promise((resolve) => child.once('close', resolve));
  const blocks = join(folder(), 'stopped', 'blocks');
  const kept = () => (existsSync(blocks) ? readdirSync(blocks).filter((name) => name.endsWith('.blocks')).length : 0);
  while (kept() < 1 && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 5));
  child.kill('SIGINT');
  expect(await over).toBe(130);
  expect(stdout).toBe('');
  expect(stderr).toMatch(
    /stopped after \d+ of \d+ events; what is finished is kept, the same command goes on from there/,
  );
  // The file of a sample's merged blocks takes the place of theirs, so there may be fewer files than before.
  expect(kept()).toBeGreaterThanOrEqual(1);

  const [resumed, whole] = [
    await spillway(folder(), ...args, '--out', 'stopped'),
    await spillway(folder(), ...args, '--out', 'whole'),
  ].map(({ stdout: text }) => JSON.parse(text) as { digest: { result: string } });
  expect(resumed.digest.result).toBe(whole.digest.result);
});
