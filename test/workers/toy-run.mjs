// Runs the toy in a folder and prints what came out: node toy-run.mjs '{"folder", "plan", "workers", "chunkEvents"}'
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { RunFolder } from '../../dist/src/hosts/node/run-folder.js';
import { threadWorkers } from '../../dist/src/hosts/node/workers/thread-workers.js';
import { simulate } from '../../dist/src/run/simulate.js';
import { TOY_BLOCK_EVENTS } from '../browser/toy-engine.js';

/**
 * The most memory that this program has had, in kB. What the system accounts to a process includes its parent as it was
 * when the process was started, so the program's own high-water mark is read where there is one.
 */
function largestMemory() {
  const own = existsSync('/proc/self/status') && /VmHWM:\s*(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'));
  return own ? Number(own[1]) : process.resourceUsage().maxRSS;
}

const { folder: path, plan, workers, chunkEvents } = JSON.parse(process.argv[2]);
const notices = [];
try {
  const folder = await RunFolder.open(path, plan, (sentence) => notices.push(sentence));
  const result = await simulate(plan, TOY_BLOCK_EVENTS, {
    workers: workers ?? 2,
    chunk: chunkEvents,
    blocks: folder.blocks,
    startWorker: threadWorkers(new URL('./toy-thread.mjs', import.meta.url)),
  });
  const digest = createHash('sha256');
  for (const sums of result.sums) digest.update(new Uint8Array(sums.buffer));
  const { eventsKept, blocksByWorker } = result;
  const memory = largestMemory();
  console.log(JSON.stringify({ digest: digest.digest('hex'), eventsKept, blocksByWorker, memory, notices }));
} catch (error) {
  console.error(`${error.name}: ${error.message}`);
  process.exitCode = 2;
}
