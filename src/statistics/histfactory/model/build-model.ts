import { InvalidInput, nearestName, unknownName } from '../../../schema/index.ts';
import { checkWorkspace } from '../document/load-workspace.ts';
import { applyPatches, type JsonPatch } from '../document/patch.ts';
import type {
  ChannelDocument,
  MeasurementDocument,
  SampleDocument,
  WorkspaceDocument,
} from '../document/workspace-document.ts';
import {
  fillNormsys,
  type HistosysCode,
  histosysCodes,
  isKinked,
  type NormsysCode,
  normsysCodes,
  normsysWidth,
  requireCode,
} from './interpolation.ts';
import type { HistFactoryModel, ModelBlock, ModelChannel } from './model.ts';
import { ParameterSet } from './parameter-set.ts';

/** How a workspace becomes a model. */
export interface ModelOptions {
  /** Which measurement; default the first. */
  readonly measurement?: string | undefined;
  /** Interpolation of normsys; default code4. */
  readonly normsys?: NormsysCode | undefined;
  /** Interpolation of histosys; default code4p. */
  readonly histosys?: HistosysCode | undefined;
  /** Parameter of interest in place of the measurement's. */
  readonly poi?: string | undefined;
  /** JSON patches (RFC 6902), applied in order before the model is built. */
  readonly patches?: readonly JsonPatch[] | undefined;
}

/**
 * The model of a workspace for one measurement. Defaults are those of pyhf's command line. Bins of a shapesys without
 * events or without error get no parameter; a staterror without error is fixed.
 * @throws InvalidInput for anything contradictory: names shared between kinds that cannot share, bounds without room, a
 * parameter of interest that nothing carries, observed events in a bin where nothing is expected.
 */
export function buildModel(workspace: WorkspaceDocument, options: ModelOptions = {}): HistFactoryModel {
  const document =
    options.patches === undefined || options.patches.length === 0
      ? checkWorkspace(workspace)
      : applyPatches(workspace, options.patches);
  return new ModelBuilder(document, options).build();
}

class ModelBuilder {
  private readonly document: WorkspaceDocument;
  private readonly measurement: MeasurementDocument;
  private readonly where: string;
  private readonly poi: string;
  private readonly normsysCode: NormsysCode;
  private readonly histosysCode: HistosysCode;
  private readonly parameters = new ParameterSet();
  private readonly numbers: number[] = [];
  private readonly blocks: ModelBlock[] = [];

  constructor(document: WorkspaceDocument, options: ModelOptions) {
    this.document = document;
    this.normsysCode = requireCode('normsys', options.normsys ?? 'code4', normsysCodes);
    this.histosysCode = requireCode('histosys', options.histosys ?? 'code4p', histosysCodes);
    const names = document.measurements.map((m) => m.name);
    const wanted = options.measurement ?? names[0];
    const at = names.indexOf(wanted);
    if (at < 0) throw unknownName('measurement', 'measurement', wanted, names);
    this.measurement = document.measurements[at];
    this.where = `measurements[${at}].config`;
    this.poi = options.poi ?? this.measurement.config.poi;
  }

  build(): HistFactoryModel {
    const channels: ModelChannel[] = [];
    let first = 0;
    for (const [c, channel] of this.document.channels.entries()) {
      channels.push(this.channel(channel, c, first));
      first += channel.samples[0].data.length;
    }
    const notes: string[] = [];
    for (const [k, config] of this.measurement.config.parameters.entries()) {
      if (this.parameters.members(config.name).length > 0)
        this.parameters.configure(config, `${this.where}.parameters[${k}]`);
      else {
        const near = nearestName(config.name, this.parameters.names);
        const hint = near === undefined ? '' : ` The nearest is '${near}'.`;
        notes.push(`The measurement configures '${config.name}', which no modifier uses.${hint}`);
      }
    }
    const parameters = this.parameters.finished(`${this.where}.parameters`);
    const observations = new Map(this.document.observations.map((o) => [o.name, o.data]));
    const observed = Float64Array.from(this.document.channels.flatMap((channel) => observations.get(channel.name)!));
    this.requireExpectation(observed, channels);
    return {
      measurement: this.measurement.name,
      parameters,
      poi: this.findPoi(),
      channels,
      blocks: this.blocks,
      bins: first,
      observed,
      normsysCode: this.normsysCode,
      histosysCode: this.histosysCode,
      normsysNumbers: Float64Array.from(this.numbers),
      notes,
    };
  }

  private findPoi(): number {
    if (this.poi === '') return -1;
    const members = this.parameters.members(this.poi);
    const names = this.parameters.names;
    if (members.length === 0) throw unknownName(`${this.where}.poi`, 'parameter of interest', this.poi, names);
    if (members.length > 1)
      throw new InvalidInput(`${this.where}.poi`, `'${this.poi}' has ${members.length} parameters, one per bin.`);
    return members[0];
  }

  private channel(channel: ChannelDocument, c: number, first: number): ModelChannel {
    const bins = channel.samples[0].data.length;
    const families = new Map<string, Int32Array>();
    const params: number[] = [];
    channel.samples.forEach((sample, s) => {
      this.sample(channel, sample, `channels[${c}].samples[${s}]`, c, first, params, families);
    });
    return { name: channel.name, first, bins, params: Int32Array.from(params), families: [...families.values()] };
  }

  /** One parameter per bin for all samples of the channel that carry it: δ = √Σσ² / Σ nominal. */
  private staterror(channel: ChannelDocument, c: number, name: string, bins: number): Int32Array {
    const total = new Float64Array(bins);
    const variance = new Float64Array(bins);
    for (const sample of channel.samples)
      for (const modifier of sample.modifiers)
        if (modifier.type === 'staterror' && modifier.name === name)
          for (let i = 0; i < bins; i++) {
            total[i] += sample.data[i];
            variance[i] += modifier.data[i] * modifier.data[i];
          }
    return Int32Array.from({ length: bins }, (_, i) => {
      const relative = total[i] > 0 ? Math.sqrt(variance[i]) / total[i] : 0;
      const idle = !(relative > 0);
      return this.parameters.bin(name, 'staterror', idle ? 1 : relative, idle, `channels[${c}]`);
    });
  }

  private sample(
    document: ChannelDocument,
    sample: SampleDocument,
    where: string,
    channel: number,
    first: number,
    params: number[],
    families: Map<string, Int32Array>,
  ): void {
    const nominal = Float64Array.from(sample.data);
    const bins = nominal.length;
    const scalars: number[] = [];
    const normsys: number[] = [];
    const shapes: number[] = [];
    const slopes: Float64Array[] = [];
    const bends: Float64Array[] = [];
    const own: number[] = [];
    for (const [m, modifier] of sample.modifiers.entries()) {
      const at = `${where}.modifiers[${m}]`;
      const { name, type } = modifier;
      if (type === 'normfactor' || type === 'lumi') {
        scalars.push(this.parameters.scalar(name, type, false, at));
        normsys.push(-1);
      } else if (type === 'normsys') {
        scalars.push(this.parameters.scalar(name, type, isKinked(this.normsysCode), at));
        normsys.push(this.numbers.length);
        const row = new Float64Array(normsysWidth);
        fillNormsys(this.normsysCode, modifier.data.hi, modifier.data.lo, row, 0, `${at}.data`);
        this.numbers.push(...row);
      } else if (type === 'histosys') {
        shapes.push(this.parameters.scalar(name, type, isKinked(this.histosysCode), at));
        const { hi_data: hi, lo_data: lo } = modifier.data;
        slopes.push(Float64Array.from({ length: bins }, (_, i) => 0.5 * (hi[i] - lo[i])));
        bends.push(Float64Array.from({ length: bins }, (_, i) => 0.5 * (hi[i] + lo[i]) - nominal[i]));
      } else {
        if (type === 'shapesys') {
          if (this.parameters.members(name).length > 0)
            throw new InvalidInput(at, `the shapesys '${name}' is used a second time; each sample needs its own.`);
          families.set(`${name} ${where}`, this.shapesys(name, nominal, modifier.data, at));
          own.push([...families.keys()].indexOf(`${name} ${where}`));
        } else {
          if (!families.has(name))
            families.set(
              name,
              type === 'shapefactor' ? this.shapefactor(name, bins, at) : this.staterror(document, channel, name, bins),
            );
          own.push([...families.keys()].indexOf(name));
        }
      }
    }
    const distinct = [...new Set([...scalars, ...shapes])];
    for (const p of distinct) if (!params.includes(p)) params.push(p);
    this.blocks.push({
      sample: sample.name,
      channel,
      first,
      nominal,
      scalars: Int32Array.from(scalars),
      normsys: Int32Array.from(normsys),
      shapes: Int32Array.from(shapes),
      slopes,
      bends,
      families: Int32Array.from(own),
      locals: Int32Array.from(distinct, (p) => params.indexOf(p)),
      localScalar: Int32Array.from(distinct, (p) => scalars.indexOf(p)),
      localShape: Int32Array.from(distinct, (p) => shapes.indexOf(p)),
    });
  }

  /** A parameter for each bin with events and an error: aux counts τ = (nominal/σ)² events. */
  private shapesys(name: string, nominal: Float64Array, errors: readonly number[], where: string): Int32Array {
    return Int32Array.from(nominal, (events, i) => {
      if (!(events > 0 && errors[i] > 0)) return -1;
      const ratio = events / errors[i];
      return this.parameters.bin(name, 'shapesys', ratio * ratio, false, where);
    });
  }

  /** A free parameter for each bin, the same ones wherever the name stands. */
  private shapefactor(name: string, bins: number, where: string): Int32Array {
    const known = this.parameters.members(name);
    if (known.length === 0)
      return Int32Array.from({ length: bins }, () => this.parameters.bin(name, 'shapefactor', 0, false, where));
    if (known.length !== bins)
      throw new InvalidInput(where, `the shapefactor '${name}' has ${known.length} bins elsewhere and ${bins} here.`);
    return Int32Array.from(known);
  }

  private requireExpectation(observed: Float64Array, channels: readonly ModelChannel[]): void {
    const possible = new Uint8Array(observed.length);
    for (const block of this.blocks)
      for (let i = 0; i < block.nominal.length; i++)
        if (block.nominal[i] !== 0 || block.slopes.some((s) => s[i] !== 0) || block.bends.some((b) => b[i] !== 0))
          possible[block.first + i] = 1;
    for (const channel of channels)
      for (let i = 0; i < channel.bins; i++) {
        const n = observed[channel.first + i];
        if (n > 0 && possible[channel.first + i] === 0)
          throw new InvalidInput(
            `observations.${channel.name}.data[${i}]`,
            `${n} events are observed where every sample expects none, whatever the parameters.`,
          );
      }
  }
}
