// npm start: installs and builds what is missing, then does the main job. Arguments go on to it:
// npm start -- kaon-munuee --events 1e5
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { install, root, run } from './set-up.mjs';

install();
console.error('Building …');
const built = run(process.execPath, [join(root, 'scripts', 'build.mjs')]);
if (built !== 0) process.exit(built);

const job = existsSync(join(root, 'dist', 'src', 'cli', 'commands', 'reproduce.js')) ? 'reproduce' : 'list';
process.on('SIGINT', () => undefined);
process.exitCode = run(process.execPath, [join(root, 'bin', 'spillway.js'), job, ...process.argv.slice(2)]);
