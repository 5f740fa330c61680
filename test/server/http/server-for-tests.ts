import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Handling, Caller, Refused, Server } from '../../../src/server/server.ts';
import { defaultConfig } from '../../../src/server/config.ts';
import type { ServerConfig } from '../../../src/server/config.ts';
import { buildApp } from '../../../src/server/http/app.ts';
import { serverLog } from '../../../src/server/http/log.ts';
import { responseOf } from '../../../src/server/http/reply.ts';
import { draftLinter } from '../../../src/server/drafts/draft-linter.ts';
import { draftWork } from '../../../src/server/drafts/work-on-draft.ts';
import { keptColumns } from '../../../src/server/findings/kept-columns.ts';
import { planLab } from '../../../src/server/plans/plan-lab.ts';
import { lawLibrary } from '../../../src/server/standards/library.ts';
import { serverMetrics } from '../../../src/server/http/metrics.ts';

interface Fake {
  readonly ask: (path: string, init?: RequestInit) => Promise<Response>;
  readonly log: () => string;
  readonly refused: readonly Refused[];
  readonly stop: AbortController;
}

const folder = fileURLToPath(new URL('../../../packs/', import.meta.url));
const shipped = new Map(
  ['association-group-buying', 'cn'].map((name) => [name, join(folder, name)]),
);

/** The frame without a store: sessions and keys are those given, the clock stands still. */
export function frame(
  handlings: readonly Handling[],
  callers: Readonly<Record<string, Caller>> = {},
  config: Partial<ServerConfig> = {},
): Fake {
  let log = '';
  const refused: Refused[] = [];
  const stop = new AbortController();
  const none = async (): Promise<never> => await Promise.reject(new Error('there is no store'));
  const server: Server = {
    jobs: {
      send: none,
      list: none,
      read: none,
      cancel: none,
      retry: none,
      stop: none,
      repeat: none,
      unrepeat: none,
      runNow: none,
      nextOf: () => null,
    },
    look_command: [],
    submission_command: [],
    detect_command: [],
    row_checks: none,
    tables: { rows: none, close: async () => await Promise.resolve() },
    live: {
      begin: none,
      wake: () => undefined,
      current: none,
      reopen: none,
      number: () => 0,
      news: none,
      stop: none,
    },
    prechecks: { judgedBy: none, check: none },
    packs: none,
    shipped: { packs: shipped, plans: '' },
    library: lawLibrary({ packs: shipped }),
    finding_columns: keptColumns(),
    lab: planLab([], '1.2.3'),
    drafts: { linter: draftLinter([]), work: draftWork([]) },
    laws: new Map(),
    workspace: '',
    store: {
      as: none,
      append: none,
      jobs: { executeSql: none },
      snapshot: none,
      logSettled: none,
      close: async () => undefined,
    },
    sealing_key: new Uint8Array(32),
    config: { ...defaultConfig, ...config },
    gate: {
      bySession: async (token) => callers[token] ?? null,
      byKey: async (token) => callers[token] ?? null,
      forget: () => undefined,
      refused: async (what) => void refused.push(what),
    },
    log: serverLog({ write: (line) => void (log += line) }),
    metrics: serverMetrics(
      async () => ({ upload: 0 }),
      async () => await Promise.reject(new Error('there is no store')),
    ),
    version: '1.2.3',
    now: () => new Date('2026-03-01T00:00:00.000Z'),
    stopping: stop.signal,
    ready: async () => true,
  };
  const app = buildApp(server, handlings, null);
  return {
    ask: async (path, init = {}) => {
      const headers = new Headers(init.headers);
      if (!headers.has('host')) headers.set('host', '127.0.0.1:4880');
      const url = `http://127.0.0.1:4880${path}`;
      return responseOf(await app(new Request(url, { ...init, headers }), null));
    },
    log: () => log,
    refused,
    stop,
  };
}
