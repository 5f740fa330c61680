import { sqlName, sqlText } from '../../engine/duckdb.ts';
import type { Localised } from '../../model/localised.ts';
import type { ColumnMapping } from '../mapping.ts';
import { matchColumn } from './match-column.ts';
import { noneList, sampleSql } from './profile.ts';
import type { MemberBase } from './recruiter.ts';
import type { Survey } from './survey.ts';
import { recruiterTerms } from './synonyms-member.ts';
import { percent } from './trace.ts';

/** A column that holds the whole upline of a member as one text: '0,1,5,9' or '/1/5/9/'. */
export interface ChainEdge {
  readonly column: string;
  readonly item: NonNullable<ColumnMapping['item']>;
  readonly reasons: readonly Localised[];
}

const separators = [',', '/', '|', ';', '>', '-', ' '] as const;

/** Finds the upline chain of the member table and which of its ends is the recruiter. */
export async function chainEdge(survey: Survey, member: MemberBase): Promise<ChainEdge | null> {
  const likely = member.source.table.columns
    .map((column) => ({
      column: column.name,
      name: matchColumn(column, recruiterTerms.path, member.source.strip).score,
      profile: member.profiles.get(column.name),
    }))
    .filter(({ name, profile }) => {
      if (profile === undefined || profile.meant === 0) return false;
      return profile.chains >= (name >= 0.6 ? 0.2 : 0.5) * profile.meant && profile.times === 0;
    })
    .toSorted((a, b) => b.name - a.name);
  for (const { column, profile } of likely.slice(0, 6)) {
    const separator = separators.find((sign) => profile?.values.some((v) => v.includes(sign)));
    if (separator === undefined) continue;
    const edge = await testChain(survey, member, column, separator);
    if (edge !== null) return edge;
  }
  return null;
}

/** The end with more different ids is the near one: a root heads many chains. */
async function testChain(
  survey: Survey,
  { source, key }: MemberBase,
  column: string,
  separator: string,
): Promise<ChainEdge | null> {
  const table = source.table;
  const [row] = await survey.engine.rows(`
    WITH chain AS (SELECT trim(${sqlName(key)}) AS me,
        list_filter(string_split(${sqlName(column)}, ${sqlText(separator)}),
          lambda x: trim(x) NOT IN ('', ${noneList})) AS ids
      FROM ${sampleSql(table, 5000)} WHERE trim(${sqlName(column)}) <> ''),
    ends AS (SELECT me, trim(ids[1]) AS head, trim(ids[-1]) AS tail, trim(ids[-2]) AS before,
        len(ids) AS n FROM chain WHERE len(ids) > 0),
    keys AS (SELECT DISTINCT trim(${sqlName(key)}) AS k FROM ${sqlName(table.relation)})
    SELECT count(*) AS n, count_if(tail = me) AS ends_in_me, count_if(head = me) AS starts_in_me,
      count(DISTINCT head) AS heads, count(DISTINCT tail) AS tails, max(n) AS longest,
      count_if(tail IN (SELECT k FROM keys)) AS tail_found,
      count_if(head IN (SELECT k FROM keys)) AS head_found
    FROM ends`);
  const number = (name: string): number => Number(row?.[name] ?? 0);
  const n = number('n');
  if (n === 0 || number('longest') < 2) return null;
  const nearLast = number('tails') >= number('heads');
  const found = number(nearLast ? 'tail_found' : 'head_found') / n;
  if (found < 0.8 || number('starts_in_me') > n / 2) return null;
  const own = number('ends_in_me') / n > 0.8;
  const take = own ? 'last_but_one' : nearLast ? 'last' : 'first';
  return {
    column,
    item: { separator, take },
    reasons: [
      {
        en: `chains of ids parted by "${separator}"; the recruiter is the ${takeWords[take].en}`,
        zh: `存放以“${separator}”分隔的上级链，推荐人为${takeWords[take].zh}`,
      },
      {
        en: `${percent(found)} of chain ends stand in the key`,
        zh: `链端 ${percent(found)} 可在主键中找到`,
      },
    ],
  };
}

const takeWords = {
  first: { en: 'first item', zh: '首项' },
  last: { en: 'last item', zh: '末项' },
  last_but_one: {
    en: 'item before the last, which is the member itself',
    zh: '倒数第二项（末项为本人）',
  },
} as const;
