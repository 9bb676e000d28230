import { InvalidInput, unknownName } from '../../schema/index.ts';
import { type Beside, UnknownFile } from '../unknown-file.ts';
import { type BinnedHistogram, innerBins } from './binned-histogram.ts';
import root, { readRoot } from './root.ts';
import uhi from './uhi.ts';

/** Bin contents without flow, and their standard deviations (of counts where the file has none). */
export interface BinContents {
  readonly values: readonly number[];
  readonly errors: readonly number[];
}

/** Histograms of the files that a document names, each file read once. ROOT and UHI (JSON) are told apart by content. */
export class HistogramSource {
  readonly #beside: Beside;
  readonly #files = new Map<string, Promise<Readonly<Record<string, BinnedHistogram>>>>();

  constructor(beside: Beside) {
    this.#beside = beside;
  }

  async #read(path: string): Promise<Readonly<Record<string, BinnedHistogram>>> {
    const bytes = await this.#beside(path);
    if (bytes === null) throw new InvalidInput(path, 'is named in the document and is not there.');
    const file = new UnknownFile(path, bytes);
    if (root.recognise(file)) return (await readRoot(file)).histograms;
    if (uhi.recognise(file)) return (await uhi.read!(file)).content;
    throw new InvalidInput(path, 'is neither a ROOT file nor a JSON map of histograms (UHI).');
  }

  /** Whether a file holds a histogram of that path. */
  async has(path: string, name: string): Promise<boolean> {
    return Object.hasOwn(await this.#of(path), name);
  }

  #of(path: string): Promise<Readonly<Record<string, BinnedHistogram>>> {
    const known = this.#files.get(path) ?? this.#read(path);
    this.#files.set(path, known);
    return known;
  }

  /** The bins of a histogram. Throws InvalidInput, with the nearest name, when it is not there. */
  async bins(path: string, name: string): Promise<BinContents> {
    const histograms = await this.#of(path);
    if (!Object.hasOwn(histograms, name)) throw unknownName(path, 'histogram', name, Object.keys(histograms));
    const histogram = histograms[name];
    const values = innerBins(histogram, histogram.values);
    const variances = innerBins(histogram, histogram.variances ?? histogram.values);
    return { values, errors: variances.map((variance) => Math.sqrt(Math.max(0, variance))) };
  }
}
