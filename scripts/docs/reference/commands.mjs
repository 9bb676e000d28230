import { COMMANDS } from '../../../dist/src/cli/command-table.js';
import { SHARED_OPTIONS } from '../../../dist/src/cli/main.js';
import { typedName } from '../../../dist/src/cli/messages.js';
import { code, page, table } from './markdown.mjs';

const textOf = ({ brief, choices, kind }) =>
  [
    brief,
    ...(choices === undefined ? [] : [`one of ${choices.map(code).join(', ')}`]),
    ...(kind === 'many' ? ['may be given several times'] : kind === 'required' ? ['must be given'] : []),
  ].join('; ');

const optionTable = (options) =>
  table(
    ['option', 'what it does', 'left out'],
    Object.entries(options).map(([name, option]) => [
      code(`--${typedName(name)}`),
      textOf(option),
      option.leftOut ?? '',
    ]),
  );

/** Every command, as its help page says it. */
export async function commandsPage() {
  const entries = await Promise.all(
    Object.entries(COMMANDS).map(async ([name, { brief, load }]) => ({ name, brief, command: await load() })),
  );
  return page(
    'Commands',
    'What `spillway NAME --help` prints, for all commands. Results go to stdout, everything else to stderr; exit code 0 done, 2 the input is wrong, 3 the box is closed, 130 interrupted, 1 a fault of Spillway.',
    table(
      ['command', ''],
      entries.map(({ name, brief }) => [`[${name}](#${name})`, brief]),
    ),
    `## With every command\n\n${optionTable(SHARED_OPTIONS)}`,
    ...entries.map(({ name, brief, command }) =>
      [
        `## ${name}`,
        `${brief}.${command.details === undefined ? '' : `\n\n${command.details}`}`,
        `\`\`\`text\n${command.examples.map((example) => `spillway ${example}`).join('\n')}\n\`\`\``,
        ...(command.arguments === undefined
          ? []
          : [
              table(
                ['argument', 'what it is', ''],
                command.arguments.map((one) => [
                  code(one.name),
                  one.brief,
                  { required: '', optional: 'may be left out', many: 'any number' }[one.kind],
                ]),
              ),
            ]),
        ...(Object.keys(command.options).length === 0 ? [] : [optionTable(command.options)]),
      ].join('\n\n'),
    ),
  );
}
