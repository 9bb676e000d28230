// `spillway reproduce` at a small size: each search in one process that keeps its workers, with one worker and with two in
// turn: wall and CPU time, the time from the call to the first blocks, and what the second worker is worth.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { searches } from '../searches/index.ts';
import { runSearch } from '../src/hosts/node/run-search.ts';
import { dismissNodeWorkers } from '../src/hosts/node/workers/node-workers.ts';
// The worker's script is found by its address alone; this makes the compiler write it.
import type {} from '../src/hosts/node/workers/worker.ts';
import { eventsFor } from '../src/run/reproduce.ts';
import type { AnySearch } from '../src/search/any-search.ts';
import { ratioOf, ratioText } from './measure.ts';

const EVENTS = 50_000;
const LONGEST_SECONDS = 100;
const folder = mkdtempSync(join(tmpdir(), 'spillway-bench-'));
process.env['SPILLWAY_STATE'] = join(folder, 'state');

interface Timed {
  readonly wall: number;
  readonly cpu: number;
  /** Seconds to the first blocks. */
  readonly start: number;
}

async function timed(search: AnySearch, workers: number): Promise<Timed | string> {
  const before = process.cpuUsage();
  const from = performance.now();
  let start = 0;
  const passed = () => (performance.now() - from) / 1000;
  try {
    await runSearch(search, {
      events: eventsFor(search, EVENTS),
      workers,
      out: join(folder, `${search.id}-${workers}`),
      onProgress: ({ eventsDone }) => {
        if (eventsDone > 0 && start === 0) start = passed();
      },
    });
  } catch (error) {
    return (error as Error).message;
  }
  const { user, system } = process.cpuUsage(before);
  return { wall: passed(), cpu: (user + system) * 1e-6, start };
}

console.log(`${EVENTS} decays a sample, fewer behind a dump`);
console.log('search                  wall (1)  wall (2)  CPU (1)  first blocks (2)');
const began = performance.now();
const walls: [number[], number[]] = [[], []];
for (const search of Object.values(searches) as unknown as AnySearch[]) {
  if (performance.now() - began > 1000 * LONGEST_SECONDS) {
    console.log(`stopped after ${LONGEST_SECONDS} s`);
    break;
  }
  const [one, two] = [await timed(search, 1), await timed(search, 2)];
  if (typeof one === 'string' || typeof two === 'string') {
    console.log(`${search.id.padEnd(22)}  no answer at this size: ${one}`);
    continue;
  }
  walls[0].push(one.wall);
  walls[1].push(two.wall);
  const columns = [one.wall, two.wall, one.cpu, two.start].map((seconds) => `${seconds.toFixed(2).padStart(7)} s`);
  console.log(`${search.id.padEnd(22)}${columns.join(' ')}`);
}
await dismissNodeWorkers();
rmSync(folder, { recursive: true, force: true });
const [one, two] = walls.map((rounds, k) => ({ name: `${k + 1}`, rounds, seconds: 0 }));
const total = walls.map((rounds) => rounds.reduce((sum, seconds) => sum + seconds, 0));
console.log(
  `together ${total[0].toFixed(1)} s with one worker, ${total[1].toFixed(1)} s with two: ${(total[0] / total[1]).toFixed(2)}; ` +
    `search by search ${ratioText(ratioOf(two, one))}`,
);
