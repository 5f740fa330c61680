import { useWords } from '../../app/language.ts';
import { Tag } from '../../parts/Tag.tsx';
import type { TagTone } from '../../parts/Tag.tsx';
import { proposalWords } from '../../text/proposals.ts';
import type { Proposal } from './proposal-types.ts';

export type Status = Proposal['status'];

/** By meaning: green is settled, orange waits for somebody, grey is over. */
const looks: Readonly<Record<Status, readonly [tone: TagTone, sign: string]>> = {
  proposed: ['plain', '·'],
  out_for_comment: ['indication', '◷'],
  comment_over: ['unknown', '…'],
  in_review: ['unknown', '?'],
  sent_back: ['indication', '↩'],
  approved: ['ok', '✓'],
  published: ['ok', '✓'],
  withdrawal_asked: ['indication', '!'],
  withdrawn: ['breach', '✕'],
  dropped: ['plain', '✕'],
};

export function ProposalStatusTag({ status }: { readonly status: Status }) {
  const say = useWords(proposalWords);
  const [tone, sign] = looks[status];
  return (
    <Tag tone={tone} sign={sign}>
      {say(`status_${status}`)}
    </Tag>
  );
}
