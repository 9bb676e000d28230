import { publishedLimits } from '../../../dist/limits/index.js';
import { searches } from '../../../dist/searches/index.js';
import { experiments } from '../../../dist/src/experiments/index.js';
import { formats } from '../../../dist/src/formats/read-anything.js';
import { hiddenParticles } from '../../../dist/src/physics/hidden/index.js';
import { figures } from '../../../dist/src/plots/kinds/index.js';
import { observables } from '../../../dist/src/stages/selection/observables/index.js';
import { limitMethods } from '../../../dist/src/statistics/counting/limit-methods.js';
import { code, page, symbol as symbolText, table } from './markdown.mjs';

const list = (things) => Object.values(things);

export const observablesPage = () =>
  page(
    'Observables',
    'What cuts, regions, axes and spectra of a search may name. Bounds are given in the dimension of the observable (`MeV(5)`, `mm(7)`, plain numbers).',
    table(
      ['name', 'what it is', 'symbol', 'dimension', 'shown in'],
      list(observables).map(({ id, title, symbol, dimension, unit }) => [
        code(id),
        title,
        symbolText(symbol),
        dimension,
        unit.name,
      ]),
    ),
  );

export const searchesPage = () =>
  page(
    'Searches, models, experiments, limits',
    'What `spillway list` knows; `spillway describe ID` prints each with every number, its tag and its source.',
    `## Searches\n\n${table(
      ['id', 'channel', 'experiment', 'title'],
      list(searches).map(({ id, channel, experiment, title }) => [code(id), channel, code(experiment), title]),
    )}`,
    `## Hidden particles\n\n${table(
      ['id', 'benchmark', 'title', 'coupling', 'masses, GeV', 'production sets'],
      list(hiddenParticles).map(({ id, benchmark, title, coupling, masses, productions, defaultProduction }) => [
        code(id),
        benchmark ?? '',
        title,
        symbolText(coupling.symbol),
        `${masses.from} to ${masses.to}`,
        Object.keys(productions)
          .map((name) => (name === defaultProduction ? `**${name}**` : name))
          .join(', '),
      ]),
    )}`,
    `## Experiments\n\n${table(
      ['id', 'title', 'references'],
      list(experiments).map(({ id, title, references }) => [code(id), title, references.join('; ')]),
    )}`,
    `## Published limits\n\n${table(
      ['id', 'title', 'model'],
      list(publishedLimits).map(({ id, title, model }) => [code(id), title, code(model)]),
    )}`,
  );

export const methodsPage = () =>
  page(
    'Limit methods',
    'What `spillway limit --method` and `countingLimit` take. Which to use: [which method](../statistics/which-method.md).',
    ...Object.entries(limitMethods).map(
      ([name, { title, conventions, references }]) =>
        `## ${name}\n\n${title}.\n\n${conventions.map((text) => `- ${text}`).join('\n')}\n\nReferences: ${references.join('; ')}.`,
    ),
  );

export const formatsPage = () =>
  page(
    'File formats',
    'What is read and written. Files are told apart by their content; endings are for people. Examples: [formats](../formats.md).',
    table(
      ['format', 'what it holds', 'endings', 'read', 'written'],
      list(formats).map(({ title, what, endings, read, write }) => [
        title,
        what,
        endings.map(code).join(' '),
        read === undefined ? '' : 'yes',
        write === undefined ? '' : 'yes',
      ]),
    ),
  );

export const figuresPage = () =>
  page(
    'Kinds of figure',
    'What the `kind` of a figure may be; `spillway plot FILE.json` draws one again ([figures](../plots.md)).',
    table(
      ['kind', 'what it shows'],
      list(figures).map(({ kind, shows }) => [code(kind), shows]),
    ),
  );
