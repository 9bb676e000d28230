import type { AnyPlan } from '../../src/modes/any-plan.ts';
import type { Finished } from '../../src/modes/finished.ts';
import { modeOf } from '../../src/modes/index.ts';
import type { RunHead } from '../../src/search/results/run-head.ts';
import { PSEUDO_DATA } from '../../src/stages/blinding/box-identity.ts';
import { Opening } from '../../src/stages/blinding/opening.ts';
import { Recorder, type RecordStore } from '../../src/stages/blinding/recorder.ts';
import type { UserCounts } from '../../src/stages/blinding/user-counts.ts';

/** A record that is gone with the test. */
export function memoryRecord(): RecordStore {
  let text = '';
  return {
    place: 'the record of a test',
    read: async () => text,
    append: async (line) => {
      text += line;
    },
  };
}

/** Counts of a user. */
export const userCounts = (counts: readonly number[], source = 'counts of a test'): UserCounts => ({
  source,
  file: 'counts.json',
  bins: counts.length,
  count: (bin) => counts[bin],
});

/** A finished run from its sums, with the box closed, or opened at a time on a record of the test's own. */
export async function finishInMemory<Result extends RunHead = RunHead>(
  plan: AnyPlan,
  sums: readonly Float64Array[],
  { data, openedAt }: { readonly data?: UserCounts; readonly openedAt?: string } = {},
): Promise<Finished<Result>> {
  const mode = modeOf(plan);
  const identity = { run: 'test', data: data === undefined ? `${PSEUDO_DATA}${plan.seed}` : 'counts of a test' };
  const sealed = mode.box(plan, sums, { identity, data });
  const opening =
    openedAt === undefined ? undefined : await Opening.put(sealed.identity, new Recorder([memoryRecord()]), openedAt);
  const counts = opening === undefined ? sealed.visible() : sealed.open(opening);
  return mode.finish(plan, sums, counts) as unknown as Finished<Result>;
}
