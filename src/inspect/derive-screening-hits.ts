import { createTable } from '../engine/create-table.ts';
import { sqlValue } from '../engine/duckdb.ts';
import type { SqlEngine, SqlRow } from '../engine/sql-engine.ts';
import type { Pack } from '../model/provision.ts';
import { columnsOf } from '../model/tables.ts';
import type { Deriver } from '../provisions/derive.ts';
import { bodyOf, screenSession, screenText } from '../text/screen-record.ts';
import type { ScreenedRows, UntoldOf } from '../text/screen-record.ts';
import { makeScreener } from '../text/screener.ts';
import type { Screener } from '../text/screener.ts';
import { untoldIssues } from '../text/untold-issues.ts';
import { pagesBy } from './pages-by.ts';

/** The texts of listings and contents, screened for the term lists of all packs that judge. */
export const deriveScreeningHits: Deriver = {
  table: 'screening_hit',
  reads: ['listing', 'content'],
  derive: async (engine, { packs, tables, issues }) => {
    const screener = screenerOf(packs);
    await createTable(engine, 'screening_hit');
    const writer = rowWriter(engine);
    if (screener.terms.patterns.length > 0) {
      if (tables.listing) await screenListings(engine, screener, writer);
      if (tables.content) await screenContents(engine, screener, writer);
    }
    await writer.flush();
    issues.addAll(untoldIssues(writer.untold));
  },
};

interface Ready {
  readonly packs: readonly Pack[];
  readonly screener: Screener;
}

/** Making a screener takes longer than screening a small data set; the newest are last. */
const ready: Ready[] = [];
const ready_max = 4;

function screenerOf(packs: readonly Pack[]): Screener {
  const same = (one: Ready): boolean =>
    one.packs.length === packs.length && one.packs.every((pack, i) => pack === packs[i]);
  const known = ready.find(same);
  if (known) return known.screener;
  const screener = makeScreener(packs.flatMap(({ terms }) => terms));
  ready.push({ packs, screener });
  if (ready.length > ready_max) ready.shift();
  return screener;
}

async function screenListings(
  engine: SqlEngine,
  screener: Screener,
  { add }: RowWriter,
): Promise<void> {
  const columns = ['title', 'claims'] as const;
  const has = 'title IS NOT NULL OR claims IS NOT NULL';
  for await (const rows of pagesBy(engine, 'listing', 'listing_id', columns, has)) {
    for (const row of rows) {
      for (const column of columns) {
        const text = textOf(row, column);
        const place = {
          subject_table: 'listing',
          subject_id: row['listing_id'] ?? null,
          subject_column: column,
        } as const;
        await add(screenText(place, text, screener));
      }
    }
  }
}

/** Live sessions segment by segment in the order spoken, other contents each by itself. */
async function screenContents(
  engine: SqlEngine,
  screener: Screener,
  { add }: RowWriter,
): Promise<void> {
  const alone = 'body IS NOT NULL AND live_session_id IS NULL';
  for await (const rows of pagesBy(engine, 'content', 'content_id', ['body'], alone)) {
    for (const row of rows) {
      const place = bodyOf(row['content_id'] ?? null);
      await add(screenText(place, textOf(row, 'body'), screener));
    }
  }
  const spoken = 'body IS NOT NULL AND live_session_id IS NOT NULL';
  const columns = ['content_id', 'starts_ms', 'ends_ms', 'body'] as const;
  for await (const rows of pagesBy(engine, 'content', 'live_session_id', columns, spoken)) {
    const sessions = Map.groupBy(rows, (row) => textOf(row, 'live_session_id'));
    for (const session of sessions.values()) {
      const segments = session.map((row) => ({
        id: textOf(row, 'content_id'),
        starts_ms: numberOf(row, 'starts_ms'),
        ends_ms: numberOf(row, 'ends_ms'),
        text: textOf(row, 'body'),
      }));
      segments.sort((a, b) => (a.starts_ms ?? Infinity) - (b.starts_ms ?? Infinity) || 0);
      await add(screenSession(segments, screener));
    }
  }
}

function textOf(row: SqlRow, column: string): string {
  const value = row[column];
  return typeof value === 'string' ? value : '';
}

function numberOf(row: SqlRow, column: string): number | null {
  const value = row[column];
  return typeof value === 'number' ? value : null;
}

interface RowWriter {
  readonly add: (screened: ScreenedRows) => Promise<void>;
  /** What the rows added leave out. */
  readonly untold: readonly UntoldOf[];
  readonly flush: () => Promise<void>;
}

const rowsAtOnce = 500;

function rowWriter(engine: SqlEngine): RowWriter {
  const columns = [...columnsOf('screening_hit').keys()];
  let waiting: string[] = [];
  const untold: UntoldOf[] = [];
  const flush = async (): Promise<void> => {
    if (waiting.length === 0) return;
    await engine.run(`INSERT INTO screening_hit VALUES ${waiting.join(', ')}`);
    waiting = [];
  };
  return {
    flush,
    untold,
    add: async (screened) => {
      untold.push(...screened.untold);
      for (const row of screened.rows) {
        waiting.push(`(${columns.map((column) => sqlValue(row[column] ?? null)).join(', ')})`);
        if (waiting.length >= rowsAtOnce) await flush();
      }
    },
  };
}
