import { InvalidInput, unknownName } from '../../schema/index.ts';
import {
  checkWorkspace,
  type ModifierDocument,
  type ParameterDocument,
  type WorkspaceDocument,
} from '../histfactory/index.ts';
import { type CardNuisance, type Datacard, parseDatacard } from './datacard-text.ts';
import { addSideCount, noSideCounts } from './side-counts.ts';

const kinds = ['lnN', 'gmN', 'lnU'];

/**
 * The pyhf workspace of a counting datacard of CMS Combine: one channel of one bin per `bin`, the parameter of interest
 * 'r' on every signal process (number ≤ 0). lnN κ becomes a normsys κ, 1/κ (κ_down/κ_up as given); gmN a shapesys of its
 * N events, or the side region itself (see `addSideCount`); lnU and a constant rateParam a normfactor with bounds. What HistFactory cannot say is refused, not bent:
 * formulae, shapes, param, other kinds.
 * @throws InvalidInput with the line.
 */
export function readDatacard(text: string): WorkspaceDocument {
  const card = parseDatacard(text);
  for (const { line } of [...card.shapes, ...card.statistics])
    throw new InvalidInput(`line ${line}`, 'shapes cannot be read, only counting cards.');
  return workspaceOfCard(card);
}

/** The same for a card taken apart: its rates and observations as they stand, without its shapes. */
export function workspaceOfCard(card: Datacard): WorkspaceDocument {
  const parameters: ParameterDocument[] = [{ name: 'r', inits: [1], bounds: [[0, 20]] }];
  const modifiers = card.columns.map(({ signal }): ModifierDocument[] =>
    signal ? [{ name: 'r', type: 'normfactor', data: null }] : [],
  );
  if (!card.columns.some((column) => column.signal))
    throw new InvalidInput('datacard', 'no process has a number of zero or less, so there is no signal.');
  const side = noSideCounts();
  const seen = new Set(['r']);
  for (const nuisance of card.nuisances) {
    if (seen.has(nuisance.name))
      throw new InvalidInput(`line ${nuisance.line}`, `the name '${nuisance.name}' is given twice.`);
    seen.add(nuisance.name);
    if (nuisance.kind === 'lnN') logNormal(nuisance, modifiers);
    else if (nuisance.kind === 'gmN') addSideCount(nuisance, card, modifiers, (entry) => factor(entry, nuisance), side);
    else if (nuisance.kind === 'lnU') logUniform(nuisance, modifiers, parameters);
    else throw unknownName(`line ${nuisance.line}`, 'kind of uncertainty', nuisance.kind, kinds);
  }
  addRates(card, modifiers, parameters);
  return checkWorkspace({
    channels: [
      ...card.bins.map((bin) => ({
        name: bin,
        samples: card.columns.flatMap((column, k) =>
          column.bin === bin
            ? [{ name: column.process, data: [side.rates.get(k) ?? column.rate], modifiers: modifiers[k] }]
            : [],
        ),
      })),
      ...side.channels,
    ],
    observations: [...card.bins.map((bin, k) => ({ name: bin, data: [card.observed[k]] })), ...side.observations],
    measurements: [{ name: 'datacard', config: { poi: 'r', parameters: [...parameters, ...side.parameters] } }],
    version: '1.0.0',
  });
}

const affected = ({ entries }: CardNuisance): number[] => entries.flatMap((entry, k) => (entry === '-' ? [] : [k]));

function factor(entry: string, { name, line }: CardNuisance): number {
  const value = Number(entry);
  if (!(value > 0) || value === Number.POSITIVE_INFINITY)
    throw new InvalidInput(`line ${line}`, `'${name}' has '${entry}', needs a number above zero or '-'.`);
  return value;
}

function logNormal(nuisance: CardNuisance, modifiers: ModifierDocument[][]): void {
  for (const k of affected(nuisance)) {
    const parts = nuisance.entries[k].split('/');
    const up = factor(parts.at(-1)!, nuisance);
    const down = parts.length === 1 ? 1 / up : factor(parts[0], nuisance);
    modifiers[k].push({ name: nuisance.name, type: 'normsys', data: { hi: up, lo: down } });
  }
}

function logUniform(nuisance: CardNuisance, modifiers: ModifierDocument[][], parameters: ParameterDocument[]): void {
  const columns = affected(nuisance);
  const widths = columns.map((k) => factor(nuisance.entries[k], nuisance));
  if (widths.some((width) => width !== widths[0] || width <= 1))
    throw new InvalidInput(`line ${nuisance.line}`, `lnU '${nuisance.name}' needs one and the same number above 1.`);
  for (const k of columns) modifiers[k].push({ name: nuisance.name, type: 'normfactor', data: null });
  if (columns.length > 0) parameters.push({ name: nuisance.name, inits: [1], bounds: [[1 / widths[0], widths[0]]] });
}

/** name rateParam bin process value [low,high]; '*' stands for all bins. */
function addRates(card: Datacard, modifiers: ModifierDocument[][], parameters: ParameterDocument[]): void {
  for (const { words, line } of card.rates) {
    const [name, , bin, process, value, range] = words;
    const init = Number(value);
    if (value === undefined || !Number.isFinite(init))
      throw new InvalidInput(
        `line ${line}`,
        `rateParam '${name}' has '${value ?? ''}', only constant starts are read.`,
      );
    let hits = 0;
    card.columns.forEach((column, k) => {
      if ((bin !== '*' && column.bin !== bin) || (process !== '*' && column.process !== process)) return;
      modifiers[k].push({ name, type: 'normfactor', data: null });
      hits++;
    });
    if (hits === 0)
      throw new InvalidInput(`line ${line}`, `rateParam '${name}' fits no column ('${bin}', '${process}').`);
    if (parameters.some((p) => p.name === name)) continue;
    const bounds =
      range === undefined ? [0, Math.max(10, 10 * init)] : range.replace(/[[\]]/g, '').split(',').map(Number);
    if (bounds.length !== 2 || !(bounds[0] < bounds[1]))
      throw new InvalidInput(`line ${line}`, `rateParam '${name}': '${range}' is no range [low,high].`);
    parameters.push({ name, inits: [init], bounds: [[bounds[0], bounds[1]]] });
  }
}
