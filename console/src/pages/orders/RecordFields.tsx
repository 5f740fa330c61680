import { minorDigitsOf } from '../../../../src/model/money-units.ts';
import { useLanguage, useWords } from '../../app/language.ts';
import { Moment } from '../../parts/Moment.tsx';
import { Money } from '../../parts/Money.tsx';
import { codeText } from '../../parts/code-text.ts';
import { ordersWords } from '../../text/orders.ts';
import { columnOf, columnText } from './column-text.ts';
import type { Life, LifeRow } from './life-days.ts';
import styles from './RowDetail.module.css';

interface Props {
  readonly life: Life;
  readonly row: LifeRow;
}

/** What a row says, field by field; empty ones are only counted. */
export function RecordFields({ life, row }: Props) {
  const say = useWords(ordersWords);
  const language = useLanguage();
  const { table, record } = row;
  const fields = Object.entries(record).filter(([name]) => !name.startsWith('src_'));
  const filled = fields.filter(([, value]) => value !== null && value !== '');
  const empty = fields.length - filled.length;
  const from = { table: String(record['src_table']), line: String(record['src_line']) };
  return (
    <>
      <dl className={styles['fields']}>
        {filled.map(([name, value]) => (
          <div key={name}>
            <dt title={name}>{columnText(table, name)[language]}</dt>
            <dd>
              <FieldValue table={table} name={name} value={value ?? ''} life={life} />
            </dd>
          </div>
        ))}
      </dl>
      <p className={styles['small']}>
        {'src_table' in record && <bdi>{say('source', from)}</bdi>}
        {empty > 0 && <span>{say('empty_fields', { count: empty })}</span>}
      </p>
    </>
  );
}

interface ValueProps {
  readonly table: string;
  readonly name: string;
  readonly value: string | number | boolean;
  readonly life: Life;
}

function FieldValue({ table, name, value, life: { currency } }: ValueProps) {
  const say = useWords(ordersWords);
  const language = useLanguage();
  const { type, values } = columnOf(table, name) ?? {};
  if (type === 'money_minor' && typeof value !== 'boolean') {
    return <Money minor={value} currency={currency} digits={minorDigitsOf(currency)} />;
  }
  if (type === 'instant') return <Moment at={String(value)} />;
  if (typeof value === 'boolean') return say(value ? 'yes' : 'no');
  const text = String(value);
  return <bdi>{values === undefined ? text : codeText(table, name, text, language)}</bdi>;
}
