// Runs command lines one after the other in one process and prints what each left behind, as JSON.
import { runCommandLine } from '../../dist/src/cli/main.js';

const write = { stdout: process.stdout.write, stderr: process.stderr.write };
process.stdout.setMaxListeners(0);
const outcomes = [];
for (const line of JSON.parse(process.argv[2])) {
  const said = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr']) {
    process[stream].write = (text) => {
      said[stream] += text;
      return true;
    };
  }
  process.exitCode = undefined;
  await runCommandLine(line);
  outcomes.push({ code: process.exitCode ?? 0, ...said });
}
Object.assign(process.stdout, { write: write.stdout });
Object.assign(process.stderr, { write: write.stderr });
process.exitCode = 0;
process.stdout.write(JSON.stringify(outcomes));
