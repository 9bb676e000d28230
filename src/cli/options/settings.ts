import { many, option } from './option.ts';
import { readText } from './text.ts';

/** What a setting is about: the part before the first '='. */
export const subjectOf = (setting: string): string => setting.split('=', 1)[0].trim();

/** Changes of a search; what a path may be is for the document to say. */
export const SET_OPTION = many(String, "Change the search, or below 'experiment.' the experiment: path=value");

/** Counts of a user's own, for commands that carry a search out. */
export const DATA_OPTION = option(
  readText,
  'File with your own counts per bin (behind a dump: per region): JSON, CSV, UHI, HEPData; blinded like pseudo-data',
  'seeded pseudo-data',
);

/** Folder of a run. */
export const RUN_FOLDER_OPTION = option(readText, 'Folder of the run', 'runs/ID-digest');
