// Takes over every `name-changed.ext` that a failing golden test left under test/goldens as the new golden `name.ext`.
import { readdirSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const goldens = join(dirname(fileURLToPath(import.meta.url)), '..', 'test', 'goldens');
let accepted = 0;
for (const file of readdirSync(goldens, { recursive: true })) {
  const golden = String(file).replace(/-changed(\.[a-z]+)$/, '$1');
  if (golden === String(file)) continue;
  renameSync(join(goldens, String(file)), join(goldens, golden));
  console.log(`accepted ${golden}`);
  accepted += 1;
}
if (accepted === 0) console.log('nothing has changed');
