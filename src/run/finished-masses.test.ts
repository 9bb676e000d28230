import { expect, it } from 'vitest';
import { searches } from '../../searches/index.ts';
import { Interrupted, type KeptNumbers } from '../tasks/index.ts';
import { exclude } from './exclude.ts';
import { localHost } from './host.ts';

function memory(): KeptNumbers & { readonly texts: () => string[] } {
  const kept = new Map<string, Float64Array>();
  return {
    load: async (of) => kept.get(of)?.slice(),
    save: async (of, numbers) => {
      kept.set(of, numbers.slice());
    },
    texts: () => [...kept.keys()],
  };
}

const QUESTION = { events: 100, mass: { from: 0.02, to: 0.2, points: 4 } };
const ask = (host: Partial<typeof localHost>) =>
  exclude('dark-photon', [searches['dump-ee']] as never, QUESTION, { ...localHost, ...host });

/** Stops at half of the masses; how many decays were done by then. */
async function stopped(kept: KeptNumbers | undefined): Promise<Interrupted> {
  const stop = new AbortController();
  const told = ask({
    kept,
    chunk: QUESTION.events,
    signal: stop.signal,
    tell: ({ eventsDone, eventsTotal }) => {
      if (eventsDone >= eventsTotal / 2) stop.abort();
    },
  });
  return await told.then(
    () => expect.unreachable(),
    (error: unknown) => error as Interrupted,
  );
}

it('keeps the masses of an exclusion that is stopped, for the same question to go on from, with the same bits', async () => {
  const kept = memory();
  const error = await stopped(kept);
  expect(error).toBeInstanceOf(Interrupted);
  expect(error.kept).toBe(true);
  expect(kept.texts()).toHaveLength(1);
  let first: number | undefined;
  const again = await ask({
    kept,
    tell: ({ eventsDone }) => {
      first ??= eventsDone;
    },
  });
  expect(first).toBeGreaterThanOrEqual(error.eventsDone);
  expect(again.exclusion).toEqual((await ask({})).exclusion);
});

it('says so where nothing is kept', async () => {
  expect((await stopped(undefined)).kept).toBe(false);
});
