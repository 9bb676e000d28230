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

it('says a fault is a fault, and nothing of the kind for bad input, a full disk or memory', () => {
  expect(errorSentence(new TypeError('x is not a function'))).toBe(
    'fault in Spillway, not in what you typed: TypeError: x is not a function (SPILLWAY_DEBUG=1 shows where)',
  );
  const full = Object.assign(new Error('write'), { code: 'ENOSPC', path: 'x.csv' });
  expect([exitCodeOf(full), errorSentence(full)]).toEqual([
    EXIT.badInput,
    'x.csv: the disk is full; free some space and run the same command again.',
  ]);
  const none = new RangeError('normalSurvival: needs a number, found NaN');
  expect([exitCodeOf(none), errorSentence(none)]).toEqual([
    EXIT.badInput,
    expect.stringMatching(/^no finite number comes out/),
  ]);
  const memory = new RangeError('Array buffer allocation failed');
  expect([exitCodeOf(memory), errorSentence(memory)]).toEqual([EXIT.badInput, expect.stringMatching(/^out of memory/)]);
  expect(exitCodeOf(Object.assign(new TypeError('odd'), { code: 'ERR_INVALID_ARG_TYPE' }))).toBe(EXIT.fault);
  expect(errorSentence(new InvalidInput('--events', 'found 0.'))).toBe('--events: found 0.');
  expect(errorSentence(new Interrupted(5, 9))).toBe(
    'stopped after 5 of 9 events; what is finished is kept, the same command goes on from there.',
  );
  expect(errorSentence(new Interrupted(5, 9, false))).toBe('stopped after 5 of 9 events; nothing of it is kept.');
});
