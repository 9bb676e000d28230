import { readFile } from 'node:fs/promises';
import { STAGE_NAMES } from '../stages/names.ts';
import type { CommandEntry } from './command-table.ts';
import { tableText } from './text/table.ts';

/** The page of `spillway --help`: what it is, the nine stages, every command with a line. */
export function overviewText(commands: Readonly<Record<string, CommandEntry>>): string {
  const rows = Object.entries(commands).map(([name, { brief }]) => [`  ${name}`, brief]);
  return [
    'Spillway: searches for rare decays and hidden particles, from the spill to the limit.',
    STAGE_NAMES.join(' → '),
    '',
    'Usage: spillway COMMAND [OPTIONS]',
    '',
    tableText(rows),
    '',
    'Every command takes --help, --json, --seed and --workers. Results go to stdout, progress to stderr.',
    'Exit codes: 0 done, 2 the input is wrong, 3 refused because the box is closed, 130 interrupted.',
    '',
  ].join('\n');
}

/** The version in the package's own manifest, with a newline. */
export async function versionText(): Promise<string> {
  // From src/cli and from dist/src/cli.
  for (const path of ['../../package.json', '../../../package.json']) {
    const text = await readFile(new URL(path, import.meta.url), 'utf8').catch(() => undefined);
    if (text !== undefined) return `spillway ${(JSON.parse(text) as { version: string }).version}\n`;
  }
  throw new Error('package.json is missing');
}
