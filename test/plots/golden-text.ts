import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

const goldens = new URL('../goldens/', import.meta.url);

/**
 * Compares text with the golden `name` (a path below test/goldens). When they differ the new text is written beside
 * it as `…-changed.…` for a person to look at; `node scripts/accept-goldens.mjs` takes all such files over.
 */
export function expectGolden(name: string, text: string): void {
  const golden = fileURLToPath(new URL(name, goldens));
  const changed = golden.replace(/(\.[a-z]+)$/, '-changed$1');
  const known = existsSync(golden) ? readFileSync(golden, 'utf8') : undefined;
  if (known === text) {
    rmSync(changed, { force: true });
    return;
  }
  mkdirSync(dirname(golden), { recursive: true });
  writeFileSync(changed, text);
  if (known === undefined) expect.fail(`there is no golden ${name}; look at ${changed}, then accept it`);
  const before = known.split('\n');
  const line = text.split('\n').findIndex((found, i) => found !== before[i]);
  expect.fail(
    `${name} differs from line ${line + 1} on:\n  golden ${before[line]?.slice(0, 300)}\n  now    ${text.split('\n')[line]?.slice(0, 300)}\nlook at ${changed}, then run: node scripts/accept-goldens.mjs`,
  );
}
