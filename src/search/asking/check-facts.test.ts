import { expect, it } from 'vitest';
import { experiments } from '../../experiments/index.ts';
import { checkFacts } from './check-facts.ts';

const fact = (value: number, error?: number) => ({
  value,
  tag: 'published',
  source: 'a book',
  ...(error && { error }),
});

it.each([
  [{ normalisation: { observed: fact(10, -1) } }, 'x.normalisation.observed.error: found -1, an error is zero or more'],
  [{ a: { branchingRatio: fact(1.5) } }, 'x.a.branchingRatio.value: found 1.5, a branching ratio lies above 0'],
  [{ a: { branchingRatio: fact(-0.1) } }, 'x.a.branchingRatio.value: found -0.1'],
  [{ triggers: { line: { downscaling: fact(0) } } }, 'x.triggers.line.downscaling.value: found 0, a downscaling'],
])('refuses %j', (document, sentence) => {
  expect(() => checkFacts(document, 'x')).toThrow(sentence);
});

it('finds nothing wrong in the experiments there are', () => {
  for (const [id, experiment] of Object.entries(experiments)) expect(() => checkFacts(experiment, id)).not.toThrow();
});
