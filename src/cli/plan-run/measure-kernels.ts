import { forestParents, scaledCase } from '../../generate/cases/deep-forest.ts';
import { headThresholds } from '../../network/analyse-tree.ts';
import { firstPeople } from '../../network/first-people.ts';
import { firstThirdLevel } from '../../network/first-third-level.ts';
import { levels } from '../../network/levels.ts';
import { plantForest } from '../../network/plant-forest.ts';
import { repairParents } from '../../network/repair-parents.ts';
import { subtreeLevels } from '../../network/subtree-levels.ts';
import { subtreePeople } from '../../network/subtree-people.ts';
import { subtreeSums } from '../../network/subtree-sums.ts';
import { spent } from './spent.ts';

const SEED = 20_180_925;

/** Seconds of processor of the kernels over a generated network, on one thread. */
export async function measureKernels(
  members: number,
): Promise<{ readonly forest_s: number; readonly dates_s: number }> {
  const parent = forestParents(scaledCase(members), SEED);
  const day = parent.map((_, no) => Math.floor((no * 730) / members));
  const money = new Float64Array(members).fill(9_900);
  const swept = await spent(() => {
    repairParents(parent);
    const forest = plantForest(parent);
    levels(forest);
    subtreePeople(forest);
    subtreeLevels(forest);
    subtreeSums(forest, money);
    subtreeSums(forest, money);
    return forest;
  });
  const dated = await spent(() => {
    firstPeople(swept.gives, day, day, headThresholds);
    firstThirdLevel(swept.gives, day, day);
  });
  return { forest_s: swept.cpu_s, dates_s: dated.cpu_s };
}
