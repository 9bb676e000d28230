import { InvalidInput } from '../../schema/index.ts';

/** A particle of a HepMC3 event: GeV; `mothers` are ids of particles of the same event. */
export interface HepmcParticle {
  readonly id: number;
  readonly pdgId: number;
  readonly px: number;
  readonly py: number;
  readonly pz: number;
  readonly energy: number;
  readonly mass: number;
  readonly status: number;
  readonly mothers: readonly number[];
  /** Where it was made: x, y, z, c·t in metres; undefined where the file does not say. */
  readonly origin: readonly [number, number, number, number] | undefined;
}

export interface HepmcEvent {
  readonly number: number;
  readonly weights: readonly number[];
  readonly particles: readonly HepmcParticle[];
}

const startMark = 'HepMC::Asciiv3-START_EVENT_LISTING';
const endMark = 'HepMC::Asciiv3-END_EVENT_LISTING';
const momentumUnits: Readonly<Record<string, number>> = { GEV: 1, MEV: 1e-3 };
const lengthUnits: Readonly<Record<string, number>> = { MM: 1e-3, CM: 1e-2 };

const unescaped = (text: string): string => text.replace(/\\(.)/g, (_, c: string) => (c === '|' ? '\n' : c));

interface Vertex {
  readonly incoming: readonly number[];
  readonly position: readonly [number, number, number, number] | undefined;
}

/**
 * Reads HepMC3 text (Asciiv3) as it arrives, piece by piece: `push` gives the events that a piece completed, `end` the
 * last one. Units are converted to GeV and metres. Event attributes are skipped. Throws InvalidInput, with the line, for
 * another format, numbers that are none, particle counts that do not agree, and at `end` for a file that is not whole.
 */
export class Hepmc3Reader {
  /** Names of the weights, and the run's attributes: known once the first event is. */
  weightNames: readonly string[] = [];
  readonly attributes: Record<string, string> = {};
  readonly #where: string;
  #rest = '';
  #line = 0;
  #started = false;
  #ended = false;
  #number = -1;
  #expected = 0;
  #weights: number[] = [];
  #particles: HepmcParticle[] = [];
  #vertices = new Map<number, Vertex>();
  #energyUnit = 1;
  #lengthUnit = 1e-3;
  #open = false;

  constructor(where = 'HepMC3') {
    this.#where = where;
  }

  push(piece: string): HepmcEvent[] {
    const lines = (this.#rest + piece).split('\n');
    this.#rest = lines.pop() ?? '';
    const events: HepmcEvent[] = [];
    for (const line of lines) this.#read(line.trimEnd(), events);
    return events;
  }

  end(): HepmcEvent[] {
    const events = this.push('\n');
    if (!this.#started) throw this.#wrong(`'${startMark}' is missing; this is not HepMC3 text`);
    if (!this.#ended) throw this.#wrong(`'${endMark}' is missing; the file is truncated`);
    return events;
  }

  #wrong(problem: string): InvalidInput {
    return new InvalidInput(this.#where, `line ${this.#line}: ${problem}.`);
  }

  #numbers(words: readonly string[]): number[] {
    const values = words.map(Number);
    const bad = values.findIndex((value, k) => !Number.isFinite(value) || words[k] === '');
    if (bad >= 0) throw this.#wrong(`'${words[bad]}' is not a number`);
    return values;
  }

  #read(line: string, events: HepmcEvent[]): void {
    this.#line += 1;
    if (!this.#started) {
      if (line === startMark) this.#started = true;
      else if (line !== '' && !line.startsWith('HepMC::')) throw this.#wrong(`'${startMark}' is missing`);
      return;
    }
    if (line === '' || this.#ended) return;
    if (line === endMark) {
      this.#close(events);
      this.#ended = true;
      return;
    }
    const words = line.split(' ');
    if (words[0] === 'E') this.#startEvent(words, events);
    else if (words[0] === 'W' && this.#open) this.#weights = this.#numbers(words.slice(1));
    else if (words[0] === 'W') this.weightNames = unescaped(line.slice(2)).split('\n');
    else if (words[0] === 'U') this.#setUnits(words);
    else if (words[0] === 'P') this.#addParticle(words);
    else if (words[0] === 'V') this.#addVertex(words);
    else if (words[0] === 'A' && !this.#open) this.attributes[words[1]] = unescaped(words.slice(2).join(' '));
    else if (!['A', 'T', 'N'].includes(words[0]))
      throw this.#wrong(`a line cannot start with '${words[0].slice(0, 20)}'`);
  }

  #startEvent(words: readonly string[], events: HepmcEvent[]): void {
    this.#close(events);
    const [number, , particles] = this.#numbers(words.slice(1, 4));
    if (particles === undefined) throw this.#wrong('an event has a number and counts of vertices and particles');
    this.#number = number;
    this.#expected = particles;
    this.#weights = [];
    this.#particles = [];
    this.#vertices = new Map();
    this.#energyUnit = 1;
    this.#lengthUnit = 1e-3;
    this.#open = true;
  }

  #setUnits(words: readonly string[]): void {
    const energy = momentumUnits[words[1]];
    const length = lengthUnits[words[2]];
    if (energy === undefined || length === undefined)
      throw this.#wrong(`units are GEV or MEV and MM or CM, found '${words.slice(1).join(' ')}'`);
    this.#energyUnit = energy;
    this.#lengthUnit = length;
  }

  #addParticle(words: readonly string[]): void {
    if (words.length < 10) throw this.#wrong('a particle has nine numbers');
    const [id, from, pdgId, px, py, pz, energy, mass, status] = this.#numbers(words.slice(1, 10));
    if (id !== this.#particles.length + 1)
      throw this.#wrong(`particle ${id} comes where ${this.#particles.length + 1} should`);
    const vertex = from < 0 ? this.#vertices.get(from) : undefined;
    if ((from < 0 && vertex === undefined) || from >= id)
      throw this.#wrong(`particle ${id} comes from ${from}, which is not above`);
    const unit = this.#energyUnit;
    this.#particles.push({
      id,
      pdgId,
      px: px * unit,
      py: py * unit,
      pz: pz * unit,
      energy: energy * unit,
      mass: mass * unit,
      status,
      mothers: vertex ? vertex.incoming : from > 0 ? [from] : [],
      origin: vertex?.position,
    });
  }

  #addVertex(words: readonly string[]): void {
    const [id] = this.#numbers(words.slice(1, 2));
    const incoming = /^\[([\d,]*)\]$/.exec(words[3] ?? '')?.[1];
    if (incoming === undefined) throw this.#wrong('a vertex has a list of particles in brackets');
    const at = words.indexOf('@');
    const place = at < 0 ? [] : this.#numbers(words.slice(at + 1, at + 5)).map((value) => value * this.#lengthUnit);
    if (at >= 0 && place.length !== 4) throw this.#wrong('a position has four numbers');
    this.#vertices.set(id, {
      incoming: incoming === '' ? [] : incoming.split(',').map(Number),
      position: at < 0 ? undefined : [place[0], place[1], place[2], place[3]],
    });
  }

  #close(events: HepmcEvent[]): void {
    if (!this.#open) return;
    if (this.#particles.length !== this.#expected)
      throw this.#wrong(`event ${this.#number} has ${this.#particles.length} of ${this.#expected} particles`);
    events.push({ number: this.#number, weights: this.#weights, particles: this.#particles });
    this.#open = false;
  }
}

/** All events of a HepMC3 text, as `Hepmc3Reader`; `where` names the file in messages. */
export function readHepmc3(text: string, where?: string): { reader: Hepmc3Reader; events: HepmcEvent[] } {
  const reader = new Hepmc3Reader(where);
  return { reader, events: [...reader.push(text), ...reader.end()] };
}
