// Finishing what shards began: the plain run of a search over a folder that 200 shards have filled for 10⁸ decays a sample,
// with blocks that cost nothing, so that what is left is the reading and adding up of their files.
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { searches } from '../searches/index.ts';
import { FolderBlockStore } from '../src/hosts/node/blocks/folder-block-store.ts';
import { sampleSimulation } from '../src/modes/kaon/chain/sample-simulation.ts';
import { planRun } from '../src/modes/kaon/plan.ts';
import { BLOCK_EVENTS } from '../src/modes/kaon/run-plan.ts';
import type { SearchDocument } from '../src/search/kaon-search.ts';
import { localWorkers, runBlocks, shardOf } from '../src/tasks/index.ts';

const SHARDS = 200;
const plan = planRun(searches['kaon-munuee'] as unknown as SearchDocument, { events: 1e8 });
const lengths = plan.samples.map((sample) => sampleSimulation(plan.experiment, sample, 1).layout.length);
const startWorker = localWorkers(() => ({
  simulateBlock: (sample, block) => new Float64Array(lengths[sample]).fill(block % 7),
}));
const folder = mkdtempSync(join(tmpdir(), 'spillway-bench-'));
const run = (only?: ReturnType<typeof shardOf>) =>
  runBlocks({
    plan,
    blockEvents: BLOCK_EVENTS,
    workers: 1,
    chunkEvents: 1e7,
    startWorker,
    store: new FolderBlockStore(folder, plan.digest, console.error),
    only,
  });

const blocks = plan.samples.reduce((sum, sample) => sum + sample.blocks, 0);
for (let shard = 0; shard < SHARDS; shard++) await run(shardOf(plan.samples, shard, SHARDS));
const files = readdirSync(folder);
const bytes = files.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
console.log(
  `${blocks} blocks of ${plan.samples.length} samples by ${SHARDS} shards: ${files.length} files, ${(bytes / 1e6).toFixed(0)} MB`,
);
const from = performance.now();
const before = process.cpuUsage();
const { eventsSimulated } = await run();
const { user, system } = process.cpuUsage(before);
console.log(
  `added up in ${((performance.now() - from) / 1000).toFixed(1)} s (${((user + system) / 1e6).toFixed(1)} CPU-s), ${eventsSimulated} decays simulated, ` +
    `${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB at most (aim: 5 s, 500 MB)`,
);
console.log(`what is left: ${readdirSync(folder).length} files`);
rmSync(folder, { recursive: true, force: true });
