import type { ShareCount, ShareGround } from './count-shares.ts';
import type { FoundBlock } from './dense-blocks.ts';
import { judgeShare } from './judge-share.ts';
import { shareStatement } from './statements.ts';
import { independentGrounds } from './suspicion.ts';
import type { Ground } from './suspicion.ts';
import { thresholds } from './thresholds.ts';

/** Independent grounds without which nothing is said of sham trades or reviews. */
const GROUNDS_MIN = 2;

/** The grounds a subject's shares give, or null where they are fewer than two independent ones. */
export function groundsFrom(
  grounds: readonly ShareGround[],
  counts: readonly ShareCount[],
  all: readonly ShareCount[],
  block?: FoundBlock,
): Ground[] | null {
  const found = grounds.flatMap(({ name, family }, i) => {
    const judged = judgeShare(counts[i]!, all[i]!);
    if (!judged) return [];
    const statement = shareStatement(name, judged, block);
    const threshold = thresholds.share_strength_min;
    return [{ name, family, ...judged, threshold, statement }];
  });
  return independentGrounds(found) >= GROUNDS_MIN ? found : null;
}
