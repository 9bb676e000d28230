import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { root } from '../architecture/source-files.ts';
import { requireBuilt } from '../workers/built.ts';

const names = readdirSync(join(root, 'docs/jobs')).filter((name) => name.endsWith('.md') && name !== 'README.md');

beforeAll(() => requireBuilt('src/cli', 'src/run', 'src/modes', 'src/hosts', 'src/statistics'));

describe('the jobs of docs/jobs', () => {
  it('are twenty or more, all in the index, none long', () => {
    const index = readFileSync(join(root, 'docs/jobs/README.md'), 'utf8');
    expect(names.length).toBeGreaterThanOrEqual(20);
    for (const name of names) {
      expect(index).toContain(`](${name})`);
      expect(readFileSync(join(root, 'docs/jobs', name), 'utf8').split('\n').length, name).toBeLessThan(70);
    }
  });

  // After a meant change of what is printed: node scripts/jobs.mjs --accept
  it('print what their pages say', { timeout: 600_000 }, async () => {
    const printed = await new Promise<string>((resolve) => {
      execFile(process.execPath, [join(root, 'scripts/jobs.mjs')], (_, stdout) => resolve(stdout));
    });
    expect(printed).toMatch(new RegExp(`^${names.length} jobs, 0 faults, \\d+ s of CPU\n$`));
  });
});
