import type { Logger } from 'pino';
import type { Laws } from '../casework/law.ts';
import type { DuckDbPool } from '../engine/duckdb-pool.ts';
import type { Actor } from '../model/actor.ts';
import type { Answer, Asked, RouteShape } from './contract/route.ts';
import type { Store } from '../store/store.ts';
import type { LiveService, LoadPacks } from './live/live-service.ts';
import type { JudgedAs, RowChecks } from './orders/row-checks.ts';
import type { PreCheckers } from './live/pre-checkers.ts';
import type { Jobs } from './jobs/queue.ts';
import type { KeptColumns } from './findings/kept-columns.ts';
import type { DraftLinter } from './drafts/draft-linter.ts';
import type { DraftWork } from './drafts/work-on-draft.ts';
import type { PlanLab } from './plans/plan-lab.ts';
import type { Shipped } from './shipped.ts';
import type { LawLibrary } from './standards/library.ts';
import type { ServerConfig } from './config.ts';
import type { ServerMetrics } from './http/metrics.ts';

/** Who calls, after authentication. */
export interface Caller {
  readonly actor: Actor;
  /** The session, or the key, it came by. */
  readonly by: 'session' | 'key';
  readonly by_id: string;
  /** Scopes of a key; a session has all its user's roles give. */
  readonly scopes: readonly string[];
  /** Was a second factor shown; a key counts as one. */
  readonly second_factor: boolean;
  /** When this session last showed who it is; left out for keys, which never do. */
  readonly confirmed_at?: string | null;
  /** Was that so lately that it may change what guards accounts? */
  readonly recent?: boolean;
}

/** A refused authorisation, for the auditor. */
export interface Refused {
  readonly route: string;
  readonly code: string;
  readonly caller: Caller | null;
  readonly request_id: string;
}

/** Who is behind a cookie or a key, and where refusals are put down. */
export interface Gate {
  bySession(token: string): Promise<Caller | null>;
  byKey(token: string): Promise<Caller | null>;
  /** Rights may have changed: whatever is remembered of keys is asked again. */
  forget(): void;
  refused(what: Refused): Promise<void>;
}

/** What every handler may use. */
export interface Server {
  readonly config: ServerConfig;
  readonly store: Store;
  readonly gate: Gate;
  readonly jobs: Jobs;
  /** Program and arguments that read raw files again: see look-behind.ts. */
  readonly look_command: readonly string[];
  /** Program and arguments that make a report owed: see make-submission.ts. */
  readonly submission_command: readonly string[];
  /** Program and arguments that say what a file is: see detect-upload.ts. */
  readonly detect_command: readonly string[];
  readonly live: LiveService;
  readonly prechecks: PreCheckers;
  /** The packs of these names. */
  readonly packs: LoadPacks;
  readonly shipped: Shipped;
  readonly library: LawLibrary;
  /** Judges rows of inspections again, one by one. */
  readonly row_checks: (as: JudgedAs) => Promise<RowChecks>;
  /** Answers questions about the tables that inspections left. */
  readonly tables: DuckDbPool;
  readonly finding_columns: KeptColumns;
  readonly lab: PlanLab;
  readonly drafts: { readonly linter: DraftLinter; readonly work: DraftWork };
  /** Deadlines and calendars that the clocks of matters run by, by jurisdiction. */
  readonly laws: Laws;
  /** Folder of keys and files. */
  readonly workspace: string;
  /** 32 bytes only this installation has: seals what must be read again. */
  readonly sealing_key: Uint8Array;
  readonly log: Logger;
  readonly metrics: ServerMetrics;
  readonly version: string;
  readonly now: () => Date;
  /** Aborted when the server stops taking work. */
  readonly stopping: AbortSignal;
  /** Does the database answer? */
  readonly ready: () => Promise<boolean>;
}

/** One request, checked and authorised. */
export interface Call<R extends RouteShape> {
  readonly server: Server;
  readonly asked: Asked<R>;
  /** Null only where the route is for anyone. */
  readonly caller: Caller | null;
  readonly request: {
    readonly id: string;
    /** Bytes of a JSON body as they came; of other bodies none. */
    readonly sent: Uint8Array;
    readonly address: string;
    readonly method: string;
    /** Whole; by the host that was asked. */
    readonly url: string;
    readonly session_token: string | null;
    readonly accept_language: string | undefined;
    readonly cookie: (name: string) => string | undefined;
  };
}

/** A route and what answers it. */
export interface Handling {
  readonly route: RouteShape;
  readonly run: (call: Call<RouteShape>) => Promise<Answer<RouteShape>>;
}

/** Ties a handler to its route, checked by type: `handle(route)(async (call) => answer)`. */
export function handle<R extends RouteShape>(
  route: R,
): (run: (call: Call<R>) => Promise<Answer<R>>) => Handling {
  // What `run` is given was checked against this very route, which the list cannot say in types.
  return (run) => ({ route, run: run as unknown as Handling['run'] });
}
