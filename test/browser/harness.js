import { webWorkers } from '../../src/hosts/browser/web-workers.ts';
import { runBlocks } from '../../src/tasks/index.ts';
import { digestOfSums } from './digest-of-sums.js';

/** Runs a plan on web workers and gives back the digest of its sums; called by the test. */
globalThis.runPlan = async ({ script, ...options }) => {
  const { sums, blocksByWorker } = await runBlocks({
    ...options,
    startWorker: webWorkers(new URL(script, location.href)),
  });
  return { digest: await digestOfSums(sums), blocksByWorker };
};
