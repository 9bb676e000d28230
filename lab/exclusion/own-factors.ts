/** A number of an own model's document that weighs its production: one for all mechanisms, one of several, a coupling. */
export interface OwnFactor {
  /** The mechanism that it multiplies; '' for all, 'coupling' for the coupling that makes the particle. */
  readonly name: string;
  readonly title: string;
  readonly value: number;
}

interface Production {
  readonly factor?: number | Readonly<Record<string, number>>;
  readonly coupling?: number;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The document of a text and its production; undefined where there is none. */
function read(text: string) {
  try {
    const document: unknown = JSON.parse(text);
    if (!isRecord(document) || !isRecord(document['production'])) return undefined;
    return { document, production: document['production'] as Production };
  } catch {
    return undefined;
  }
}

/** The factors of a model's text; none where it is no document. */
export function factorsOf(text: string): readonly OwnFactor[] {
  const found = read(text);
  if (found === undefined) return [];
  const { factor = 1, coupling } = found.production;
  const all = typeof factor === 'number' ? { '': factor } : factor;
  return [
    ...Object.entries(all).map(([name, value]) => ({ name, title: name === '' ? 'Production' : name, value })),
    ...(coupling === undefined ? [] : [{ name: 'coupling', title: 'Coupling of the production', value: coupling }]),
  ].filter(({ value }) => Number.isFinite(value) && value > 0);
}

/** The text with one factor changed. */
export function withFactor(text: string, name: string, value: number): string {
  const found = read(text);
  if (found === undefined) return text;
  const { document, production } = found;
  const { factor } = production;
  const next =
    name === 'coupling'
      ? { ...production, coupling: value }
      : { ...production, factor: typeof factor === 'object' ? { ...factor, [name]: value } : value };
  return JSON.stringify({ ...document, production: next }, undefined, 2);
}

/** What of a model's text has to be simulated: equal for texts that differ in their factors alone. */
export function simulatedPart(text: string): string {
  const found = read(text);
  if (found === undefined) return text;
  const { factor: _, coupling: __, ...made } = found.production;
  return JSON.stringify({ ...found.document, production: made });
}
