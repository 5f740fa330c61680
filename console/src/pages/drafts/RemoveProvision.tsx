import { Button } from 'antd';
import { useState } from 'react';
import { useWords } from '../../app/language.ts';
import { ConfirmStep } from '../../parts/ConfirmStep.tsx';
import { draftsWords } from '../../text/drafts.ts';
import { provisionOf, withoutProvision } from './draft-files.ts';
import type { DraftFile } from './draft-files.ts';

interface Props {
  readonly provision: string;
  readonly files: readonly DraftFile[];
  readonly setFiles: (files: DraftFile[]) => void;
}

/** Takes a provision out, all its versions and cases, once that was confirmed. */
export function RemoveProvision({ provision, files, setFiles }: Props) {
  const say = useWords(draftsWords);
  const [asking, setAsking] = useState(false);
  const gone = files.filter(({ name }) => provisionOf(name) === provision);
  return (
    <>
      <Button danger type="text" onClick={() => setAsking(true)}>
        {say('remove')}
      </Button>
      <ConfirmStep
        open={asking}
        title={say('remove_what', { provision })}
        verb={say('remove')}
        danger
        asksReason={false}
        pending={false}
        error={null}
        confirm={() => {
          setAsking(false);
          setFiles([...withoutProvision(files, provision)]);
        }}
        cancel={() => setAsking(false)}
      >
        <p>{say('remove_more')}</p>
        <ul className="list">
          {gone.map(({ name }) => (
            <li key={name}>
              <bdi className="id">{name}</bdi>
            </li>
          ))}
        </ul>
      </ConfirmStep>
    </>
  );
}
