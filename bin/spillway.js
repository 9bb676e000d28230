#!/usr/bin/env node
import { existsSync } from 'node:fs';

const [main] = ['../dist/program/main.js', '../dist/src/cli/main.js']
  .map((path) => new URL(path, import.meta.url))
  .filter((url) => existsSync(url));
if (main !== undefined) {
  try {
    const { runCommandLine } = await import(main.href);
    await runCommandLine(process.argv.slice(2));
  } catch (error) {
    // Too many open files, say, before the program is loaded: what it knows of errors is not at hand.
    console.error(
      `spillway: cannot be started: ${error.code ?? error.name}: ${String(error.message).split('\n', 1)[0]}`,
    );
    process.exit(typeof error.syscall === 'string' ? 2 : 1);
  }
} else {
  console.error('spillway is not built yet; run: npm run build');
  process.exitCode = 2;
}
