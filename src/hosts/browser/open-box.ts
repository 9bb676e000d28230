import type { AnyPlan } from '../../modes/any-plan.ts';
import type { Host } from '../../run/host.ts';
import { openBox, type Run } from '../../run/run.ts';
import type { UserCounts } from '../../stages/blinding/user-counts.ts';
import { browserKeeper } from './browser-keeper.ts';

/**
 * Opens the box of a run in this page, once and on record: the act is in the browser's ledger before any masked count is
 * read. `run` is the name that the run has had from its beginning.
 */
export async function openBoxInBrowser(
  plan: AnyPlan,
  data: UserCounts | undefined,
  run: string,
  host: Omit<Host, 'box'>,
): Promise<Run> {
  return await openBox(plan, data, { ...host, box: browserKeeper(run) }, new Date().toISOString());
}
