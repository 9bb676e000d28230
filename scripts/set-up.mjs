// What `npm start` and `npm test` do before their own work, on a machine with only Node, npm and git.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Spillway needs Node 20.19 or later, this is ${process.version}.`);
  process.exit(2);
}

/** Runs a program in the root folder with its output shown; returns its exit code. */
export function run(program, args, options = {}) {
  const { status, signal, error } = spawnSync(program, args, { cwd: root, stdio: 'inherit', ...options });
  if (error !== undefined) console.error(`${program}: ${error.message}`);
  return signal === 'SIGINT' ? 130 : (status ?? 1);
}

/** Runs a JavaScript program of an installed package. */
export const runInstalled = (program, args, options) =>
  run(process.execPath, [join(root, 'node_modules', program), ...args], options);

/** True when every package of the lock file is installed in its version. */
function isInstalled() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  const packages = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
  const have = packages(installed);
  return Object.entries(packages(join(root, 'package-lock.json'))).every(
    ([path, { version, optional }]) => path === '' || (optional && !(path in have)) || have[path]?.version === version,
  );
}

/** Installs the locked packages unless they are there; ends the process when that fails. */
export function install() {
  if (isInstalled()) return;
  console.error('Installing packages …');
  const code = run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (code === 0) return;
  console.error('The packages could not be installed (npm ci).');
  process.exit(code);
}
