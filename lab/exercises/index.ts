import type { Exercise } from '../masterclass/exercise.ts';
import nothingElse from './nothing-else.ts';
import oneInAHundredBillion from './one-in-a-hundred-billion.ts';
import whichDecay from './which-decay.ts';

/** The exercises of the masterclass, in the order of the hour. */
export const exercises: readonly Exercise[] = [whichDecay, oneInAHundredBillion, nothingElse];

/** The id of an exercise. */
export type ExerciseId = 'which-decay' | 'one-in-a-hundred-billion' | 'nothing-else';
