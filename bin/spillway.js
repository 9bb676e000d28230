#!/usr/bin/env node
import { existsSync } from 'node:fs';

const main = new URL('../dist/src/cli/main.js', import.meta.url);
if (existsSync(main)) {
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
