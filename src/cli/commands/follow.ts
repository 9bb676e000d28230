import { defineCommand } from '../command.ts';
import { refuseGiven } from '../options/given.ts';
import { readWithin } from '../options/numbers.ts';
import { flag, option } from '../options/option.ts';
import { readShard } from '../options/shards.ts';
import { followToTheEnd, shardText } from '../run-elsewhere.ts';
import { stripOfRun } from '../run-progress.ts';
import { textOfRun } from '../saying/run-text.ts';

export const followCommand = defineCommand({
  examples: ['follow runs/kaon-munuee-0123456789ab', 'follow runs/kaon-munuee-0123456789ab --once'],
  details:
    'Where a run on a cluster stands, by the blocks in its folder; waits for them and finishes the run. Shards that ' +
    'ended without all their blocks are submitted again, three times in all. Ctrl-C stops following, not the run.',
  arguments: [{ name: 'RUN', brief: 'Folder of a run', kind: 'required' }],
  options: {
    once: flag('Say where the run stands and return'),
    cancel: flag('Cancel the jobs of the run; finished blocks are kept'),
    shard: option(readShard, 'Simulate one part of the run here, such as 3/8 (from 0)'),
    every: option(readWithin(0.1, 86_400), 'Seconds between two looks', '2'),
  },
  run: async ({ once, cancel, shard, every }, [path], session) => {
    if (shard !== undefined)
      refuseGiven({ once, cancel, every }, ['once', 'cancel', 'every'], 'has no effect beside --shard; leave one out.');
    if (once || cancel) refuseGiven({ every }, ['every'], 'has no effect where one look is all; leave it out.');
    const { reopenRun } = await import('../../hosts/node/run-search.ts');
    const { cancelRun, standingOf } = await import('../../hosts/node/clusters/run-on-cluster.ts');
    const { workers, signal } = session;
    const options = { workers, signal, ...stripOfRun(session) };
    const begun = await reopenRun(path, options);
    if (shard !== undefined) {
      const { runShard } = await import('../../hosts/node/run-shard.ts');
      return { kind: begun.plan.kind, folder: path, shard: await runShard(begun.plan, begun.folder, shard, options) };
    }
    if (cancel) await cancelRun(begun);
    const standing = await standingOf(begun);
    if (once || cancel) return { folder: path, ...standing };
    const { blocks, missing, of, tries } = standing;
    return { blocks, missing, of, tries, ...(await followToTheEnd(begun, options, session, every)) };
  },
  print: (document) => {
    if (document.shard !== undefined) return shardText(document);
    if (document.kind !== undefined) return textOfRun(document);
    const { present, all } = document.blocks;
    const lacking = document.missing.length === 0 ? '' : `; missing in shards ${document.missing.join(', ')}`;
    return `${document.folder}: ${present} of ${all} blocks${lacking}`;
  },
});
