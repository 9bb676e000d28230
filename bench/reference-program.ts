import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Contestant } from './measure.ts';

const here = dirname(fileURLToPath(import.meta.url));

/**
 * The C++ of bench/reference as a contestant that measures itself, compiled with -O3 -march=native and `defines`; none
 * where there is no g++. `onMean` hears the mean of the weights that it made, `input` is what it
 * reads.
 */
export function referenceProgram(
  name: string,
  source: string,
  defines: readonly string[],
  args: readonly (number | string)[],
  onMean?: (mean: number) => void,
  input = '',
): Contestant[] {
  const binary = join(here, 'reference', [source, ...defines].join('-'));
  mkdirSync(dirname(binary), { recursive: true });
  const path = join(here, '../../../bench/reference', `${source}.cpp`);
  const flags = ['-O3', '-march=native', ...defines.map((define) => `-D${define}`)];
  if (spawnSync('g++', [...flags, path, '-o', binary]).status !== 0) {
    console.log(`${name}: left out, there is no g++ here.`);
    return [];
  }
  const seconds = (): number => {
    const { stdout } = spawnSync(binary, args.map(String), { encoding: 'utf8', input });
    const result = JSON.parse(stdout) as { seconds: number; meanWeight: number };
    onMean?.(result.meanWeight);
    return result.seconds;
  };
  return [{ name, seconds }];
}
