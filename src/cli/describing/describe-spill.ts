import type { Experiment, VetoName } from '../../experiments/experiment.ts';
import { type ActivityName, activityOf, decayRate } from '../../modes/kaon/spill/activity.ts';
import { quietOf } from '../../modes/kaon/spill/random-veto.ts';
import { SPEED_OF_LIGHT } from '../../units/index.ts';
import { tableText } from '../text/table.ts';

const ACTIVITIES: readonly ActivityName[] = [
  'large angle',
  'small angle',
  'charged in the calorimeter',
  'cluster',
  'hard cluster',
];
const INTENSITIES = [0.5, 0.75, 1, 1.25, 1.5, 2];
const SETS: readonly VetoName[] = ['standard', 'hermetic'];

/** What a spill does: rates per detector, and the probability that nothing accidental vetoes, against intensity. */
export function spillText(experiment: Experiment): string {
  const activity = activityOf(experiment);
  const decays = (decayRate(experiment) * SPEED_OF_LIGHT) / 1e6;
  const rate = (name: ActivityName) => decays * activity.reduce((sum, { share, hits }) => sum + share * hits[name], 0);
  const mean = (experiment.beam.rate.value * SPEED_OF_LIGHT) / 1e6;
  return [
    `The spill: ${mean.toFixed(1)} MHz of kaons, ${decays.toFixed(2)} MHz of them decay where the detectors see them`,
    tableText(
      [
        ['HIT (clusters above 1 GeV, hard ones above 15 GeV)', 'MHz'],
        ...ACTIVITIES.map((name) => [name, rate(name).toFixed(2)]),
      ],
      [1],
    ),
    '',
    'Probability that no accidental decay or halo muon vetoes an event, against the mean intensity',
    tableText(
      [
        ['INTENSITY', 'WINDOWS', 'LARGE ANGLE', 'SMALL ANGLE', 'CLUSTERS', 'CHARGED', 'HALO', 'ALL'],
        ...INTENSITIES.flatMap((intensity) =>
          SETS.map((name) => {
            const quiet = quietOf(experiment, name, intensity);
            return [
              `× ${intensity}`,
              name,
              ...[quiet.largeAngle, quiet.smallAngle, quiet.calorimeter, quiet.charged, quiet.halo, quiet.any].map(
                (value) => value.toFixed(3),
              ),
            ];
          }),
        ),
      ],
      [2, 3, 4, 5, 6, 7],
    ),
  ].join('\n');
}
