import { expect, it } from 'vitest';
import { searches } from '../../searches/index.ts';
import { planOf } from '../run/run.ts';
import type { Session } from './command.ts';
import { ProgressStrip } from './progress-strip.ts';
import { stripOfRuns } from './run-progress.ts';

it('shows the run begun first of those under way, and the next when it has ended', () => {
  let clock = 0;
  let written = '';
  const stream = { isTTY: true, columns: 100, write: (text: string) => (written += text) };
  const progress = new ProgressStrip(stream, () => clock);
  const follow = stripOfRuns({ progress, notice: () => undefined } as unknown as Session, 2);
  const [first, second] = (['kaon-munuee', 'kaon-pimumu'] as const).map((id) => searches[id]);
  const plans = [first, second].map((search) => planOf(search, { events: 1000 }));
  const standing = (eventsDone: number) => ({
    ...{ sample: 'signal', samples: [], sums: plans[0].samples.map(() => new Float64Array(0)) },
    ...{ eventsDone, eventsTotal: 1000, eventsKept: 0, eventsPerSecond: 10, secondsLeft: 9 },
  });
  const shown = (act: () => void): string => {
    clock += 5;
    written = '';
    act();
    return /kaon-\w+ \(\d of \d\)/.exec(written)?.[0] ?? '';
  };
  const one = follow(first);
  const other = follow(second);
  expect(shown(() => one.onPlan?.(plans[0], ''))).toBe('kaon-munuee (1 of 2)');
  expect(shown(() => other.onPlan?.(plans[1], ''))).toBe('');
  expect(shown(() => other.onProgress?.(standing(10)))).toBe('');
  expect(shown(() => one.onProgress?.(standing(10)))).toBe('kaon-munuee (1 of 2)');
  one.end();
  expect(shown(() => other.onProgress?.(standing(20)))).toBe('kaon-pimumu (2 of 2)');
});
