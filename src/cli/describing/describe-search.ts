import type { DecaySample } from '../../search/decay-sample.ts';
import { frozenStateOf } from '../../search/frozen.ts';
import type { SearchDocument } from '../../search/kaon-search.ts';
import { frozenText } from '../../search/results/asked-notes.ts';
import { signalRegionsOf } from '../../search/signal-regions.ts';
import { observables } from '../../stages/selection/observables/index.ts';
import type { Cut, Selection } from '../../stages/selection/selection.ts';
import { numberText } from '../text/number.ts';
import { tableText } from '../text/table.ts';
import { measuredText } from '../text/value.ts';

/** A search for people: channel, cuts, regions, normalisation, backgrounds and the published values. */
export function describeSearch(search: SearchDocument): string {
  const { id, title, channel, summary, references, experiment, triggers, published } = search;
  const { observed } = published;
  const sections: [title: string, text: string][] = [
    ['Signal', `${sampleText(search.signal)}\n${selectionText(search.selection)}`],
    ['Discriminant and regions', regionsText(search)],
    ['Normalisation', normalisationText(search)],
    [
      'Backgrounds',
      tableText([
        ['SOURCE', 'BRANCHING FRACTION', 'TAG', 'FROM', 'NOTE'],
        ...Object.entries(search.backgrounds).map(([name, { branchingRatio: ratio, note }]) => [
          name,
          measuredText(ratio.value, ratio.error),
          ratio.tag,
          ratio.source,
          note ?? '',
        ]),
      ]),
    ],
    ['Counted', `in ${signalRegionsOf(search).join(' and ')}${limitText(search)}`],
    [
      'Published',
      tableText([
        ['QUANTITY', 'VALUE', 'ROLE', 'TAG', 'SOURCE'],
        ...(observed === undefined
          ? []
          : [['observed', numberText(observed.value), 'input', observed.tag, observed.source]]),
        ...Object.entries(published.rows).map(([quantity, row]) => [
          quantity,
          `${measuredText(row.value, row.error)}${row.unit === undefined ? '' : ` ${row.unit}`}`,
          row.role ?? 'computed',
          row.tag,
          row.source,
        ]),
      ]),
    ],
  ];
  return [
    `${id}: ${title}`,
    `${channel}, ${experiment}, trigger lines ${triggers.join(', ')}`,
    summary,
    `Cuts frozen: ${frozenText(frozenStateOf(search))}.`,
    `References: ${references.join('; ')}`,
    ...sections.map(([name, text]) => `\n${name}\n${text}`),
  ].join('\n');
}

const limitText = ({ limit }: SearchDocument): string =>
  limit === undefined ? '' : `; limit by ${limit.method} at ${numberText(limit.level * 100)} % confidence level`;

const sampleText = ({ decay }: DecaySample): string => `decay ${decay}`;

function selectionText({ tracks, photons, parent, tracksReach, photonVeto, identification, cuts }: Selection): string {
  const particles = photons === undefined ? '' : `, photons ${photons}`;
  return [
    `tracks ${tracks.join(' ')}${particles}; parent: ${parent}; reach ${tracksReach.join(', ')}; photon veto: ${photonVeto ?? 'none'}${identification === undefined ? '' : `; identification: ${identification}`}`,
    tableText([
      ['CUT', 'CONDITION', 'SOURCE'],
      ...Object.entries(cuts).map(([name, cut]) => [name, cutText(cut), cut.source ?? '']),
    ]),
  ].join('\n');
}

function cutText(cut: Cut): string {
  const where = (cut.where ?? []).map(({ observable, between: [from, to] }) => {
    const { title, unit } = observables[observable];
    return `${title} ${numberText(from / unit.size)} to ${numberText(to / unit.size)} ${unit.name}`.trim();
  });
  return where.length === 0 ? conditionText(cut) : `${conditionText(cut)}, where ${where.join(', ')}`;
}

function conditionText(cut: Cut): string {
  const { title, unit } = observables[cut.observable];
  const taken = cut.as === undefined ? '' : ` taken as ${cut.as.join(' ')}`;
  const name = cut.of === undefined ? title : `${title} of ${cut.of.join(' ')}${taken}`;
  const show = (value: number): string => numberText(value / unit.size);
  const tail = (unit.name as string) === '' ? '' : ` ${unit.name}`;
  if ('above' in cut) return `${name} > ${show(cut.above)}${tail}`;
  if ('below' in cut) return `${name} < ${show(cut.below)}${tail}`;
  const [[from, to], word] = 'between' in cut ? [cut.between, 'from'] : [cut.outside, 'outside'];
  return `${name} ${word} ${show(from)} to ${show(to)}${tail}`;
}

function regionsText({ discriminant, regions, blind }: SearchDocument): string {
  const axes = discriminant.map(({ observable }) => observables[observable]);
  const rows = Object.entries(regions).map(([name, box]) => [
    name,
    box
      .map(([from, to], i) => {
        const { title, unit } = axes[i];
        return `${title} ${numberText(from / unit.size)} … ${numberText(to / unit.size)} ${unit.name}`;
      })
      .join(', '),
    (blind as readonly string[]).includes(name) ? 'blind' : 'open',
  ]);
  return tableText([['REGION', 'BOX', ''], ...rows]);
}

function normalisationText({ normalisation }: SearchDocument): string {
  if ('kaonDecays' in normalisation) {
    const { value, error, source } = normalisation.kaonDecays;
    return `kaon decays (effective) ${measuredText(value, error)} (input, ${source})`;
  }
  const { branchingRatio, observed, systematics } = normalisation;
  return [
    sampleText(normalisation),
    `branching fraction ${measuredText(branchingRatio.value, branchingRatio.error)} (${branchingRatio.tag}, ${branchingRatio.source})`,
    `events ${measuredText(observed.value, observed.error)} (input, ${observed.source})`,
    ...Object.entries(systematics).map(
      ([name, { value, tag, source }]) => `${name}: ${numberText(value * 100)} % (${tag}, ${source})`,
    ),
    selectionText(normalisation.selection),
  ].join('\n');
}
