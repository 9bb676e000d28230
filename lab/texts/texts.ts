import type { TrackWords } from '../events/track-table.tsx';
import type { ExerciseId } from '../exercises/index.ts';
import type { Tag } from '../masterclass/exercise.ts';

/** What is said of an exercise. */
export interface ExerciseTexts {
  readonly title: string;
  readonly question: string;
  /** Help, shown until it is put away. */
  readonly help: readonly string[];
}

/** Every text of the masterclass: a language is a file with all of them. */
export interface Texts extends TrackWords {
  readonly language: string;
  readonly title: string;
  readonly lead: string;
  readonly exercises: Readonly<Record<ExerciseId, ExerciseTexts>>;
  readonly tags: Readonly<Record<Tag, string>>;
  readonly minutes: (minutes: number) => string;
  readonly eventOf: (number: number, all: number) => string;
  readonly before: string;
  readonly next: string;
  readonly showHelp: string;
  readonly hideHelp: string;
  readonly whatIsIt: string;
  readonly clusters: string;
  readonly vetoFired: string;
  readonly vetoSilent: string;
  readonly missingMass: string;
  readonly events: string;
  readonly seenMomentum: string;
  readonly histogramOf: (tagged: number) => string;
  readonly cuts: string;
  readonly cutMass: string;
  readonly cutMomentum: string;
  readonly cutEnergy: string;
  readonly cutMuon: string;
  readonly openBox: string;
  readonly openWarning: string;
  readonly boxResult: (passing: number, found: number, all: number) => string;
  readonly branching: (low: string, high: string) => string;
  readonly score: (right: number, all: number) => string;
  readonly enough: string;
  readonly group: string;
  readonly save: string;
  readonly again: string;
  readonly teacher: string;
  readonly student: string;
  readonly plan: string;
  readonly planLines: readonly string[];
  readonly showAnswers: string;
  readonly dropResults: string;
  readonly mergedResult: (groups: number, answered: number, right: number) => string;
  readonly loading: string;
}
