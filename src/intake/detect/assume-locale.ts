import type { Assumption } from '../../model/snapshot.ts';
import { currencyCodes } from '../map/sql-money.ts';
import type { Recognition } from './recognise-software.ts';
import type { Survey, SurveyedTable } from './survey.ts';
import { isHan, toWords } from './words.ts';

/** Zone of times that name none. A dump never says; the malls of China run on Beijing time. */
export function assumeTimeZone(given: string | undefined): Assumption {
  return {
    what: 'time_zone',
    subject: 'times without a zone',
    value: given ?? 'Asia/Shanghai',
    reason:
      given === undefined
        ? { en: 'the data do not say; usual for this market', zh: '数据未说明，按该市场惯例' }
        : { en: 'given, or usual for this software', zh: '由使用者指定，或为该软件惯例' },
  };
}

const withCode = new RegExp(`^(${currencyCodes})\\s?-?[\\d,.]+$`);

/** Currencies that stand in the amounts themselves: `USD 12.00` on every row of a column. */
async function writtenBeside(source: SurveyedTable): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const [column, { values }] of await source.profiles()) {
    const codes = new Set(values.map((value) => withCode.exec(value)?.[1]));
    const [code, ...more] = codes;
    if (code !== undefined && more.length === 0) found.set(code, `${source.table.name}.${column}`);
  }
  return found;
}

/** The currency the data name in a column of their own, else the yuan. */
export async function assumeCurrency(
  survey: Pick<Survey, 'tables'>,
  given: string | undefined,
  known: Recognition | null,
): Promise<Assumption> {
  const what = 'currency';
  const subject = 'money';
  if (given !== undefined) {
    return { what, subject, value: given, reason: { en: 'given', zh: '由使用者指定' } };
  }
  if (known !== null) {
    const reason = { en: 'usual for this software', zh: '该软件惯例' };
    return { what, subject, value: known.adapter.mapping.currency, reason };
  }
  const votes = new Map<string, string>();
  for (const source of survey.tables) {
    if (source.table.rows_read === 0) continue;
    for (const [value, at] of await writtenBeside(source)) votes.set(value, at);
    const column = source.table.columns.find(({ name }) =>
      ['currency', 'currencycode', '币种', 'currencyname'].includes(toWords(name).joined),
    );
    if (column === undefined) continue;
    const [value] = (await source.profiles()).get(column.name)?.values ?? [];
    if (value !== undefined && /^[A-Z]{3}$/i.test(value)) {
      votes.set(value.toUpperCase(), `${source.table.name}.${column.name}`);
    }
  }
  const [only, ...more] = [...votes];
  if (only !== undefined && more.length === 0) {
    const [value, at] = only;
    return { what, subject, value, reason: { en: `named by ${at}`, zh: `由 ${at} 指明` } };
  }
  const chinese = survey.tables.some(({ table }) =>
    table.columns.some(({ name, comment }) => isHan(name) || isHan(comment ?? '')),
  );
  return {
    what,
    subject,
    value: 'CNY',
    reason: chinese
      ? { en: 'names and comments are Chinese', zh: '列名与注释为中文' }
      : { en: 'the data do not say', zh: '数据未说明' },
  };
}
