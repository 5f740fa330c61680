import { createTable } from '../engine/create-table.ts';
import { sqlValue } from '../engine/duckdb.ts';
import type { SqlEngine, SqlRow } from '../engine/sql-engine.ts';
import { columnsOf } from '../model/tables.ts';
import { screenerOf } from '../packs/screener-of.ts';
import type { Deriver } from '../provisions/derive.ts';
import { bodyOf, screenSession, screenText } from '../text/screen-record.ts';
import type { ScreenedRows, UntoldOf } from '../text/screen-record.ts';
import type { Screener } from '../text/screener.ts';
import { untoldIssues } from '../text/untold-issues.ts';
import { pagesBy } from './pages-by.ts';

/** The texts of listings and contents, screened for the term lists of all packs that judge. */
export const deriveScreeningHits: Deriver = {
  table: 'screening_hit',
  reads: ['listing', 'content'],
  derive: async (engine, { packs, tables, issues }) => {
    await createTable(engine, 'screening_hit');
    const writer = rowWriter(engine);
    const lists = packs.flatMap(({ terms }) => terms);
    if (lists.length > 0) {
      const screener = once(async () => await screenerOf(lists));
      if (tables.listing) await screenListings(engine, screener, writer);
      if (tables.content) await screenContents(engine, screener, writer);
    }
    await writer.flush();
    issues.addAll(untoldIssues(writer.untold));
  },
};

/** A screener, made when the first text asks for it. */
type ReadyScreener = () => Promise<Screener>;

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

async function screenListings(
  engine: SqlEngine,
  screener: ReadyScreener,
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
        await add(screenText(place, text, await screener()));
      }
    }
  }
}

/** Live sessions segment by segment in the order spoken, other contents each by itself. */
async function screenContents(
  engine: SqlEngine,
  screener: ReadyScreener,
  { add }: RowWriter,
): Promise<void> {
  const alone = 'body IS NOT NULL AND live_session_id IS NULL';
  for await (const rows of pagesBy(engine, 'content', 'content_id', ['body'], alone)) {
    for (const row of rows) {
      const place = bodyOf(row['content_id'] ?? null);
      await add(screenText(place, textOf(row, 'body'), await screener()));
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
      await add(screenSession(segments, await screener()));
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
