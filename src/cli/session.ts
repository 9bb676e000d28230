import type { Session } from './command.ts';
import { EXIT } from './exit-code.ts';
import { ProgressStrip } from './progress-strip.ts';

/** Seed of commands that are given none. */
export const DEFAULT_SEED = 1;

/** The session of one command in this process; `close` takes back what it did to the process. */
export function openSession(
  seed: number | undefined,
  workers: number | undefined,
): Session & { readonly close: () => void } {
  let controller: AbortController | undefined;
  const progress = new ProgressStrip(process.stderr);
  const onInterrupt = (): void => {
    if (controller?.signal.aborted) process.exit(EXIT.interrupted);
    process.stderr.write('\nstopping after the work in hand; Ctrl-C once more ends at once\n');
    controller?.abort();
  };
  return {
    seed: seed ?? DEFAULT_SEED,
    seedTyped: seed !== undefined,
    workers,
    progress,
    notice: (sentence) => {
      progress.clear();
      process.stderr.write(`${sentence}\n`);
    },
    get signal() {
      if (controller === undefined) {
        controller = new AbortController();
        process.on('SIGINT', onInterrupt);
      }
      return controller.signal;
    },
    close: () => {
      process.off('SIGINT', onInterrupt);
    },
  };
}
