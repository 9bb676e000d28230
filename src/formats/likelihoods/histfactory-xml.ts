import { InvalidInput } from '../../schema/index.ts';
import { checkWorkspace } from '../../statistics/histfactory/document/load-workspace.ts';
import type {
  ChannelDocument,
  MeasurementDocument,
  ModifierDocument,
  ParameterDocument,
  SampleDocument,
} from '../../statistics/histfactory/document/workspace-document.ts';
import { defineFormat } from '../format.ts';
import { type BinContents, HistogramSource } from '../histograms/histogram-source.ts';
import { UnknownFile } from '../unknown-file.ts';
import { readXml, type XmlElement } from './xml.ts';

/** Names of files and paths inside of them that an element inherits from those around it. */
interface Origin {
  readonly file: string;
  readonly path: string;
}

type NormFactors = Map<string, ParameterDocument>;

const isTrue = (text: string | undefined): boolean => /^(true|1)$/i.test(text ?? '');
const plain = (path: string): string => path.replace(/^\.\//, '');
const children = (element: XmlElement, name: string): XmlElement[] =>
  element.children.filter((child) => child.name === name);

function attribute({ name, attributes }: XmlElement, key: string): string {
  const value = attributes.get(key);
  if (value === undefined) throw new InvalidInput(`<${name}>`, `the attribute '${key}' is missing.`);
  return value;
}

function numberOf(element: XmlElement, key: string, otherwise?: number): number {
  const text = otherwise !== undefined && !element.attributes.has(key) ? String(otherwise) : attribute(element, key);
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value))
    throw new InvalidInput(`<${element.name} ${key}>`, `found '${text.slice(0, 40)}', a number is needed.`);
  return value;
}

/** One channel, read with the histograms that it names. */
class ChannelReader {
  readonly #histograms: HistogramSource;
  readonly #factors: NormFactors;
  readonly notes: string[] = [];

  constructor(histograms: HistogramSource, factors: NormFactors) {
    this.#histograms = histograms;
    this.#factors = factors;
  }

  #bins(element: XmlElement, origin: Origin, suffix = ''): Promise<BinContents> {
    const { attributes } = element;
    const file = plain(attributes.get(`InputFile${suffix}`) ?? attributes.get('InputFile') ?? origin.file);
    const folder = (attributes.get(`HistoPath${suffix}`) ?? attributes.get('HistoPath') ?? origin.path).replace(
      /^\/|\/$/g,
      '',
    );
    const name = attribute(element, `HistoName${suffix}`);
    return this.#histograms.bins(file, folder === '' ? name : `${folder}/${name}`);
  }

  async read(channel: XmlElement): Promise<{ channel: ChannelDocument; observed: number[] }> {
    const origin = { file: channel.attributes.get('InputFile') ?? '', path: channel.attributes.get('HistoPath') ?? '' };
    const name = attribute(channel, 'Name');
    const [data] = children(channel, 'Data');
    if (data === undefined) throw new InvalidInput(`<Channel ${name}>`, 'has no <Data>.');
    const samples: SampleDocument[] = [];
    for (const sample of children(channel, 'Sample')) samples.push(await this.#sample(sample, origin, name));
    return { channel: { name, samples }, observed: [...(await this.#bins(data, origin)).values] };
  }

  async #sample(sample: XmlElement, outer: Origin, channel: string): Promise<SampleDocument> {
    const nominal = await this.#bins(sample, outer);
    const origin = {
      file: sample.attributes.get('InputFile') ?? outer.file,
      path: sample.attributes.get('HistoPath') ?? outer.path,
    };
    const modifiers: ModifierDocument[] = [];
    if (isTrue(sample.attributes.get('NormalizeByTheory'))) modifiers.push({ name: 'lumi', type: 'lumi', data: null });
    for (const element of sample.children) {
      const made = await this.#modifier(element, nominal, origin, channel);
      if (made !== null) modifiers.push(made);
    }
    return { name: attribute(sample, 'Name'), data: [...nominal.values], modifiers };
  }

  async #modifier(
    element: XmlElement,
    nominal: BinContents,
    origin: Origin,
    channel: string,
  ): Promise<ModifierDocument | null> {
    const relative = async (): Promise<number[]> =>
      (await this.#bins(element, origin)).values.map((value, k) => value * nominal.values[k]);
    switch (element.name) {
      case 'NormFactor': {
        const name = attribute(element, 'Name');
        this.#factors.set(name, {
          name,
          inits: [numberOf(element, 'Val', 1)],
          bounds: [[numberOf(element, 'Low', 0), numberOf(element, 'High', 10)]],
          ...(isTrue(element.attributes.get('Const')) ? { fixed: true } : {}),
        });
        return { name, type: 'normfactor', data: null };
      }
      case 'OverallSys':
        return {
          name: attribute(element, 'Name'),
          type: 'normsys',
          data: { lo: numberOf(element, 'Low'), hi: numberOf(element, 'High') },
        };
      case 'HistoSys': {
        const [low, high] = [await this.#bins(element, origin, 'Low'), await this.#bins(element, origin, 'High')];
        return {
          name: attribute(element, 'Name'),
          type: 'histosys',
          data: { lo_data: [...low.values], hi_data: [...high.values] },
        };
      }
      case 'ShapeSys':
        if (element.attributes.get('ConstraintType') === 'Gaussian')
          this.notes.push(`${attribute(element, 'Name')}: a Gaussian constraint is read as a Poisson one`);
        return { name: attribute(element, 'Name'), type: 'shapesys', data: await relative() };
      case 'ShapeFactor':
        return { name: attribute(element, 'Name'), type: 'shapefactor', data: null };
      case 'StatError': {
        if (!isTrue(element.attributes.get('Activate'))) return null;
        const data = element.attributes.has('HistoName') ? await relative() : [...nominal.errors];
        return { name: `staterror_${channel}`, type: 'staterror', data };
      }
      default:
        this.notes.push(`<${element.name}> is not read`);
        return null;
    }
  }
}

function measurementOf(element: XmlElement, factors: NormFactors, lumi: boolean, notes: string[]): MeasurementDocument {
  const parameters = new Map(factors);
  if (lumi) {
    const value = numberOf(element, 'Lumi', 1);
    const sigma = value * numberOf(element, 'LumiRelErr', 0);
    parameters.set('lumi', {
      name: 'lumi',
      inits: [value],
      auxdata: [value],
      sigmas: [sigma],
      bounds: [[value - 5 * sigma, value + 5 * sigma]],
    });
  }
  for (const setting of children(element, 'ParamSetting')) {
    for (const word of setting.text.trim().split(/\s+/)) {
      const name = word === 'Lumi' ? 'lumi' : word.replace(/^alpha_/, '');
      if (name === '' || (name === 'lumi' && !lumi)) continue;
      const value = setting.attributes.has('Val') ? { inits: [numberOf(setting, 'Val')] } : {};
      const fixed = isTrue(setting.attributes.get('Const')) ? { fixed: true } : {};
      parameters.set(name, { ...(parameters.get(name) ?? { name }), ...value, ...fixed });
    }
  }
  const [poi = ''] = (children(element, 'POI')[0]?.text ?? '').trim().split(/\s+/);
  for (const { name } of element.children)
    if (!['POI', 'ParamSetting'].includes(name))
      notes.push(`<${name}> is not read: all constraints are HistFactory's usual ones`);
  return { name: attribute(element, 'Name'), config: { poi, parameters: [...parameters.values()] } };
}

export default defineFormat({
  id: 'histfactory-xml',
  title: 'HistFactory XML (Combination) with its channels and histograms',
  what: 'likelihood',
  endings: ['.xml'],
  recognise: ({ head }) => /<Combination[\s>]/.test(head),
  async read(file) {
    const root = readXml(file.text(), file.name);
    if (root.name !== 'Combination')
      throw new InvalidInput(file.name, `has <${root.name}> where <Combination> belongs.`);
    const factors: NormFactors = new Map();
    const reader = new ChannelReader(new HistogramSource(file.beside), factors);
    const found: Awaited<ReturnType<ChannelReader['read']>>[] = [];
    for (const input of children(root, 'Input')) {
      const name = plain(input.text.trim());
      const bytes = await file.beside(name);
      if (bytes === null) throw new InvalidInput(file.name, `names the channel file '${name}', which is not there.`);
      found.push(await reader.read(readXml(new UnknownFile(name, bytes).text(), name)));
    }
    const { notes } = reader;
    const lumi = found.some(({ channel }) =>
      channel.samples.some(({ modifiers }) => modifiers.some(({ type }) => type === 'lumi')),
    );
    const workspace = checkWorkspace({
      channels: found.map(({ channel }) => channel),
      observations: found.map(({ channel, observed }) => ({ name: channel.name, data: observed })),
      measurements: children(root, 'Measurement').map((one) => measurementOf(one, factors, lumi, notes)),
      version: '1.0.0',
    });
    return { content: { workspace, notes: [...new Set(notes)] }, lost: [...new Set(notes)] };
  },
});
