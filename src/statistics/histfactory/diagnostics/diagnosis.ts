import { type WorkspaceFit, workspaceFit } from '../fit/workspace-fit.ts';
import { type HistFactoryModel, observedData } from '../model/model.ts';
import { type GoodnessOfFit, goodnessOfFit } from './goodness-of-fit.ts';
import { type Impact, impacts } from './impacts.ts';
import { type ParameterMap, type ParameterScan, parameterMap, parameterScan } from './parameter-scan.ts';
import { type Pull, pulls } from './pulls.ts';
import { type ChannelYields, yields } from './yields.ts';

/** What to look at beside the fit itself. */
export interface DiagnosisOptions {
  /** Impacts on the parameter of interest: two to four more fits per parameter. */
  readonly impacts?: boolean | undefined;
  /** Parameters whose likelihood is scanned. */
  readonly scans?: readonly string[] | undefined;
  /** Two parameters whose likelihood is mapped. */
  readonly map?: readonly [string, string] | undefined;
  /** Toys of the goodness of fit. */
  readonly toys?: number | undefined;
  readonly seed?: number | undefined;
}

/** A fit with what one looks at next; plain JSON. */
export interface Diagnosis extends WorkspaceFit {
  readonly pulls: readonly Pull[];
  /** Null where they were not asked for, or the model names no parameter of interest. */
  readonly impacts: readonly Impact[] | null;
  readonly goodness: GoodnessOfFit;
  readonly yields: readonly ChannelYields[];
  readonly scans: readonly ParameterScan[];
  readonly map: ParameterMap | null;
}

/**
 * The fit of a model with pulls and constraints, impacts, goodness of fit, yields, and scans of its likelihood. Where the
 * fit is not valid, what needs one is left empty and `reason` says why.
 * @throws InvalidInput for unknown parameters.
 */
export function diagnosis(model: HistFactoryModel, options: DiagnosisOptions = {}): Diagnosis {
  const fit = workspaceFit(model);
  const data = observedData(model);
  const { toys, seed, scans = [], map } = options;
  return {
    ...fit,
    pulls: pulls(model, data).pulls,
    impacts: options.impacts === true && model.poi >= 0 && fit.valid ? impacts(model, data).impacts : null,
    goodness: goodnessOfFit(model, data, { toys, seed }),
    yields: yields(model, data).channels,
    scans: fit.valid ? scans.map((name) => parameterScan(model, name)) : [],
    map: fit.valid && map !== undefined ? parameterMap(model, map) : null,
  };
}
