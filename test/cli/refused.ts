import { beforeAll, expect, it } from 'vitest';
import { manyLines, type Outcome } from './spillway.ts';

/** What is typed, and the sentence that answers. */
export type Refused = readonly [args: readonly string[], sentence: RegExp];

const withJson = (line: readonly string[]): readonly string[] =>
  line.some((word) => word.startsWith('--json')) ? line : [...line, '--json'];

/** A test for each line: one sentence on stderr, exit code 2 and nothing on stdout. All lines run in one process. */
export function refusedInOneSentence(folder: () => string, cases: readonly Refused[]): void {
  let outcomes: readonly Outcome[];
  beforeAll(async () => {
    outcomes = await manyLines(
      folder(),
      cases.map(([line]) => withJson(line)),
    );
  }, 120_000);

  it.each(cases.map(([line, sentence], i) => [line, sentence, i] as const))(
    '%j is refused with one sentence, exit code 2 and nothing on stdout',
    (_, sentence, i) => {
      const { code, stdout, stderr } = outcomes[i];
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(sentence);
      expect(stderr.trim().split('\n')).toHaveLength(1);
      expect(stderr.length).toBeLessThan(1300);
    },
  );
}
