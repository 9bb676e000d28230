import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Contestant } from './measure.ts';

const scripts = join(dirname(fileURLToPath(import.meta.url)), '../../../bench/reference');
const LONGEST_MS = 60_000;
/** Idle threads of a matrix library would be counted as work. */
const ONE_THREAD = { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' };

/** The first python3 here that has all of these modules; undefined when there is none. */
const pythonWith = (modules: readonly string[]): string | undefined =>
  ['python3', '/usr/bin/python3'].find(
    (python) => spawnSync(python, ['-c', `import ${modules.join(', ')}`], { timeout: LONGEST_MS }).status === 0,
  );

/**
 * A script of bench/reference as a contestant that measures itself, in a process of its own every round; none where no
 * python3 has its modules. It reads `input` as JSON and writes {"seconds": CPU seconds of the work, "answer": …}.
 */
export function referencePython<Answer>(
  name: string,
  script: string,
  modules: readonly string[],
  input: object,
  onAnswer?: (answer: Answer) => void,
): Contestant[] {
  const python = pythonWith(modules);
  if (python === undefined) {
    console.log(`${name}: left out, no python3 here has ${modules.join(' and ')}.`);
    return [];
  }
  const seconds = (): number => {
    const options = { input: JSON.stringify(input), encoding: 'utf8', timeout: LONGEST_MS, env: ONE_THREAD } as const;
    const { status, stdout, stderr } = spawnSync(python, [join(scripts, `${script}.py`)], options);
    if (status !== 0) throw new Error(`${script}.py: ${stderr.trim().split('\n').at(-1)}`);
    const result = JSON.parse(stdout) as { seconds: number; answer: Answer };
    onAnswer?.(result.answer);
    return result.seconds;
  };
  return [{ name, seconds }];
}
