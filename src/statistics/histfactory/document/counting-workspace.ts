import { InvalidInput, unknownName } from '../../../schema/index.ts';
import { type BackgroundKind, backgroundKinds } from '../../counting/background/background-model.ts';
import { checkWorkspace } from './load-workspace.ts';
import type { ChannelDocument, ModifierDocument, ParameterDocument, WorkspaceDocument } from './workspace-document.ts';

/** One counting experiment; the kinds of background errors are those of the counting limits. */
export interface WorkspaceCount {
  readonly name?: string | undefined;
  readonly observed: number;
  readonly background: number;
  /** Standard deviation, or one up and one down. */
  readonly backgroundError?: number | { readonly up: number; readonly down: number } | undefined;
  readonly backgroundModel?: BackgroundKind | undefined;
  /** Signal events per unit of μ; default 1, so that μ is the number of signal events. */
  readonly signal?: number | undefined;
  /** Relative error of the signal: of its efficiency, or of the single-event sensitivity. */
  readonly sesError?: number | undefined;
}

/**
 * The pyhf workspace of counting experiments with a common μ (`channels` of one bin). Errors become: `gauss` a histosys
 * (straight, cut where the background reaches zero), `lognormal` a normsys 1 + σ/b and its inverse, `gamma` a shapesys
 * (counts (b/σ)² elsewhere), `asymmetric` a histosys with two slopes; the signal's a normsys common to all channels.
 * @throws InvalidInput for negative or non-finite numbers, or an error that the model cannot take.
 */
export function countingWorkspace(
  inputs: WorkspaceCount | readonly WorkspaceCount[],
  upTo?: number,
): WorkspaceDocument {
  const list = Array.isArray(inputs) ? (inputs as readonly WorkspaceCount[]) : [inputs as WorkspaceCount];
  if (list.length === 0) throw new InvalidInput('countingWorkspace', 'there is no channel.');
  if (!list.some((c) => c.signal === undefined || c.signal > 0))
    throw new InvalidInput('signal', 'no channel has a signal above zero.');
  const parameters: ParameterDocument[] = [];
  const most = Math.max(...list.map((c) => c.observed + c.background), 1);
  const least = Math.min(...list.map((c) => c.signal ?? 1).filter((s) => s > 0));
  parameters.push({ name: 'mu', inits: [1 / least], bounds: [[0, upTo ?? (20 + 10 * most) / least]] });
  const channels = list.map((input, k): ChannelDocument => {
    const name = input.name ?? (list.length === 1 ? 'counting' : `counting${k + 1}`);
    requireCount(`${name}.observed`, input.observed);
    requireCount(`${name}.background`, input.background);
    requireCount(`${name}.signal`, input.signal ?? 1);
    const signal: ModifierDocument[] = [{ name: 'mu', type: 'normfactor', data: null }];
    const relative = input.sesError ?? 0;
    requireCount(`${name}.sesError`, relative);
    if (relative > 0)
      signal.push({ name: 'signal_efficiency', type: 'normsys', data: { hi: 1 + relative, lo: 1 / (1 + relative) } });
    const suffix = list.length === 1 ? 'background' : `background_${name}`;
    return {
      name,
      samples: [
        { name: 'signal', data: [input.signal ?? 1], modifiers: signal },
        {
          name: 'background',
          data: [input.background],
          modifiers: backgroundModifiers(name, suffix, input, parameters),
        },
      ],
    };
  });
  return checkWorkspace({
    channels,
    observations: channels.map(({ name }, k) => ({ name, data: [list[k].observed] })),
    measurements: [{ name: 'counting', config: { poi: 'mu', parameters } }],
    version: '1.0.0',
  });
}

function backgroundModifiers(
  channel: string,
  name: string,
  input: WorkspaceCount,
  parameters: ParameterDocument[],
): ModifierDocument[] {
  const { background: b, backgroundError: error } = input;
  const [up, down] = typeof error === 'object' ? [error.up, error.down] : [error ?? 0, error ?? 0];
  requireCount(`${channel}.backgroundError`, up);
  requireCount(`${channel}.backgroundError`, down);
  const model = input.backgroundModel ?? (typeof error === 'object' ? 'asymmetric' : 'gauss');
  if (!backgroundKinds.includes(model))
    throw unknownName(`${channel}.backgroundModel`, 'background model', model, backgroundKinds);
  if (model === 'fixed' || (up === 0 && down === 0)) return [];
  if (model !== 'asymmetric' && up !== down)
    throw new InvalidInput(
      `${channel}.backgroundModel`,
      `'${model}' takes one error; +${up} −${down} need 'asymmetric'.`,
    );
  if (model === 'gauss' || model === 'asymmetric') {
    if (down > 0 && b < 5 * down) parameters.push({ name, bounds: [[-b / down, 5]], inits: [0] });
    return [{ name, type: 'histosys', data: { hi_data: [b + up], lo_data: [b - down] } }];
  }
  if (b === 0)
    throw new InvalidInput(`${channel}.background`, `a ${model} background of zero cannot have an error; use 'gauss'.`);
  if (model === 'gamma') return [{ name, type: 'shapesys', data: [up] }];
  return [{ name, type: 'normsys', data: { hi: 1 + up / b, lo: 1 / (1 + up / b) } }];
}

function requireCount(where: string, x: number): void {
  if (typeof x !== 'number' || !(x >= 0) || x === Number.POSITIVE_INFINITY)
    throw new InvalidInput(where, `found ${String(x)}, needs a finite number, zero or more.`);
}
