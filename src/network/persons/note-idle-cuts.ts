import type { IssueLog } from '../../model/issue.ts';
import type { LinkCutApplied } from '../../model/link-cut.ts';

/** A decision about nothing, by a slip of the pen, would look as if it had changed the count. */
export function noteIdleCuts(applied: readonly LinkCutApplied[], issues: IssueLog): void {
  for (const { ties, kinds, account, other_account, link_key } of applied) {
    if (ties > 0) continue;
    const about = [account, other_account, link_key].filter((one) => one !== null).join(', ');
    issues.add('network.cut_of_nothing', { kinds: kinds.join(', '), about });
  }
}
