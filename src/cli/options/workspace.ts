import { histosysCodes, normsysCodes } from '../../statistics/histfactory/model/interpolation.ts';
import { choice, option } from './option.ts';
import { readText } from './text.ts';

/** Options of every command that reads a pyhf workspace. */
export const WORKSPACE_OPTIONS = {
  measurement: option(readText, 'Measurement of the workspace', 'the first'),
  normsys: choice(normsysCodes, 'Interpolation of normsys', 'code4'),
  histosys: choice(histosysCodes, 'Interpolation of histosys', 'code4p'),
};
