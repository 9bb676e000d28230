import { negligibleLimit, type RunPower, spreadOf } from '../../../search/results/power.ts';
import { percent } from '../../../search/results/power-text.ts';
import type { ReportTable } from '../../../stages/report/index.ts';

/** What each sample is known to from the size of the simulation alone, beside what is enough. */
export const powerTable = ({ samples, background }: RunPower): ReportTable => ({
  caption:
    'What the size of the simulation leaves open: equal weights that would scatter as much, the relative error, and the error that is enough',
  columns: ['sample', 'decays', 'candidates', 'worth', 'error', 'enough', ''],
  rows: [
    ...samples.map(({ sample, events, candidates, effective, result: { value, error }, unseen, target, met }) => [
      sample,
      { text: events.toLocaleString('en-GB') },
      candidates,
      Number(effective.toPrecision(3)),
      { text: value > 0 ? percent(error / value) : unseen > 0 ? `below ${unseen.toPrecision(2)} events` : '–' },
      { text: target === null ? 'does not matter' : percent(target) },
      { text: met ? '' : 'missed' },
    ]),
    ...(background === null
      ? []
      : [
          [
            'total background',
            null,
            null,
            null,
            {
              text:
                background.result.value > 0
                  ? percent(spreadOf(background, negligibleLimit(background.target ?? 0)) / background.result.value)
                  : `below ${background.unseen.toPrecision(2)} events`,
            },
            { text: percent(background.target ?? 0) },
            { text: background.met ? '' : 'missed' },
          ],
        ]),
  ],
  emphasis: background === null ? [] : [samples.length],
});
