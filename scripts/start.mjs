// npm start: installs and builds what is missing, then does the main job. Arguments go on to it:
// npm start -- kaon-munuee --events 1e5
import { join } from 'node:path';
import { install, root, run } from './set-up.mjs';

install();
console.error('Building …');
const built = run(process.execPath, [join(root, 'scripts', 'build.mjs'), '--to-run']);
if (built !== 0) process.exit(built);

/** The whole talk at a size that ends in less than two minutes on two cores, installation and build included. */
const given = process.argv.slice(2);
const size = given.length === 0 ? ['--events', '1.5e5'] : [];
process.on('SIGINT', () => undefined);
process.exitCode = run(process.execPath, [join(root, 'bin', 'spillway.js'), 'reproduce', ...size, ...given]);
