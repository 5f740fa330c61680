import { Button, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { useNavigate } from 'react-router';
import type { Localised } from '../../../../src/model/localised.ts';
import { findingsOpenMatter } from '../../../../src/server/contract/finding-matters.ts';
import { useSession } from '../../api/session.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useLanguage, useWords } from '../../app/language.ts';
import { Field } from '../../parts/Field.tsx';
import { ProblemLine } from '../../parts/ProblemLine.tsx';
import { findingsWords } from '../../text/findings.ts';
import { kindsFor } from './matter-kinds.ts';
import type { MatterKind } from './matter-kinds.ts';
import { useFocusBack } from '../../parts/use-focus-back.ts';

interface Carried {
  readonly id: string;
  readonly explanation: Localised;
}

interface Props {
  /** Of one inspection, at least one. */
  readonly findings: readonly Carried[];
  readonly title?: string;
  readonly close: () => void;
}

const title_chars_max = 200;
const facts_chars_max = 10_000;
/** So many are told in the first draft of the facts. */
const told_max = 5;

/** Opens a matter that carries findings: its kind, its title and the facts, drafted from them. */
export function OpenMatter({ findings, title: proposed = '', close }: Props) {
  useFocusBack();
  const say = useWords(findingsWords);
  const navigate = useNavigate();
  const kinds = kindsFor(useSession());
  const [kind, setKind] = useState<MatterKind | undefined>(kinds[0]);
  const [title, setTitle] = useState(proposed);
  const [facts, setFacts] = useState(useDraft(findings));
  const open = useAsk(findingsOpenMatter, {
    changes: ['matters.', 'overview.'],
    done: ({ matter_id }) => void navigate(`/matters/${matter_id}`),
  });
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (kind === undefined) return;
    open.mutate({ body: { kind, title, facts, findings: findings.map(({ id }) => id) } });
  };
  const isReady = title.trim() !== '' && facts.trim() !== '';
  return (
    <Modal open onCancel={close} footer={null} title={say('open_matter')} width={640}>
      <form className="fields" onSubmit={submit}>
        <p className="soft">
          {say('selected', { count: findings.length })} · {say('open_hint')}
        </p>
        <Radio.Group
          aria-label={say('kind')}
          value={kind}
          onChange={(event) => setKind(event.target.value as MatterKind)}
          options={kinds.map((value) => ({ value, label: say(`kind_${value}`) }))}
        />
        <Field label={say('matter_title')}>
          {(id) => (
            <Input
              id={id}
              required
              maxLength={title_chars_max}
              value={title}
              onChange={(event) => setTitle(event.target.value)}
            />
          )}
        </Field>
        <Field label={say('facts')} hint={say('facts_hint')}>
          {(id) => (
            <Input.TextArea
              id={id}
              required
              rows={8}
              maxLength={facts_chars_max}
              value={facts}
              onChange={(event) => setFacts(event.target.value)}
            />
          )}
        </Field>
        <ProblemLine error={open.error} />
        <div className="buttons">
          <Button onClick={close}>{say('cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={open.isPending} disabled={!isReady}>
            {say('open_matter')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

/** The first explanations, a line each, cut to what a matter takes. */
function useDraft(findings: readonly Carried[]): string {
  const say = useWords(findingsWords);
  const language = useLanguage();
  const lines = findings.slice(0, told_max).map(({ explanation }) => explanation[language]);
  const rest = findings.length - lines.length;
  if (rest > 0) lines.push(say('facts_more', { count: rest }));
  return lines.join('\n').slice(0, facts_chars_max);
}
