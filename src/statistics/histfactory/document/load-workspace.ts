import { InvalidInput, unknownName } from '../../../schema/index.ts';
import { readJson } from './json-text.ts';
import type { ModifierDocument, WorkspaceDocument } from './workspace-document.ts';
import { checkStructure, describe } from './workspace-schema.ts';

/**
 * The pyhf workspace (schema 1.0.0) in a JSON text, checked: structure, array lengths, names, counts. The document comes
 * back as it was written, so `exportWorkspace` gives the same JSON again.
 * @throws InvalidInput with path, value found, what is allowed and the nearest name.
 */
export function loadWorkspace(text: string): WorkspaceDocument {
  return checkWorkspace(readJson(text));
}

/** The same check for a document already parsed (or made by a patch). Returns it, typed. */
export function checkWorkspace(document: unknown): WorkspaceDocument {
  checkStructure('workspace', document);
  const workspace = document as WorkspaceDocument;
  requireDistinct('channels', workspace.channels);
  requireDistinct('observations', workspace.observations);
  requireDistinct('measurements', workspace.measurements);
  for (const [m, { config }] of workspace.measurements.entries())
    requireDistinct(`measurements[${m}].config.parameters`, config.parameters);
  const observed = new Map(workspace.observations.map((o) => [o.name, o.data]));
  for (const [c, channel] of workspace.channels.entries()) {
    const where = `channels[${c}] ('${channel.name}')`;
    requireDistinct(`channels[${c}].samples`, channel.samples);
    const bins = channel.samples[0].data.length;
    const counts = observed.get(channel.name);
    if (counts === undefined)
      throw new InvalidInput(where, `no observation has this name; there are ${listed([...observed.keys()])}.`);
    requireLength(`observations.${channel.name}.data`, counts, bins, where);
    for (const [i, n] of counts.entries())
      if (n < 0)
        throw new InvalidInput(`observations.${channel.name}.data[${i}]`, `found ${n}, a count cannot be negative.`);
    for (const [s, sample] of channel.samples.entries()) {
      const at = `channels[${c}].samples[${s}]`;
      requireLength(`${at}.data`, sample.data, bins, where);
      const seen = new Set<string>();
      for (const [m, modifier] of sample.modifiers.entries()) {
        const key = `${modifier.type} ${modifier.name}`;
        if (seen.has(key))
          throw new InvalidInput(`${at}.modifiers[${m}]`, `the ${modifier.type} '${modifier.name}' is given twice.`);
        seen.add(key);
        checkModifier(`${at}.modifiers[${m}]`, modifier, bins, where);
      }
    }
  }
  const channels = workspace.channels.map((channel) => channel.name);
  for (const [o, { name }] of workspace.observations.entries())
    if (!channels.includes(name)) throw unknownName(`observations[${o}].name`, 'channel', name, channels);
  return workspace;
}

/** The workspace as JSON text; reading it gives the same document. `indent` spaces per level, 0 for one line. */
export function exportWorkspace(workspace: WorkspaceDocument, indent = 2): string {
  return JSON.stringify(workspace, null, indent);
}

function checkModifier(where: string, modifier: ModifierDocument, bins: number, channel: string): void {
  if (modifier.type === 'histosys') {
    requireLength(`${where}.data.hi_data`, modifier.data.hi_data, bins, channel);
    requireLength(`${where}.data.lo_data`, modifier.data.lo_data, bins, channel);
  } else if (modifier.type === 'shapesys' || modifier.type === 'staterror') {
    requireLength(`${where}.data`, modifier.data, bins, channel);
    for (const [i, error] of modifier.data.entries())
      if (error < 0) throw new InvalidInput(`${where}.data[${i}]`, `found ${error}, an uncertainty is zero or more.`);
  }
}

function requireLength(where: string, data: readonly number[], bins: number, channel: string): void {
  if (data.length !== bins)
    throw new InvalidInput(where, `has ${data.length} bins, but the first sample of ${channel} has ${bins}.`);
}

function requireDistinct(where: string, entries: readonly { readonly name: string }[]): void {
  const seen = new Set<string>();
  for (const [i, { name }] of entries.entries()) {
    if (seen.has(name)) throw new InvalidInput(`${where}[${i}].name`, `the name ${describe(name)} is given twice.`);
    seen.add(name);
  }
}

const listed = (names: readonly string[]): string =>
  names.length <= 24 ? names.map((name) => `'${name}'`).join(', ') : `${names.length} others, the first '${names[0]}'`;
