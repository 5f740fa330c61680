import { setTimeout as sleep } from 'node:timers/promises';
import type { ExpressionBuilder } from 'kysely';
import { systemActor } from '../../store/store.ts';
import type { Store } from '../../store/store.ts';
import type { Tables } from '../../store/tables/tables.ts';
import { liveSetting } from './live-setting.ts';

/**
 * Where the inbox of a platform ends, which change of an alert is the latest, and what has been
 * decided so far: what it has set, whom it trusts and what they publish.
 */
export interface Seen {
  readonly tenant_id: string;
  readonly time_zone: string;
  readonly position: number;
  /** Up to where somebody has judged. */
  readonly judged: number;
  readonly number: number;
  readonly decided: string;
}

const looked_every_ms = 300;

/**
 * Looks at the inboxes of all platforms again and again: other processes write there too, and
 * days begin without anybody asking. A store that does not answer is asked again.
 */
export async function lookAround(
  store: Pick<Store, 'as'>,
  found: (seen: Seen) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    try {
      for (const one of await inboxes(store)) await found(one);
    } catch {
      // Requests tell of a lost connection; here the next round is what there is to do.
    }
    await sleep(looked_every_ms, undefined, { signal, ref: false }).catch(() => undefined);
  }
}

async function inboxes(store: Pick<Store, 'as'>): Promise<readonly Seen[]> {
  const rows = await store.as(systemActor, async ({ db }) =>
    db
      .selectFrom('inbox_end')
      .innerJoin('tenant', 'tenant.id', 'inbox_end.tenant_id')
      .leftJoin('live_progress', 'live_progress.tenant_id', 'inbox_end.tenant_id')
      .leftJoin('tenant_setting', (join) =>
        join
          .onRef('tenant_setting.tenant_id', '=', 'inbox_end.tenant_id')
          .on('tenant_setting.name', '=', liveSetting),
      )
      .select(['inbox_end.tenant_id', 'time_zone', 'value', 'inbox_end.position', 'number'])
      .select('live_progress.position as judged')
      .select((eb) => [trustDecisions(eb), stepsOfEditions(eb)])
      .where('closed_at', 'is', null)
      .orderBy('inbox_end.tenant_id')
      .execute(),
  );
  return rows.map(({ number, judged, decisions, steps, value, ...one }) => ({
    ...one,
    judged: judged ?? 0,
    number: number ?? 0,
    decided: JSON.stringify([decisions, steps, value, one.time_zone]),
  }));
}

type Inboxes = ExpressionBuilder<Tables, 'inbox_end'>;

function trustDecisions(eb: Inboxes) {
  return eb
    .selectFrom('trust_decision')
    .select((one) => one.fn.countAll().as('decisions'))
    .whereRef('trust_decision.tenant_id', '=', 'inbox_end.tenant_id')
    .as('decisions');
}

/** An edition is published, and withdrawn, by a step of its proposal. */
function stepsOfEditions(eb: Inboxes) {
  return eb
    .selectFrom('edition')
    .innerJoin('proposal_event', 'proposal_event.proposal_id', 'edition.proposal_id')
    .select((one) => one.fn.countAll().as('steps'))
    .as('steps');
}
