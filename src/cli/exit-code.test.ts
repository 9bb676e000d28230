import { expect, it } from 'vitest';
import { InvalidInput } from '../schema/index.ts';
import { BoxClosed } from '../stages/blinding/box-closed.ts';
import { Interrupted, WorkerFailure } from '../tasks/index.ts';
import { EXIT, exitCodeOf } from './exit-code.ts';
import { errorSentence } from './messages.ts';

it('keeps to the contract: 2 for the input, 3 for a closed box, 130 for an interruption, 1 for our own faults', () => {
  expect(exitCodeOf(new InvalidInput('a', 'b'))).toBe(2);
  expect(exitCodeOf(new BoxClosed('closed'))).toBe(3);
  expect(exitCodeOf(new Interrupted(1, 2))).toBe(130);
  expect(exitCodeOf(AbortSignal.abort().reason)).toBe(130);
  expect(exitCodeOf(new WorkerFailure('threw', 'x'))).toBe(1);
  expect(exitCodeOf(new TypeError('x is not a function'))).toBe(1);
  expect(exitCodeOf('thrown text')).toBe(1);
  expect(EXIT.done).toBe(0);
});

it('says a fault is a fault, with where it happened, and nothing of the kind for bad input', () => {
  expect(errorSentence(new TypeError('x is not a function'))).toMatch(/^fault in Spillway.*x is not a function\n +at /);
  expect(errorSentence(new InvalidInput('--events', 'found 0.'))).toBe('--events: found 0.');
  expect(errorSentence(new Interrupted(5, 9))).toBe(
    'stopped after 5 of 9 events; what is finished is kept, the same command goes on from there.',
  );
});
