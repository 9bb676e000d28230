import { STAGE_NAMES } from '../../stages/names.ts';
import { defineCommand } from '../command.ts';
import { within } from '../options/budget.ts';
import { EXPOSURE_OPTIONS, exposureOf } from '../options/exposure.ts';
import { readCount } from '../options/numbers.ts';
import { choice, flag, option } from '../options/option.ts';
import { PRECISION_OPTIONS, sizeOf } from '../options/precision.ts';
import { DATA_OPTION, RUN_FOLDER_OPTION, SET_OPTION } from '../options/settings.ts';
import { loadLimits } from '../registries.ts';
import {
  ELSEWHERE_OPTIONS,
  handedOverText,
  refuseUnheeded,
  runOnCluster,
  shardHere,
  shardText,
} from '../run-elsewhere.ts';
import { optionsOfSession } from '../run-progress.ts';
import { textOfRun } from '../saying/run-text.ts';
import { questionGiven, typedBefore } from '../search-given.ts';
import { NOT_REACHED, untilStage } from '../until-stage.ts';

export const runCommand = defineCommand({
  examples: [
    'run kaon-munuee',
    "run kaon-munuee --events 1e5 --set 'selection.cuts.missing momentum.below=71GeV'",
    'run kaon-munuee --data my-counts.json --out runs/mine',
    'run kaon-munuee --precision 0.02',
    'run kaon-munuee --budget 60s',
    'run kaon-munuee --exposure 10',
    'run dump-mumu --pot 1e18',
    'run kaon-munuee --watch',
    'run my-search.json --events 1e5',
    'run question.spillway.json',
    'run kaon-munuee --events 1e9 --on slurm --job-setting partition=long',
    'run kaon-munuee --events 1e8 --shard 3/8 --out runs/shared',
  ],
  details:
    'Carries out one search: simulates its samples, normalises, estimates backgrounds, sets the limit, writes a report. ' +
    'Searches with kaons find the size of each sample: pilots tell which samples need more decays for accepted fractions known ' +
    'to 1 % and a total background known to 10 %; what misses that is marked. ' +
    'The signal region stays closed; `spillway unblind` opens it. --exposure and --pot make a projection: signal, ' +
    'backgrounds and their errors scaled by stated rules, expected limits alone, nothing observed. Ctrl-C keeps what is done, the same command goes on. ' +
    'Shards on any machines that share the folder add up: the same command without --shard finishes what they began.',
  arguments: [
    {
      name: 'ID|FILE.json',
      brief: 'A search, or a file with one of your own, or with a question of the lab or of a run',
      kind: 'required',
    },
  ],
  options: {
    events: within(
      'events',
      option(
        readCount,
        'Decays per sample, or per mass behind a dump',
        'what --precision needs; 20000 behind a dump, 1e6 of shards',
      ),
    ),
    ...PRECISION_OPTIONS,
    chunk: option(readCount, 'Decays handed to a worker at a time; changes no result', 'about half a second of work'),
    until: choice(STAGE_NAMES, 'Stop after this stage', 'report'),
    set: SET_OPTION,
    data: DATA_OPTION,
    ...EXPOSURE_OPTIONS,
    watch: flag('Show the discriminant as it fills, signal and backgrounds'),
    out: RUN_FOLDER_OPTION,
    ...ELSEWHERE_OPTIONS,
  },
  run: async (
    { events, precision, budget, chunk, until, set, data, out, exposure: times, pot, watch, ...elsewhere },
    [id],
    session,
  ) => {
    refuseUnheeded({ until, watch, ...elsewhere });
    const asked = await questionGiven(id);
    const { search } = asked;
    const exposure = await exposureOf(search, { exposure: times, pot });
    const limits = await loadLimits();
    const elsewhereAsked = elsewhere.shard !== undefined || elsewhere.on !== undefined;
    const size = sizeOf({ events, precision, budget }, asked, search, elsewhereAsked);
    const options = {
      ...optionsOfSession(session, { watch }),
      ...size,
      ...typedBefore(asked, set, session),
      exposure,
      chunk,
      out,
      data,
      limits,
    };
    if (elsewhere.shard !== undefined) return await shardHere(search, elsewhere.shard, options);
    if (elsewhere.on !== undefined) return await runOnCluster(search, elsewhere.on, elsewhere, options, session);
    const stopped = <D extends object>(document: D): D =>
      until === undefined ? document : untilStage(document, until);
    const { runSearch, runSearchFlows } = await import('../../hosts/node/run-search.ts');
    if (until !== undefined && STAGE_NAMES.indexOf(until) <= STAGE_NAMES.indexOf('selection')) {
      const flows = await runSearchFlows(search, options);
      if (flows !== undefined) {
        const { document, folder } = flows;
        return stopped({
          kind: search.kind,
          searchKind: search.kind,
          ...NOT_REACHED,
          ...document,
          folder,
          report: null,
        });
      }
    }
    const { document, folder, reportFile, changedAfterUnblinding } = await runSearch(search, options);
    return stopped({ ...document, changedAfterUnblinding, folder, report: reportFile });
  },
  print: (document) => {
    if ('shard' in document) return shardText(document);
    return 'submitted' in document ? handedOverText(document) : textOfRun(document);
  },
});
