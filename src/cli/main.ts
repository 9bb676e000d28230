import { buildApplication, buildCommand, run } from '@stricli/core';
import { InvalidInput } from '../schema/index.ts';
import type { Command } from './command.ts';
import { COMMANDS } from './command-table.ts';
import { EXIT, exitCodeOf } from './exit-code.ts';
import { endWith, installLastHandler } from './last-handler.ts';
import { messagesFor, unknownCommand } from './messages.ts';
import { requireBudgets, within } from './options/budget.ts';
import { readCount, readWhole } from './options/numbers.ts';
import { requireOnce } from './options/once.ts';
import { flag, type Option, option } from './options/option.ts';
import { readText } from './options/text.ts';
import { overviewText, versionText } from './overview.ts';
import { openSession } from './session.ts';
import { jsonText, requireFinite } from './text/json.ts';

/** Options that come with every command. */
export const SHARED_OPTIONS = {
  json: flag('Print one JSON document and nothing else on stdout'),
  seed: option(readWhole, 'Seed of everything random', '1'),
  workers: within('workers', option(readCount, 'Worker threads', 'all cores')),
  force: flag('Take sizes above what is taken without asking'),
  noCache: flag('Neither use nor keep what earlier commands simulated'),
};

/**
 * Runs one command line (without 'node' and the script). Results go to stdout, everything else to stderr; sets the exit
 * code of the process: 0 done, 2 the input is wrong, 3 the box is closed, 130 interrupted, 1 a fault of Spillway.
 */
export async function runCommandLine(inputs: readonly string[]): Promise<void> {
  installLastHandler();
  try {
    await dispatch(inputs);
  } catch (error) {
    endWith(error);
  }
}

async function dispatch(inputs: readonly string[]): Promise<void> {
  const [first, second] = inputs;
  if (first === undefined || first === '--help' || first === '-h' || (first === 'help' && second === undefined)) {
    process.stdout.write(overviewText(COMMANDS));
    return;
  }
  if (first === '--version') {
    process.stdout.write(await versionText());
    return;
  }
  const [name, rest] = first === 'help' ? [second, ['--help']] : [first, inputs.slice(1)];
  if (!Object.hasOwn(COMMANDS, name)) {
    process.stderr.write(`${unknownCommand(name, Object.keys(COMMANDS)).message}\n`);
    process.exitCode = EXIT.badInput;
    return;
  }
  const { brief, load } = COMMANDS[name];
  await runOne(name, brief, await load(), rest);
}

async function runOne(name: string, brief: string, command: Command, inputs: readonly string[]): Promise<void> {
  const options = { ...command.options, ...SHARED_OPTIONS };
  /** What a command that came to its end leaves as exit code. */
  let left: number = EXIT.done;
  const application = buildApplication(
    buildCommand({
      docs: {
        brief,
        fullDescription: command.details === undefined ? brief : `${brief}\n\n${command.details}`,
        customUsage: command.examples.map((example) => example.replace(new RegExp(`^${name} ?`), '')),
      },
      parameters: {
        flags: Object.fromEntries(Object.entries(options).map(([key, value]) => [key, stricliFlag(value)])),
        positional: stricliArguments(command),
      } as never,
      func: async (values: Readonly<Record<string, unknown>>, ...given: string[]) => {
        left = await carryOut(
          command,
          values,
          given.filter((text) => text !== undefined),
        );
      },
    }),
    {
      name: `spillway ${name}`,
      scanner: { caseStyle: 'allow-kebab-for-camel' },
      documentation: { caseStyle: 'convert-camel-to-kebab' },
      localization: { text: messagesFor(name, command) },
      determineExitCode: exitCodeOf,
    },
  );
  const { stdout, env } = process;
  const context = { process: { stdout, stderr: firstSentence(), env, exitCode: undefined } };
  await run(application, inputs, context as never);
  const code = Number(context.process.exitCode ?? 0);
  // Stricli's own codes are negative: -4 and -5 for what was typed, the others for faults.
  if (code === 0) process.exitCode = left;
  else process.exitCode = code >= 0 ? code : code === -4 || code === -5 ? EXIT.badInput : EXIT.fault;
}

/** Stderr for the library that reads the line, which says every fault that it finds: one is enough to go on with. */
function firstSentence() {
  const { stderr } = process;
  let said = false;
  return {
    getColorDepth: (env?: object) => stderr.getColorDepth?.(env) ?? 1,
    write: (text: string): void => {
      if (!said) stderr.write(text);
      said = true;
    },
  };
}

async function carryOut(
  command: Command,
  values: Readonly<Record<string, unknown>>,
  given: readonly string[],
): Promise<number> {
  requireBudgets({ ...command.options, ...SHARED_OPTIONS }, values, values['force'] === true);
  // Seen by the processes that a command starts as well.
  if (values['noCache'] === true) process.env['SPILLWAY_CACHE'] = 'off';
  requireOnce(command.options, values);
  const lacking = (command.arguments ?? []).filter(({ kind }) => kind === 'required')[given.length];
  if (lacking !== undefined) throw new InvalidInput(lacking.name, 'missing.');
  const session = openSession(values['seed'] as number | undefined, values['workers'] as number | undefined);
  try {
    const document = await command.run(values, given, session);
    requireFinite(document);
    const text = values['json'] === true ? jsonText(document) : `${command.print(document, values)}\n`;
    session.progress.end();
    process.stdout.write(text);
    return command.exitCode?.(document) ?? EXIT.done;
  } catch (error) {
    session.progress.abandon();
    throw error;
  } finally {
    session.close();
  }
}

function stricliFlag({ kind, brief, choices, parse, leftOut }: Option<unknown>): object {
  const text = leftOut === undefined ? brief : `${brief} (left out: ${leftOut})`;
  if (kind === 'switch') return { kind: 'boolean', brief, default: false, withNegated: false };
  if (choices !== undefined) return { kind: 'enum', values: choices, brief: text, optional: kind !== 'required' };
  return { kind: 'parsed', parse, brief: text, optional: kind !== 'required', variadic: kind === 'many' };
}

function stricliArguments({ arguments: declared = [] }: Command): object {
  const parameter = ({ name, brief, kind }: NonNullable<Command['arguments']>[number]): object => ({
    placeholder: name,
    brief,
    parse: readText,
    ...(kind === 'optional' ? { optional: true } : {}),
  });
  const last = declared.at(-1);
  if (last?.kind === 'many') return { kind: 'array', parameter: parameter(last) };
  return { kind: 'tuple', parameters: declared.map(parameter) };
}
