import { PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { CheckedDraw, DrawTold } from '../../../../src/evidence/draw/check-draw-file.ts';
import { draw_check_titles, drawCheckText } from '../../../../src/evidence/draw/check-texts.ts';
import { state_words } from '../../../../src/evidence/verify/promise-texts.ts';
import { useLanguage, useLocalised, useWords } from '../../app/language.ts';
import { PlainTable } from '../../parts/PlainTable.tsx';
import { Tag } from '../../parts/Tag.tsx';
import { verifyWords } from '../../text/verify.ts';
import { tags } from './OutcomeRow.tsx';
import { Conclusion } from './Conclusion.tsx';
import styles from './Verify.module.css';

/** Rows of a result that a page holds; the file has all of them. */
const rows_max = 200;

interface Props {
  readonly name: string;
  readonly draw: CheckedDraw;
}

/** A draw drawn again in this page: whether it holds, check by check, and what it drew. */
export function DrawChecks({ name, draw: { checks, told } }: Props) {
  const say = useWords(verifyWords);
  const local = useLocalised();
  const language = useLanguage();
  const conclusion = checks.every(({ state }) => state === 'kept') ? 'kept' : 'broken';
  return (
    <section className={styles['outcomes']} data-conclusion={conclusion}>
      <Conclusion
        of={conclusion}
        title={say(`conclusion_${conclusion}`)}
        then={say(`draw_${conclusion}`)}
      >
        <bdi>{name}</bdi>
      </Conclusion>
      <ul className={styles['list']}>
        {checks.map((one) => (
          <li
            key={one.check}
            className={styles['row']}
            data-promise={one.check}
            data-state={one.state}
          >
            <Tag {...tags[one.state]}>{local(state_words[one.state])}</Tag>
            <div>
              <p className={styles['promise']}>{local(draw_check_titles[one.check])}</p>
              <p className="soft">
                <bdi>{drawCheckText(one, language)}</bdi>
              </p>
            </div>
          </li>
        ))}
      </ul>
      {told !== null && <Told told={told} />}
      <section className={styles['rests']}>
        <h3>{say('rests')}</h3>
        <p>{say('draw_rests')}</p>
        {told !== null && told.digest !== null && (
          <code className={styles['key']}>{told.digest}</code>
        )}
      </section>
      <div className={styles['acts']}>
        <Button icon={<PrinterOutlined />} onClick={() => print()}>
          {say('print')}
        </Button>
      </div>
    </section>
  );
}

/** Whom the file says was drawn, out of how many, and whose seeds it rests on. */
function Told({ told }: { readonly told: DrawTold }) {
  const say = useWords(verifyWords);
  const comma = useLanguage() === 'zh' ? '、' : ', ';
  const { draw_id, subjects, inspectors, parties, result } = told;
  const drawn = result.length;
  return (
    <section>
      <h3>{say('draw_told')}</h3>
      <p>
        <bdi>{draw_id}</bdi>
      </p>
      <p>{say('draw_counts', { drawn, subjects, inspectors })}</p>
      <p>{say('draw_parties', { parties: parties.join(comma) })}</p>
      <PlainTable
        label={say('draw_told')}
        heads={[say('draw_place'), say('draw_subject'), say('draw_inspectors')]}
        numeric={[0]}
        rows={result.slice(0, rows_max).map((one, i) => ({
          key: String(i),
          cells: [i + 1, one.subject, one.inspectors.join(comma)],
        }))}
      />
      {drawn > rows_max && <p className="soft">{say('draw_more', { rows: rows_max })}</p>}
    </section>
  );
}
