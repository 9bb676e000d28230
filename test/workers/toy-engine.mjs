import { existsSync, writeFileSync } from 'node:fs';
import { openToy } from '../browser/toy-engine.js';

/**
 * The toy of the browser test, with misbehaviour by wish of the plan: `deadly` is a block that ends its worker
 * (once when `mark` names a file to leave behind), `meeting` a folder where the first blocks of two samples wait for each other.
 */
export function openMisbehavingToy(plan) {
  const toy = openToy(plan);
  return {
    simulateBlock(sample, block) {
      if (block === plan.deadly && !(plan.mark && existsSync(plan.mark))) {
        if (plan.mark) writeFileSync(plan.mark, '');
        process.exit(3);
      }
      if (plan.meeting && sample < 2 && block === 0) meet(plan.meeting, sample);
      return toy.simulateBlock(sample, block);
    },
  };
}

function meet(folder, sample) {
  writeFileSync(`${folder}/${sample}`, '');
  const patience = Date.now() + 15_000;
  while (!existsSync(`${folder}/${1 - sample}`)) {
    if (Date.now() > patience) throw new Error(`sample ${sample} waited in vain for the other`);
  }
}
