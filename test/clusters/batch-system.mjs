// A stand-in for Slurm and HTCondor: node batch-system.mjs PROGRAM ARGUMENT…   as sbatch, squeue, scancel, condor_submit,
// condor_q or condor_rm would be called. STAND_IN names the folder of its state: jobs/ID.json (name, process), calls.txt,
// faults.json ({"kill": [shard], "evict": [shard], "truncate": [shard]}, each done once).
import { spawn } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { basename, join, resolve } from 'node:path';

const state = process.env.STAND_IN;
const [program, ...args] = process.argv.slice(2);
const jobs = join(state, 'jobs');
mkdirSync(jobs, { recursive: true });

const alive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};
const known = () => readdirSync(jobs).map((file) => ({ id: basename(file, '.json'), ...read(join(jobs, file)) }));
const read = (path) => JSON.parse(readFileSync(path, 'utf8'));
const after = (option) => args[args.indexOf(option) + 1];
const batchName = () => /JobBatchName == "([^"]*)"/.exec(after('-constraint'))[1];

/** Whether a fault is to happen to a shard now; each happens once. */
function fault(kind, shard) {
  const path = join(state, 'faults.json');
  const faults = existsSync(path) ? read(path) : {};
  if (!(faults[kind] ?? []).includes(shard)) return false;
  writeFileSync(path, JSON.stringify({ ...faults, [kind]: faults[kind].filter((other) => other !== shard) }));
  return true;
}

/** Runs a command to its end, or until `stop` says so: then it is killed. Gives what it ended with. */
const run = (command, options, log, stop = () => false) =>
  new Promise((done) => {
    const out = openSync(log, 'a');
    const child = spawn(command[0], command.slice(1), { ...options, stdio: ['ignore', out, out] });
    const look = setInterval(() => {
      if (stop()) child.kill('SIGKILL');
    }, 5);
    child.once('close', (code, signal) => {
      clearInterval(look);
      done(signal ?? code);
    });
  });
const blocksIn = (folder) =>
  existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.blocks')).length : 0;

function submit(name, script) {
  const id = String(known().length + 101);
  const worker = spawn(process.execPath, [process.argv[1], 'work', program, id, script], {
    detached: true,
    stdio: 'ignore',
    cwd: process.cwd(),
  });
  writeFileSync(join(jobs, `${id}.json`), JSON.stringify({ name, pid: worker.pid }));
  worker.unref();
  return id;
}

async function workSlurm(id, script) {
  const text = readFileSync(script, 'utf8');
  const shards = /--array=(\S+)/
    .exec(text)[1]
    .split(',')
    .flatMap((part) => {
      const [from, to = from] = part.split('-').map(Number);
      return Array.from({ length: to - from + 1 }, (_, i) => from + i);
    });
  const blocks = resolve('../blocks');
  for (const shard of shards) {
    const before = blocksIn(blocks);
    const killed = fault('kill', shard);
    const env = { ...process.env, SLURM_ARRAY_TASK_ID: String(shard) };
    const log = `log-${id}_${shard}.txt`;
    const ended = await run(['sh', script], { env }, log, () => killed && blocksIn(blocks) > before);
    if (ended !== 0) appendFileSync(log, `slurmstepd: error: task ended with ${ended}\n`);
  }
}

async function workCondor(script) {
  const text = readFileSync(script, 'utf8');
  const values = Object.fromEntries([...text.matchAll(/^(\w+) = (.*)$/gm)].map(([, key, value]) => [key, value]));
  const shards = /queue shard in \(([^)]*)\)/.exec(text)[1].split(',').map(Number);
  for (const shard of shards) {
    const put = (value) => value.replaceAll('$(shard)', String(shard));
    const home = put(values.initialdir);
    const start = async (stop) => {
      const scratch = mkdtempSync(join(state, 'scratch-'));
      for (const file of values.transfer_input_files.split(', ')) cpSync(file, join(scratch, basename(file)));
      cpSync(values.executable, join(scratch, 'shard.sh'));
      if (existsSync(join(home, 'blocks'))) cpSync(join(home, 'blocks'), join(scratch, 'blocks'), { recursive: true });
      // Nothing of the submitting machine: no folder but the scratch one, no environment but what a job has.
      const env = { PATH: process.env.PATH, HOME: scratch };
      const command = ['./shard.sh', ...put(values.arguments).split(' ')];
      const ended = await run(command, { cwd: scratch, env }, join(home, values.error), () => stop(scratch));
      rmSync(join(scratch, 'spillway'), { recursive: true, force: true });
      for (const name of values.transfer_output_files.split(', '))
        if (existsSync(join(scratch, name))) cpSync(join(scratch, name), join(home, name), { recursive: true });
      return ended;
    };
    if (fault('evict', shard)) await start((scratch) => blocksIn(join(scratch, 'blocks')) > 0);
    if (fault('kill', shard)) continue;
    await start(() => false);
    if (fault('truncate', shard)) {
      const folder = join(home, 'blocks');
      truncateSync(join(folder, readdirSync(folder)[0]), 100);
    }
  }
}

const programs = {
  sbatch: () => `${submit(/--job-name=(\S+)/.exec(readFileSync(args[1], 'utf8'))[1], args[1])}\n`,
  squeue: () =>
    known()
      .filter(({ name, pid }) => name === after('--name') && alive(pid))
      .map(({ id }) => `${id}\n`)
      .join(''),
  condor_submit: () => {
    const id = submit(/batch_name = (\S+)/.exec(readFileSync(args[1], 'utf8'))[1], args[1]);
    return `${id}.0 - ${id}.9\n`;
  },
  condor_q: () =>
    known()
      .filter(({ name, pid }) => name === batchName() && alive(pid))
      .map(() => '2\n')
      .join(''),
  work: async () => {
    const [by, id, script] = args;
    if (by === 'sbatch') await workSlurm(id, script);
    else await workCondor(join(process.cwd(), script));
    return '';
  },
};
if (program !== 'work') appendFileSync(join(state, 'calls.txt'), `${program}\n`);
process.stdout.write(await programs[program]());
