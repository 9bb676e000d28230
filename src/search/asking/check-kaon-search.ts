import type { Experiment } from '../../experiments/experiment.ts';
import { decayModelIds, parseDecay, particle, particles, withParticles } from '../../physics/index.ts';
import { InvalidInput, requireBudget, unknownName } from '../../schema/index.ts';
import { compileAxis, compileCuts } from '../../stages/selection/compile-cuts.ts';
import { isPhotonRole, photonRoles } from '../../stages/selection/photon-role.ts';
import type { Selection } from '../../stages/selection/selection.ts';
import { hardwareCondition } from '../../stages/trigger/primitives.ts';
import type { DecaySample } from '../decay-sample.ts';
import type { Axis, Background, Box, CountedNormalisation, SearchDocument } from '../kaon-search.ts';
import { signalRegionsOf } from '../signal-regions.ts';

/**
 * Throws InvalidInput with the path of the first thing that does not hold together: unknown triggers, particles,
 * observables or regions; edges off the bins; a blind region that a control region overlaps; a normalisation that
 * shares no trigger line with the signal. The schema has seen to keys, types, units and ranges.
 */
export function checkSearch(search: SearchDocument, experiment: Experiment): void {
  const where = search.id;
  const { normalisation } = search;
  checkLines(search.triggers, experiment, `${where}.triggers`);
  checkDecays(search, experiment.beam.particle, where);
  checkChambers(experiment, search.experiment);
  checkSelection(search.selection, experiment, `${where}.selection`);
  if (!('kaonDecays' in normalisation)) checkCounted(search, normalisation, experiment);
  for (const [name, check] of Object.entries(search.checks)) {
    checkSelection(check.selection, experiment, `${where}.checks.${name}.selection`);
    compileAxis(check.axis, rolesOf(check.selection), `${where}.checks.${name}.axis`);
  }
  checkRegions(search, where);
  for (const [name, { events, shapeWithout }] of Object.entries(search.backgrounds)) {
    const path = `${where}.backgrounds.${name}`;
    if (shapeWithout !== undefined && events === undefined) {
      throw new InvalidInput(`${path}.shapeWithout`, "leaves cuts out, so the size must be cited: give 'events'");
    }
    checkConversions(search.backgrounds[name], path);
  }
}

/** A decay has at least as many photons as are to convert. */
function checkConversions({ decay, hidden = {}, conversions = 0 }: Background, where: string): void {
  if (conversions === 0) return;
  const known = Object.entries(hidden).map(([name, { mass }]) => ({ name, mass }));
  const photons = parseDecay(decay, withParticles(particles, known)).finalState.filter(({ name }) => name === 'gamma');
  if (photons.length < conversions)
    throw new InvalidInput(
      `${where}.conversions`,
      `${conversions} photons are to convert, '${decay}' has ${photons.length}`,
    );
}

/** Every decay must be one of the beam particle and readable, with its hidden particles, before anything is simulated or written. */
function checkDecays(search: SearchDocument, beamParticle: string, where: string): void {
  const { signal, normalisation, backgrounds, checks } = search;
  const samples: [string, DecaySample][] = [
    ['signal', signal],
    ...('decay' in normalisation ? [['normalisation', normalisation] as [string, DecaySample]] : []),
    ...Object.entries(backgrounds).map(([name, sample]) => [`backgrounds.${name}`, sample] as [string, DecaySample]),
    ...Object.entries(checks).map(([name, sample]) => [`checks.${name}`, sample] as [string, DecaySample]),
  ];
  for (const [name, { decay, hidden = {}, models = [] }] of samples) {
    for (const id of models) {
      if (!decayModelIds().includes(id)) throw unknownName(`${where}.${name}.models`, 'amplitude', id, decayModelIds());
    }
    try {
      const known = Object.entries(hidden).map(([particleName, { mass }]) => ({ name: particleName, mass }));
      const { root } = parseDecay(decay, withParticles(particles, known));
      if (root.particle.name !== beamParticle)
        throw new InvalidInput(
          `${where}.${name}`,
          `decay '${decay}': the beam has ${beamParticle}, found a decay of ${root.particle.name}`,
        );
    } catch (error) {
      if (error instanceof InvalidInput) throw new InvalidInput(`${where}.${name}`, error.message);
      throw error;
    }
  }
}

function checkLines(names: readonly string[], { triggers, primitives }: Experiment, where: string): void {
  const lines = Object.keys(triggers);
  for (const name of names.filter((one) => lines.includes(one)))
    for (const condition of triggers[name].hardware)
      hardwareCondition(condition, primitives, `trigger '${name}'.hardware`);
  for (const [i, name] of names.entries()) {
    if (!lines.includes(name)) throw unknownName(where, 'trigger', name, lines);
    if (names.indexOf(name) !== i) throw new InvalidInput(where, `names '${name}' twice`);
  }
}

function checkCounted(search: SearchDocument, normalisation: CountedNormalisation, experiment: Experiment): void {
  const where = `${search.id}.normalisation`;
  const { triggers = search.triggers, selection } = normalisation;
  checkLines(triggers, experiment, `${where}.triggers`);
  const signalLines: readonly string[] = search.triggers;
  const cited = Object.keys(normalisation.signalEfficiencies ?? {}).length > 0;
  if (!cited && !signalLines.some((name) => triggers.includes(name))) {
    throw new InvalidInput(
      `${where}.triggers`,
      `shares no line with the signal (${signalLines.join(', ')}), so the trigger does not cancel; add one of them, or cite 'signalEfficiencies'`,
    );
  }
  checkSelection(selection, experiment, `${where}.selection`);
}

/** Roles of a selection: its tracks, then its photons. */
export function rolesOf({ tracks, photons }: Selection): string[] {
  return [...tracks, ...photonRoles(photons)];
}

function checkChambers({ detector: { straw, magnet } }: Experiment, where: string): void {
  const z: readonly number[] = straw.z.value;
  const path = `${where}.detector.straw`;
  if (z.some((plane, i) => i > 0 && !(plane > z[i - 1])))
    throw new InvalidInput(`${path}.z`, 'chambers must ascend in z');
  if (straw.holeCentreX.value.length !== z.length) {
    throw new InvalidInput(
      `${path}.holeCentreX`,
      `one hole for each of the ${z.length} chambers is needed, found ${straw.holeCentreX.value.length}`,
    );
  }
  const before = z.filter((plane) => plane < magnet.z.value).length;
  if (before < 2 || z.length - before < 2) {
    throw new InvalidInput(
      `${path}.z`,
      `two chambers before and two behind the magnet are needed, found ${before} and ${z.length - before}`,
    );
  }
}

/** Strict identification is that of pions, hermetic vetoes need to be known of the experiment. */
function checkHermetic(
  { tracks, identification, identified, photonVeto }: Selection,
  { id, hermetic }: Experiment,
  where: string,
): void {
  const other = tracks.find((name) => !name.startsWith('pi'));
  if (identification === 'strict' && (other !== undefined || identified === false))
    throw new InvalidInput(
      `${where}.identification`,
      other === undefined
        ? "'strict' beside 'identified: false'; leave one out"
        : `'strict' is for pions, found a track ${other}`,
    );
  if (hermetic === undefined && (identification === 'strict' || photonVeto === 'hermetic'))
    throw new InvalidInput(where, `experiment '${id}' has no section 'hermetic' for strict pions and hermetic vetoes`);
}

function checkSelection(selection: Selection, experiment: Experiment, where: string): void {
  checkHermetic(selection, experiment, where);
  const { detector } = experiment;
  const all = detector.straw.z.value.length;
  const { crossed = all, hit = all } = selection.chambers ?? {};
  for (const [name, number] of Object.entries({ crossed, hit })) {
    if (!(Number.isInteger(number) && number >= 3 && number <= all))
      throw new InvalidInput(`${where}.chambers.${name}`, `a whole number from 3 to ${all} is needed, found ${number}`);
  }
  if (hit > crossed)
    throw new InvalidInput(`${where}.chambers.hit`, `${hit} cannot see what only ${crossed} must cross`);
  if (selection.tracks.length === 0) throw new InvalidInput(`${where}.tracks`, 'a candidate has at least one track');
  for (const name of selection.tracks) {
    if (particle(name, particles).charge === 0)
      throw new InvalidInput(`${where}.tracks`, `${name} is neutral and leaves no track`);
  }
  for (const name of photonRoles(selection.photons)) {
    if (!isPhotonRole(name)) {
      throw new InvalidInput(
        `${where}.photons`,
        `the role of a photon is 'gamma' or begins with 'gamma ', found '${name}'`,
      );
    }
  }
  compileCuts(selection.cuts, rolesOf(selection), `${where}.cuts`);
}

function checkRegions(search: SearchDocument, where: string): void {
  const axes: readonly Axis[] = search.discriminant;
  const regions: Readonly<Record<string, Box>> = search.regions;
  const names = Object.keys(regions);
  requireBudget(
    'bins',
    axes.reduce((product, { bins }) => product * bins, 1),
    `${where}.discriminant`,
  );
  const compiled = axes.map((axis, i) => compileAxis(axis, rolesOf(search.selection), `${where}.discriminant.${i}`));
  for (const [name, box] of Object.entries(regions)) {
    const path = `${where}.regions.${name}`;
    if (box.length !== axes.length) {
      throw new InvalidInput(
        path,
        `one range per axis of the discriminant is needed: ${axes.length}, found ${box.length}`,
      );
    }
    box.forEach(([from, to], i) => {
      if (!(from < to)) throw new InvalidInput(path, `the lower edge ${from} is not below the upper edge ${to}`);
      for (const edge of [from, to]) requireEdge(edge, compiled[i], path);
    });
  }
  for (const name of [...search.blind, ...signalRegionsOf(search)]) {
    if (!names.includes(name)) throw unknownName(`${where}.blind`, 'region', name, names);
  }
  const blind: readonly string[] = search.blind;
  const counted = signalRegionsOf(search);
  counted.forEach((a, i) => {
    const b = counted.slice(i + 1).find((other) => overlap(regions[a], regions[other]));
    if (b !== undefined) throw new InvalidInput(`${where}.signalRegion`, `'${a}' and '${b}' overlap`);
  });
  for (const a of blind) {
    for (const b of names) {
      if (blind.includes(b) || !overlap(regions[a], regions[b])) continue;
      throw new InvalidInput(
        `${where}.regions.${b}`,
        `overlaps the blind region '${a}': counting in it would open part of the box; blind it as well or move it`,
      );
    }
  }
}

function requireEdge(edge: number, axis: { from: number; to: number; bins: number }, where: string): void {
  const width = (axis.to - axis.from) / axis.bins;
  const position = (edge - axis.from) / width;
  const nearest = Math.round(position);
  if (Math.abs(position - nearest) < 1e-6 && nearest >= 0 && nearest <= axis.bins) return;
  const suggestion = axis.from + Math.min(axis.bins, Math.max(0, nearest)) * width;
  throw new InvalidInput(
    where,
    `the edge ${edge} is not on a bin edge of the discriminant (width ${width}); the nearest is ${Number(suggestion.toPrecision(12))}`,
  );
}

const overlap = (a: Box, b: Box): boolean => a.every(([from, to], i) => from < b[i][1] && b[i][0] < to);
