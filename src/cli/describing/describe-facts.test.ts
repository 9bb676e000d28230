import { expect, it } from 'vitest';
import { experiments } from '../../experiments/index.ts';
import { describeExperiment } from './describe-experiment.ts';

it.each(Object.entries(experiments))('describes %s in lines that can be read', (_, experiment) => {
  const lines = describeExperiment(experiment).split('\n');
  expect(lines.length).toBeGreaterThan(15);
  expect(lines.filter((line) => [...line].length > 140)).toEqual([]);
});
