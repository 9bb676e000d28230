import {
  type ApplicationText,
  ArgumentParseError,
  EnumValidationError,
  FlagNotFoundError,
  text_en,
  UnexpectedFlagError,
  UnexpectedPositionalError,
  UnsatisfiedFlagError,
  UnsatisfiedPositionalError,
} from '@stricli/core';
import { isOutOfMemory, systemSentence } from '../hosts/node/files/disk-error.ts';
import { InvalidInput, nearestName, unknownName } from '../schema/index.ts';
import { withoutControls } from '../schema/value-in-words.ts';
import type { Command } from './command.ts';
import { EXIT, exitCodeOf, isNotFinite } from './exit-code.ts';

/** `backgroundError` as it is typed: background-error. */
export const typedName = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Options that every command has. */
export const SHARED_OPTION_NAMES = ['help', 'json', 'seed', 'workers', 'force', 'no-cache'] as const;

/** Those of them that take no value. */
const SHARED_SWITCHES = ['json', 'force', 'no-cache'] as const;

const firstLine = (text: string): string => text.split('\n', 1)[0];

/** Longer sentences are read by nobody. */
const LONGEST = 1200;

/**
 * A message as one sentence on one line: of several faults in a document, one a line, the first is said and the places of
 * the others named, as far as a reader wants them.
 */
export function oneSentence(message: string): string {
  const [first, ...rest] = message.split(/\s*\n\s*/).filter((line) => line !== '');
  const places = rest.map((line) => (/^and (\d+) more$/.test(line) ? line.slice(4) : line.split(': ', 1)[0]));
  const also = places.length === 0 ? '' : `; wrong as well: ${shortened(places.join(', '), 300)}`;
  const said = also === '' ? (first ?? '') : `${first.replace(/\.$/, '')}${also}`;
  return shortened(withoutControls(said), LONGEST);
}

const shortened = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most)}…` : text);

/**
 * The sentence for an error that ended a command. Stacks are shown only where SPILLWAY_DEBUG is set: they help nobody who
 * typed something.
 */
export function errorSentence(error: unknown): string {
  if (!(error instanceof Error)) return `fault in Spillway: ${String(error)}`;
  const code = exitCodeOf(error);
  if (error.name === 'AbortError') return 'interrupted; nothing was written.';
  if (code === EXIT.interrupted)
    return `${error.message}; ${'kept' in error && error.kept === false ? 'nothing of it is kept.' : 'what is finished is kept, the same command goes on from there.'}`;
  const debug = process.env['SPILLWAY_DEBUG'] !== undefined;
  const stack = debug ? `\n${error.stack ?? ''}` : '';
  if (code === EXIT.fault) {
    const hint = debug ? '' : ' (SPILLWAY_DEBUG=1 shows where)';
    return `fault in Spillway, not in what you typed: ${error.name}: ${firstLine(error.message)}${hint}${stack}`;
  }
  if (error.name === 'InvalidInput' || error.name === 'BoxClosed') return `${oneSentence(error.message)}${stack}`;
  if (isOutOfMemory(error))
    return `out of memory (${firstLine(error.message)}); give fewer --workers, or ask for less.${stack}`;
  if (isNotFinite(error))
    return `no finite number comes out (${firstLine(error.message)}); the numbers that went in are too large, too small or too far apart.${stack}`;
  return `${oneSentence(systemSentence(error) ?? error.message)}${stack}`;
}

/** Stricli's sentences in the form of InvalidInput: where, what was found, what is allowed, the nearest name. */
export function messagesFor(name: string, command: Command): ApplicationText {
  const options = [...Object.keys(command.options).map(typedName), ...SHARED_OPTION_NAMES];
  const help = `See 'spillway ${name} --help'.`;
  const say = (sentence: string): string => `spillway ${name}: ${sentence}`;
  const place = (option: string): string => (options.includes(option) ? `--${option}` : option);

  const scanned = (error: unknown): string => {
    if (error instanceof ArgumentParseError) {
      const { exception, externalFlagNameOrPlaceholder, input } = error;
      const switches = [
        ...Object.keys(command.options).filter((key) => command.options[key].kind === 'switch'),
        ...SHARED_SWITCHES,
      ];
      if (switches.map(typedName).includes(externalFlagNameOrPlaceholder)) {
        return `--${externalFlagNameOrPlaceholder}: found '${input}', takes no value.`;
      }
      const sentence = exception instanceof Error ? exception.message : String(exception);
      return `${place(externalFlagNameOrPlaceholder)}: ${sentence}`;
    }
    if (error instanceof EnumValidationError) {
      return unknownName(`--${error.externalFlagName}`, 'value', error.input, error.values).message;
    }
    if (error instanceof FlagNotFoundError) {
      const near = nearestName(typedName(error.input), options);
      const hint = near === undefined ? ` Options: ${options.map((option) => `--${option}`).join(', ')}.` : '';
      return `unknown option '--${error.input}'.${near === undefined ? hint : ` Did you mean '--${near}'?`} ${help}`;
    }
    if (error instanceof UnsatisfiedFlagError) {
      const { externalFlagName, nextFlagName } = error;
      if (nextFlagName !== undefined)
        return `--${externalFlagName}: found '--${nextFlagName}' where its value should be.`;
      return `--${externalFlagName}: missing, or without a value. ${help}`;
    }
    if (error instanceof UnexpectedFlagError) {
      const { externalFlagName, previousInput, input } = error;
      return `--${externalFlagName}: given twice ('${previousInput}' and '${input}').`;
    }
    if (error instanceof UnexpectedPositionalError) return `found '${error.input}', one argument too many. ${help}`;
    if (error instanceof UnsatisfiedPositionalError) return `${error.placeholder}: missing. ${help}`;
    return error instanceof Error ? `${error.message}. ${help}` : String(error);
  };
  const asTyped = (error: unknown): string => {
    const sentence = errorSentence(error);
    const where = error instanceof InvalidInput ? error.where : '';
    // The library says 'backgroundError', on the command line that is '--background-error'.
    const isOption = where !== '' && options.includes(typedName(where)) && !where.includes('-');
    return isOption ? `--${typedName(where)}${sentence.slice(where.length)}` : sentence;
  };
  return {
    ...text_en,
    headers: { ...text_en.headers, usage: 'Usage', flags: 'Options', arguments: 'Arguments' },
    exceptionWhileParsingArguments: (error) => say(oneSentence(scanned(error))),
    exceptionWhileRunningCommand: (error) => say(asTyped(error)),
  };
}

/** The refusal of a command that does not exist. */
export function unknownCommand(name: string, names: readonly string[]): InvalidInput {
  const { message } = unknownName('', 'command', name, names);
  return new InvalidInput('spillway', `${message} See 'spillway --help'.`);
}
