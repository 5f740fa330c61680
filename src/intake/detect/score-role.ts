import type { Localised } from '../../model/localised.ts';
import type { TableName } from '../../model/tables.ts';
import { amountSays } from './amount-says.ts';
import { assignColumns } from './assign-columns.ts';
import type { ColumnProfile } from './profile.ts';
import { knownByColumns, roles } from './roles.ts';
import type { Role } from './roles.ts';
import type { SurveyedTable } from './survey.ts';
import { commentHead, likeness, mentions, wordsOf } from './words.ts';
import type { Words } from './words.ts';

export interface RoleScore {
  readonly role: Role;
  readonly score: number;
  readonly name: number;
  readonly columns: number;
  /** Known by a name that only may mean it: for commission, a ledger of all movements. */
  readonly vague: boolean;
  readonly reasons: readonly Localised[];
}

/** How well a table's name or comment says a role, 0 to 1; -1 where it says something else. */
export function roleName(role: Role, source: SurveyedTable): number {
  const comment = source.table.comment === null ? null : tableComment(source.table.comment);
  const byName = nameScore(role, source.words);
  const byComment = comment === null ? 0 : 0.92 * nameScore(role, comment);
  if (byName < 0 || byComment < 0) return Math.max(byName, byComment) === 1 ? 1 : -1;
  return Math.max(byName, byComment);
}

function tableComment(comment: string): Words {
  return commentHead(comment.replace(/(信息|数据|主|记录)?表$/u, ''));
}

/** A table named for what is earned holds nothing else. */
const earning = /bonus|commission|brokerage|rebate|reward|佣|奖|返利|提成|分红/;

/** Endings that say a table lists movements, whatever of: bonus ledger, enrolment payments. */
const listing = new Set(
  'ledger journal statement entry transaction payment payout posting'.split(' '),
);

/** The better of the name as it stands and without such an ending. */
function nameScore(role: Role, words: Words): number {
  const whole = wordScore(role, words);
  const last = words.tokens.at(-1);
  const ends = last !== undefined && words.tokens.length > 1 && listing.has(last);
  if (whole < 0 || !ends || !listed.has(role.table)) return whole;
  return Math.max(whole, 0.95 * wordScore(role, wordsOf(words.tokens.slice(0, -1))));
}

/** Tables of movements of money. */
const listed: ReadonlySet<TableName> = new Set(['commission', 'fee', 'withdrawal']);

function wordScore(role: Role, words: Words): number {
  const against = role.never.filter((term) => mentions(words, term));
  // A word that belongs to the matched name speaks for it: the log of `bonus log`.
  const best = (list: readonly Words[]): number =>
    list.reduce((top, term) => {
      const score = tableLikeness(words, term);
      const denied = score < 1 && against.some((word) => !mentions(term, word));
      return denied ? top : Math.max(top, score);
    }, 0);
  const score = Math.max(best(role.names), best(role.maybe) * 0.6);
  return score === 0 && against.length > 0 ? -1 : score;
}

/** A table is what the end of its name says: `user_brokerage` is brokerage, of users. */
function tableLikeness(words: Words, term: Words): number {
  const score = likeness(words, term);
  if (score === 0 || score === 1) return score;
  if (term.han) return words.joined.endsWith(term.joined) ? score : score * 0.8;
  const end = words.tokens.slice(-term.tokens.length);
  return term.tokens.every((token, i) => end[i] === token) ? score : score * 0.6;
}

/** Scores one table for one role by its name and its columns. */
export function scoreRole(
  role: Role,
  source: SurveyedTable,
  profiles: ReadonlyMap<string, ColumnProfile>,
): RoleScore | null {
  const named = roleName(role, source);
  const name = named >= 0 && named < 0.5 && amountSays(role.table, source) ? 0.6 : named;
  if (name < 0 || (name < 0.5 && !knownByColumns.has(role.table))) return null;
  const { chosen } = assignColumns(role.table, source, profiles);
  const has = (column: string): boolean => (chosen.get(column)?.score ?? 0) >= 0.5;
  if (!role.needs.every((group) => group.some(has))) return null;
  const found = role.telling.filter(has);
  const columns = found.length / role.telling.length;
  const file = source.table.primary_key.length === 0;
  const peculiar = columns >= (file ? 0.65 : 0.8) && source.table.rows_read > 0;
  const byColumns = peculiar && knownByColumns.has(role.table);
  const score = name >= 0.5 ? 0.6 * name + 0.4 * columns : byColumns ? 0.75 * columns : 0;
  const vague = name < 0.61 && !earning.test(source.words.joined);
  return { role, score, name, columns, vague, reasons: explain(role, name, found) };
}

function explain(role: Role, name: number, found: readonly string[]): Localised[] {
  const columns = found.join(', ');
  const byColumns = {
    en: `${found.length} of ${role.telling.length} telling columns: ${columns}`,
    zh: `特征列 ${found.length}/${role.telling.length}：${columns}`,
  };
  if (name < 0.5) return [byColumns];
  const text = name.toFixed(2);
  return [{ en: `table name (${text})`, zh: `表名（${text}）` }, byColumns];
}

/** The roles a table could play, best first. Its values are read only if a name is in sight. */
export async function rolesOf(source: SurveyedTable): Promise<RoleScore[]> {
  const none: ReadonlyMap<string, ColumnProfile> = new Map();
  const inSight = roles.filter((role) => scoreRole(role, source, none) !== null);
  if (inSight.length === 0) return [];
  const profiles = await source.profiles();
  return inSight
    .flatMap((role) => scoreRole(role, source, profiles) ?? [])
    .filter((one) => one.score >= 0.45)
    .toSorted((a, b) => b.score - a.score);
}
