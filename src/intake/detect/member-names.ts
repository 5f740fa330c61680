import { without } from './match-column.ts';
import type { MemberName, SurveyedTable } from './survey.ts';
import { isHan, toWords } from './words.ts';

/** Too common to mean a member by itself. */
const anyKey = new Set(['id', 'no', 'code', 'sn', 'key', 'number', 'uuid', 'name']);

interface MemberKey {
  readonly source: SurveyedTable;
  /** The column that names a member. */
  readonly key: string;
}

/**
 * How other tables of this system name a member: by the key (`partner_no`), by the table and the
 * key (`partner_id`), or by the table alone (`from_partner`).
 */
export function memberNames({ source, key }: MemberKey): MemberName[] {
  const tokens = toWords(key).tokens;
  const noun = source.words.tokens.at(-1);
  const own = noun === undefined ? null : without(toWords(key), [noun]);
  const bare = own?.tokens ?? tokens;
  const id = ['member', 'id'];
  const names: MemberName[] = [];
  if (tokens.length > 1 || isHan(key) || !anyKey.has(tokens[0] ?? '')) {
    names.push({ tokens, means: id });
  }
  if (noun !== undefined && !isHan(noun)) {
    names.push({ tokens: [noun, ...bare], means: id });
    names.push({ tokens: [noun, 'id'], means: id });
    names.push({ tokens: [noun], means: ['member'] });
  }
  return names;
}

/** A column's name in words of ours, `from_partner_no` → `from member id`; null for no such. */
export function inOurWords(name: string, { learnt }: SurveyedTable): string | null {
  const { tokens } = toWords(name);
  for (const { tokens: part, means } of learnt.memberNames) {
    const at = tokens.findIndex((_, i) => part.every((token, j) => tokens[i + j] === token));
    if (at < 0) continue;
    return [...tokens.slice(0, at), ...means, ...tokens.slice(at + part.length)].join(' ');
  }
  return null;
}
