import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The words of a line, as a shell splits them. */
const wordsOf = (line) =>
  [...line.split(/ {2,}|\s#/)[0].matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(([, a, b, c]) => a ?? b ?? c);

/** Fewer decays than a page names, where a command takes them: enough to come to its end. */
function small(words) {
  const few = { run: '4000', exclude: '300' }[words[0]];
  if (few === undefined) return words;
  const at = words.indexOf('--events');
  return at < 0 ? [...words, '--events', few] : words.map((word, i) => (i === at + 1 ? few : word));
}

const PROGRAM = `import { countingLimit } from 'spillway/statistics';
import { run, searches } from 'spillway';

const { signalEvents } = countingLimit({ observed: 0, background: 0.26, backgroundError: 0.04 });
const { rows } = await run(searches['kaon-munuee'], { events: 500, seed: 1 });
console.log(signalEvents.observed?.toFixed(2), rows.length > 0);
`;

/** A new TypeScript project with the packed package, and the commands of the four doors typed in it. */
export function doorsIn({ folder, clone, tarball, typed }) {
  const project = join(folder, 'project');
  mkdirSync(project);
  writeFileSync(join(project, 'package.json'), '{ "name": "project", "private": true, "type": "module" }');
  const size = statSync(tarball).size / 1e6;
  const installed = typed('npm', ['install', '--no-audit', '--no-fund', tarball], project);
  const rows = [
    {
      step: 'install of the tarball',
      figures: `${size.toFixed(2)} MB, ${installed.seconds.toFixed(0)} s`,
      wrong: [
        ...(installed.status === 0 ? [] : [installed.stderr.slice(-400)]),
        ...(size > 2 ? ['larger than 2 MB'] : []),
      ],
    },
  ];
  if (installed.status !== 0) return rows;

  // A program in TypeScript; the compiler is that of the clone, types for Node too.
  mkdirSync(join(project, 'node_modules/@types'), { recursive: true });
  symlinkSync(join(clone, 'node_modules/@types/node'), join(project, 'node_modules/@types/node'), 'junction');
  writeFileSync(join(project, 'main.ts'), PROGRAM);
  const options = ['--strict', '--module', 'nodenext', '--target', 'es2023', '--types', 'node', 'main.ts'];
  const compiled = typed(process.execPath, [join(clone, 'node_modules/typescript/bin/tsc'), ...options], project);
  const ran = typed(process.execPath, ['main.js'], project);
  rows.push({
    step: 'a program in TypeScript',
    figures: ran.stdout.trim(),
    wrong: compiled.status === 0 && ran.stdout.trim() === '2.30 true' ? [] : [`${compiled.stdout} ${ran.stderr}`],
  });

  const page = readFileSync(join(clone, 'docs/jobs/read-a-pyhf-workspace.md'), 'utf8');
  const workspace = /^```json workspace\.json\n([\s\S]*?)^```$/m.exec(page)[1];
  const program = join(project, 'node_modules/spillway/bin/spillway.js');
  /** A folder for one page with what the doors take for granted: models of the package, a workspace, finished runs. */
  const folderFor = (path) => {
    const own = join(project, path.replaceAll(/\W/g, '-'));
    cpSync(join(project, 'node_modules/spillway/models'), join(own, 'models'), { recursive: true });
    writeFileSync(join(own, 'workspace.json'), workspace);
    if (path.includes('review'))
      for (const [year, seed] of Object.entries({ 2017: '1', 2018: '2' })) {
        const words = ['run', 'kaon-munuee', '--events', '4000', '--seed', seed, '--out', `runs/kaon-munuee-${year}`];
        typed(process.execPath, [program, ...words], own);
      }
    return own;
  };
  const pages = readdirSync(join(clone, 'docs/doors'))
    .sort()
    .map((door) => [`door ${door.replace('.md', '')}`, `docs/doors/${door}`]);
  for (const [step, path] of [['first limit of the README', 'README.md'], ...pages]) {
    const typedThere = path === 'README.md' ? /^npx (spillway .*)$/gm : /^(spillway [a-z].*)$/gm;
    const lines = [...readFileSync(join(clone, path), 'utf8').matchAll(typedThere)].map(([, line]) => line);
    const own = folderFor(path);
    let seconds = 0;
    const wrong = lines.length === 0 ? ['has no command'] : [];
    for (const line of lines) {
      const outcome = typed(process.execPath, [program, ...small(wordsOf(line).slice(1))], own);
      seconds += outcome.seconds;
      if (outcome.status !== 0) wrong.push(`${line} ends with ${outcome.status}: ${outcome.stderr.trim().slice(-300)}`);
    }
    rows.push({ step, figures: `${lines.length} commands, ${seconds.toFixed(0)} s`, wrong });
  }
  return rows;
}
