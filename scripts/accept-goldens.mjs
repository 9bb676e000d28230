// Takes over every `name-changed.ext` that a failing golden test left under test/goldens as the new golden `name.ext`.
// Words narrow it to paths that begin with one of them: node scripts/accept-goldens.mjs plots report/page
import { readdirSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const goldens = join(dirname(fileURLToPath(import.meta.url)), '..', 'test', 'goldens');
const wanted = process.argv.slice(2);
let accepted = 0;
let left = 0;
for (const file of readdirSync(goldens, { recursive: true }).map(String)) {
  const golden = file.replace(/-changed(\.[a-z]+)$/, '$1');
  if (golden === file) continue;
  if (wanted.length > 0 && !wanted.some((start) => golden.replaceAll('\\', '/').startsWith(start))) {
    left += 1;
    continue;
  }
  renameSync(join(goldens, file), join(goldens, golden));
  console.log(`accepted ${golden}`);
  accepted += 1;
}
if (accepted === 0) console.log('nothing has changed');
if (left > 0) console.log(`${left} more left as they are`);
