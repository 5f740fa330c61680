import { Select } from 'antd';
import { useState } from 'react';
import { draftsRead } from '../../../../src/server/contract/drafts.ts';
import { useAsked } from '../../api/use-asked.ts';
import { useWords } from '../../app/language.ts';
import { Field } from '../../parts/Field.tsx';
import { LinedText } from '../../parts/LinedText.tsx';
import { draftsWords } from '../../text/drafts.ts';

interface Props {
  readonly draft_id: string;
  readonly revision: number;
  readonly file: string;
}

/** A file as it was in a revision before. */
export function OlderText({ draft_id, revision, file }: Props) {
  const say = useWords(draftsWords);
  const [older, setOlder] = useState<number | null>(null);
  const { data } = useAsked(
    draftsRead,
    { params: { draft_id }, query: { revision: older ?? 1 } },
    { enabled: older !== null },
  );
  if (revision === 1) return null;
  const text = data?.revision.files.find(({ name }) => name === file)?.text ?? '';
  return (
    <div>
      <Field label={say('older')}>
        {(id) => (
          <Select
            id={id}
            allowClear
            value={older}
            onChange={(value: number | null | undefined) => setOlder(value ?? null)}
            options={Array.from({ length: revision - 1 }, (_, i) => ({
              value: revision - 1 - i,
              label: String(revision - 1 - i),
            }))}
          />
        )}
      </Field>
      {older !== null && data !== undefined && (
        <LinedText label={say('older_see', { revision: older })} value={text} height="280px" />
      )}
    </div>
  );
}
