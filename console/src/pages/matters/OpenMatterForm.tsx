import { Button, Select } from 'antd';
import { useMemo, useState } from 'react';
import type { SyntheticEvent } from 'react';
import { useNavigate } from 'react-router';
import type { Face, MatterKind } from '../../../../src/model/matter.ts';
import { mattersOpen } from '../../../../src/server/contract/matters.ts';
import { useSession } from '../../api/session.ts';
import { newKey, useAsk } from '../../api/use-ask.ts';
import { useWords } from '../../app/language.ts';
import { Field } from '../../parts/Field.tsx';
import { ProblemLine } from '../../parts/ProblemLine.tsx';
import { matterWords } from '../../text/matters.ts';
import { DataFields } from './DataFields.tsx';
import { formData } from './form-data.ts';
import type { FormValues } from './form-data.ts';
import { openAs, openings } from './openings.ts';
import { ReasonField } from './ReasonField.tsx';
import { isFilled, SideFields } from './SideFields.tsx';
import type { SideValue } from './SideFields.tsx';

/** What a matter of a kind begins with: one's side, the other sides, and what it is about. */
export function OpenMatterForm({ kind }: { readonly kind: MatterKind }) {
  const say = useWords(matterWords);
  const navigate = useNavigate();
  const { party } = useSession();
  const { fields, reason: needs } = openings[kind];
  const mine = openAs(kind, party);
  const [face, setFace] = useState<Face>(mine.includes('owner') ? 'owner' : (mine[0] ?? 'owner'));
  const [sides, setSides] = useState<readonly SideValue[]>(() => firstSides(face));
  const [values, setValues] = useState<FormValues>({});
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { data, faults } = formData(fields, values);
  const told = reason.trim();
  const body = {
    kind,
    face,
    parties: sides.filter(isFilled),
    data,
    ...(told !== '' && { reason: told }),
  };
  const sent = JSON.stringify(body);
  const headers = useMemo(() => ({ sent, key: newKey() }), [sent]).key;
  const open = useAsk(mattersOpen, {
    changes: ['matters.', 'overview.'],
    done: ({ matter_id }) => void navigate(`/matters/${matter_id}`),
  });
  const noReason = needs === 'needed' && told === '';
  const noOwner = face !== 'owner' && !body.parties.some((one) => one.face === 'owner');
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setTried(true);
    if (noReason || noOwner || Object.keys(faults).length > 0) return;
    open.mutate({ headers, body });
  };
  const common = { kind, step: 'open', fields, values, matter: null };
  return (
    <form className="fields" onSubmit={submit} noValidate>
      {mine.length > 1 && (
        <Field label={say('your_side')}>
          {(id) => (
            <Select<Face>
              id={id}
              value={face}
              options={mine.map((value) => ({ value, label: say(`face_${value}`) }))}
              onChange={(next) => {
                setFace(next);
                setSides(firstSides(next));
              }}
            />
          )}
        </Field>
      )}
      <DataFields {...common} set={setValues} faults={tried ? faults : {}} />
      <SideFields kind={kind} own={face} sides={sides} set={setSides} missing={tried && noOwner} />
      <ReasonField
        needed={needs === 'needed'}
        reason={reason}
        set={setReason}
        missing={tried && noReason}
      />
      <ProblemLine error={open.error} />
      <div className="buttons">
        <Button onClick={() => void navigate('/matters')}>{say('cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={open.isPending}>
          {say('open_verb')}
        </Button>
      </div>
    </form>
  );
}

/** Who does not handle the matter says who does. */
function firstSides(own: Face): SideValue[] {
  return own === 'owner' ? [] : [{ face: 'owner', tenant_id: '' }];
}
