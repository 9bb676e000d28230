/**
 * A pyhf workspace, version 1.0.0, as plain JSON (https://scikit-hep.org/pyhf/schemas/1.0.0/workspace.json): channels
 * of samples with modifiers, the observed counts, and measurements that name the parameter of interest.
 */
export interface WorkspaceDocument {
  channels: ChannelDocument[];
  observations: ObservationDocument[];
  measurements: MeasurementDocument[];
  version: '1.0.0';
}

/** A region of the data with its bins; all samples have as many. */
export interface ChannelDocument {
  name: string;
  samples: SampleDocument[];
}

/** Expected events per bin of one process, and what moves them. */
export interface SampleDocument {
  name: string;
  data: number[];
  modifiers: ModifierDocument[];
}

/** One thing that moves a sample: what it is called, what kind it is, and its size. */
export type ModifierDocument =
  | { name: string; type: 'normfactor' | 'shapefactor' | 'lumi'; data: null }
  | { name: string; type: 'normsys'; data: { hi: number; lo: number } }
  | { name: string; type: 'histosys'; data: { hi_data: number[]; lo_data: number[] } }
  | { name: string; type: 'shapesys' | 'staterror'; data: number[] };

/** The kinds of modifiers that HistFactory knows. */
export const modifierTypes = [
  'normfactor',
  'normsys',
  'histosys',
  'shapesys',
  'staterror',
  'shapefactor',
  'lumi',
] as const;
/** One of `modifierTypes`. */
export type ModifierType = (typeof modifierTypes)[number];

/** The counts seen in a channel. */
export interface ObservationDocument {
  name: string;
  data: number[];
}

/** A parameter of interest ('' for none) and what is set about the parameters. */
export interface MeasurementDocument {
  name: string;
  config: { poi: string; parameters: ParameterDocument[] };
}

/** What a measurement says about a parameter; whatever is left out keeps the default of the modifier's type. */
export interface ParameterDocument {
  name: string;
  inits?: number[];
  bounds?: [number, number][];
  auxdata?: number[];
  sigmas?: number[];
  factors?: number[];
  fixed?: boolean;
}
