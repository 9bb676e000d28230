import { webWorkers } from '../../dist/src/hosts/browser/web-workers.js';
import { runBlocks } from '../../dist/src/tasks/index.js';
import { digestOfSums } from './digest-of-sums.js';

/** Runs a plan on web workers and gives back the digest of its sums; called by the test. */
globalThis.runPlan = async ({ script, ...options }) => {
  const { sums, blocksByWorker } = await runBlocks({
    ...options,
    startWorker: webWorkers(new URL(script, import.meta.url)),
  });
  return { digest: await digestOfSums(sums), blocksByWorker };
};
