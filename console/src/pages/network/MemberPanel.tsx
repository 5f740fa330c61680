import { CloseOutlined, CopyOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { grouped } from '../../../../src/model/money-text.ts';
import type { networkMember } from '../../../../src/server/contract/network.ts';
import type { Good } from '../../api/call.ts';
import { useLocalised, useWords } from '../../app/language.ts';
import { Money } from '../../parts/Money.tsx';
import { networkWords } from '../../text/network.ts';
import { BracketTable } from './BracketTable.tsx';
import { Crossings } from './Crossings.tsx';
import styles from './MemberPanel.module.css';
import { MemberLink } from './MemberLink.tsx';

export type Member = Good<typeof networkMember>['body'];

interface Props {
  readonly detail: Member;
  readonly choose: (member_id: string) => void;
  readonly close: () => void;
}

/** One member: where it stands, what is below it by every way of counting, days, money. */
export function MemberPanel({ detail, choose, close }: Props) {
  const say = useWords(networkWords);
  const local = useLocalised();
  const { message } = App.useApp();
  const { member, path, path_cut, bracket, crossed, paid_line, statement, currency } = detail;
  const copy = (): void => {
    navigator.clipboard.writeText(local(statement)).then(
      () => void message.success(say('copied')),
      () => void message.error(say('copy_failed')),
    );
  };
  const money = (minor: number | null) =>
    minor === null ? say('unknown') : <Money minor={minor} currency={currency} />;
  return (
    <>
      <header className={styles['head']}>
        <h2>
          <bdi>{member.id}</bdi>
        </h2>
        <Button type="text" icon={<CloseOutlined />} aria-label={say('close')} onClick={close} />
      </header>
      <blockquote className={styles['statement']}>{local(statement)}</blockquote>
      <Button size="small" icon={<CopyOutlined />} onClick={copy}>
        {say('copy')}
      </Button>
      <dl className={styles['facts']}>
        <dt>{say('level')}</dt>
        <dd>{say('level_value', { level: member.level })}</dd>
        <dt>{say('people')}</dt>
        <dd>{grouped(member.people)}</dd>
        <dt>{say('levels')}</dt>
        <dd>{member.levels}</dd>
        <dt>{say('direct')}</dt>
        <dd>{grouped(member.direct)}</dd>
        <dt>{say('joined')}</dt>
        <dd>{member.joined_on ?? say('unknown')}</dd>
        <dt>{say('paid_in')}</dt>
        <dd>{money(member.paid_in_minor)}</dd>
        <dt>{say('earned')}</dt>
        <dd>{money(member.earned_minor)}</dd>
        <dt>{say('subtree_paid_in')}</dt>
        <dd>{money(member.subtree_paid_in_minor)}</dd>
        <dt>{say('subtree_earned')}</dt>
        <dd>{money(member.subtree_earned_minor)}</dd>
      </dl>
      <section>
        <h3>{say('path')}</h3>
        {path_cut && <p className="soft">{say('path_cut')}</p>}
        <ol className={styles['path']} aria-label={say('path')}>
          {path.map(({ id, number }) => (
            <li key={number}>
              <MemberLink id={id} choose={choose} here={number === member.number} />
            </li>
          ))}
        </ol>
      </section>
      <section>
        <h3>{say('counts')}</h3>
        <BracketTable bracket={bracket} />
      </section>
      <section>
        <h3>{say('calendar')}</h3>
        <Crossings crossed={crossed} paidLine={paid_line} currency={currency} />
      </section>
    </>
  );
}
