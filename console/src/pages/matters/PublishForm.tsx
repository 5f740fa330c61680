import { App, Button } from 'antd';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { publicationsCreate } from '../../../../src/server/contract/publications.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useWords } from '../../app/language.ts';
import { ProblemLine } from '../../parts/ProblemLine.tsx';
import { matterWords } from '../../text/matters.ts';
import { DataFields } from './DataFields.tsx';
import { formData } from './form-data.ts';
import type { Matter } from './matter-types.ts';
import { publicationBody, publicationDraft, publicationFields } from './publication-draft.ts';

interface Props {
  readonly matter: Matter;
  readonly kind: 'decision' | 'measure';
  readonly close: () => void;
  /** It is published in another place, and only to be noted here. */
  readonly elsewhere: () => void;
}

/** What a matter came to, as the public will read it: drafted from its steps, persons masked. */
export function PublishForm({ matter, kind, close, elsewhere }: Props) {
  const say = useWords(matterWords);
  const { message } = App.useApp();
  const fields = publicationFields(kind);
  const [values, setValues] = useState(() => publicationDraft(matter));
  const [tried, setTried] = useState(false);
  const { data, faults } = formData(fields, values, matter.currency);
  const publish = useAsk(publicationsCreate, {
    changes: ['matters.', 'overview.'],
    done: ({ removed }) => {
      const count = Object.values(removed).reduce((sum, one) => sum + one, 0);
      void message.success(say('published', { count }));
      close();
    },
  });
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(faults).length > 0) return;
    publish.mutate({ body: publicationBody(matter, kind, data) });
  };
  return (
    <form className="fields" onSubmit={submit} noValidate>
      <p className="soft">{say('publish_more')}</p>
      <DataFields
        kind={matter.kind}
        step="publish"
        fields={fields}
        values={values}
        set={setValues}
        faults={tried ? faults : {}}
        matter={matter}
      />
      <ProblemLine error={publish.error} />
      <div className="buttons">
        <Button onClick={close}>{say('cancel')}</Button>
        <Button onClick={elsewhere}>{say('publish_elsewhere')}</Button>
        <Button type="primary" htmlType="submit" loading={publish.isPending}>
          {say('publish')}
        </Button>
      </div>
    </form>
  );
}
