import { TokenReader } from './tokens.ts';
import type { Token } from './tokens.ts';

/**
 * Whether a SET statement leaves the backslash an escape character; null where it does not touch
 * sql_mode. A variable restores what was before, which is the server's default.
 */
export function escapesAfterSet(tokens: readonly Token[]): boolean | null {
  const reader = new TokenReader(tokens);
  if (!reader.take('SET')) return null;
  let escapes: boolean | null = null;
  for (; reader.token; reader.at += 1) {
    if (!/^(?:@@(?:session)?)?sql_mode$/i.test(reader.token.value)) continue;
    const value = tokens[reader.at + (tokens[reader.at + 1]?.value === ':' ? 3 : 2)];
    const before = tokens[reader.at - 1]?.value;
    // SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='…': only what stands before an equals sign is set.
    if (before === '=' || tokens[reader.at + 1]?.type !== 'mark' || value === undefined) continue;
    escapes = !(value.type === 'text' && /NO_BACKSLASH_ESCAPES/i.test(value.value));
  }
  return escapes;
}

/**
 * The offset of the session's time zone after a SET statement, such as '+00:00': mysqldump and
 * phpMyAdmin set one and write TIMESTAMP columns, and no others, in it. Null where it goes back to
 * the server's own, undefined where the statement does not touch it.
 */
export function offsetAfterSet(tokens: readonly Token[]): string | null | undefined {
  const reader = new TokenReader(tokens);
  if (!reader.take('SET')) return undefined;
  let offset: string | null | undefined;
  for (; reader.token; reader.at += 1) {
    if (!/^(?:@@(?:session)?)?time_zone$/i.test(reader.token.value)) continue;
    const value = tokens[reader.at + (tokens[reader.at + 1]?.value === ':' ? 3 : 2)];
    const before = tokens[reader.at - 1]?.value;
    if (before === '=' || tokens[reader.at + 1]?.type !== 'mark' || value === undefined) continue;
    const stated = value.type === 'text' && /^[-+]\d\d:\d\d$/.test(value.value);
    offset = stated ? value.value : null;
  }
  return offset;
}

/** First words of the statements a dump may hold beside INSERT. */
const known = new Set(
  `ALTER ANALYZE BEGIN CALL CHANGE CHECK CHECKSUM COMMIT CREATE DEALLOCATE DELETE DO DROP END
  EXECUTE FLUSH GRANT HANDLER IMPORT INSERT INSTALL KILL LOAD LOCK OPTIMIZE PREPARE PURGE
  RELEASE RENAME
  REPAIR REPLACE RESET REVOKE ROLLBACK SAVEPOINT SELECT SET SHOW SHUTDOWN SOURCE START STOP TRUNCATE
  UNINSTALL UNLOCK UPDATE USE WITH XA`.split(/\s+/),
);

/** Words that belong to what a CREATE, ALTER or DROP is about. */
const objects = new Set(
  `DATABASE EVENT FUNCTION INDEX LOGFILE PACKAGE PROCEDURE ROLE SCHEMA SEQUENCE SERVER TABLE
  TABLESPACE TABLES TRIGGER USER VIEW`.split(/\s+/),
);

/** What kind of statement it is: 'SET', 'CREATE TRIGGER'; null when it is none. */
export function statementKind(tokens: readonly Token[]): string | null {
  const first = tokens[0];
  if (first?.type !== 'word') return null;
  const verb = first.value.toUpperCase();
  if (!known.has(verb)) return null;
  if (!/^(?:CREATE|ALTER|DROP|LOCK|UNLOCK|RENAME)$/.test(verb)) return verb;
  const object = tokens
    .slice(1, 40)
    .find(({ type, value }) => type === 'word' && objects.has(value.toUpperCase()));
  return object ? `${verb} ${object.value.toUpperCase()}` : verb;
}

/** Words behind which a table option's text may stand without an equals sign. */
const textOptions =
  /^(?:=|COMMENT|CONNECTION|DIRECTORY|ENCRYPTION|ENGINE|PASSWORD|CHARSET|SET|COLLATE)$/i;

/**
 * Whether a statement that holds no rows seems to have swallowed some, its own end being torn out
 * with the head of the INSERT behind it: a quote without its match, a parenthesis where there can
 * be none, text that is no option's.
 */
export function swallowsRows(tokens: readonly Token[]): boolean {
  const reader = new TokenReader(tokens);
  const marks = tokens.map(({ type, value }) => (type === 'mark' ? value : ''));
  if (marks.some((mark) => mark === "'" || mark === '"' || mark === '`')) return true;
  if (reader.is('DROP') || reader.is('LOCK') || reader.is('UNLOCK') || reader.is('USE')) {
    return marks.includes('(');
  }
  if (!reader.is('CREATE', 'TABLE') && !reader.is('CREATE', 'TEMPORARY', 'TABLE')) return false;
  if (!marks.includes('(')) return false;
  reader.at = marks.indexOf('(');
  reader.group();
  if (reader.at > tokens.length) return true;
  for (; reader.token; reader.at += 1) {
    // Behind these words parentheses and texts of any kind may follow.
    if (reader.is('PARTITION') || reader.is('UNION') || reader.is('SELECT')) return false;
    if (reader.is('(') || reader.is('\\')) return true;
    const before = tokens[reader.at - 1]!.value;
    if (reader.token.type === 'text' && !textOptions.test(before)) return true;
  }
  return false;
}
