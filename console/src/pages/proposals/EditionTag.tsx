import { useWords } from '../../app/language.ts';
import { Tag } from '../../parts/Tag.tsx';
import { proposalWords } from '../../text/proposals.ts';
import type { Edition } from './proposal-types.ts';

type Props = { readonly edition: Pick<Edition, 'withdrawn' | 'replaced_by'> };

/** Whether a version judges anybody today. */
export function EditionTag({ edition: { withdrawn, replaced_by } }: Props) {
  const say = useWords(proposalWords);
  if (withdrawn !== null) {
    return (
      <Tag tone="breach" sign="✕">
        {say('status_withdrawn')}
      </Tag>
    );
  }
  if (replaced_by !== null) {
    return <Tag tone="plain">{say('replaced', { version: replaced_by })}</Tag>;
  }
  return (
    <Tag tone="ok" sign="✓">
      {say('in_use')}
    </Tag>
  );
}
