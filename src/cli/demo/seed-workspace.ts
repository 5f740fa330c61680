import { createClient } from '../../server/client.ts';
import type { Client } from '../../server/client.ts';
import { defaultConfig } from '../../server/config.ts';
import { startServer } from '../../server/start.ts';
import type { StartOptions } from '../../server/start.ts';
import type { Language } from '../language.ts';
import type { ServerParts } from '../serve/server-parts.ts';
import { chinaDay } from './china-day.ts';
import { findingsBy, inspectFolder } from './inspect-folder.ts';
import { addWorld, affiliate, demoFaces } from './open-world.ts';
import { playStories } from './play-stories.ts';
import { giveOpinions, proposeStandard } from './propose-standard.ts';
import { sendEvents } from './send-events.ts';
import { cases } from './stories/cases.ts';
import { complaints } from './stories/complaints.ts';
import { conduct } from './stories/conduct.ts';
import { orders } from './stories/orders.ts';
import { penalties } from './stories/penalties.ts';
import { operatorAccount, tenants, userId } from './world.ts';
import type { PersonKey } from './world.ts';

const day_ms = 86_400_000;
/** The world is there before the first of the stories. */
const opened_days_ago = 60;
const inspected_days_ago = 18;
const grace_ms = 1_000;
/** So long before the visit began what happened on the mall that day. */
const events_ms = 3_600_000;

const generous = { burst: 1_000_000, per_second: 1_000_000 };

/** Folders of what is inspected: the sample mall, and a fair with a breach of nearly everything. */
export interface DemoInputs {
  readonly sample: string;
  readonly fair: string;
}

export type Seeding = ServerParts &
  Pick<StartOptions, 'workspace' | 'log'> & {
    /** Where the visitor will find the server. */
    readonly site: string;
  };

/**
 * Fills a new workspace: the sample inspected, and some weeks of casework on it. All of it goes
 * through the API in its people's names, under a clock that runs through those weeks, so that
 * nothing is there which the rules would not have allowed.
 */
export async function seedWorkspace(
  seeding: Seeding,
  inputs: DemoInputs,
  language: Language,
  signal: AbortSignal,
): Promise<void> {
  const today = new Date();
  let clock = ago(today, opened_days_ago);
  const rates = { rate_address: generous, rate_caller: generous, rate_secrets: generous };
  const demo = demoFaces(language);
  const config = { ...defaultConfig, port: 0, second_factor: 'offered' as const, demo, ...rates };
  const start = { ...seeding, config, database_url: null, console_folder: null, now: () => clock };
  const running = await startServer(start);
  try {
    await addWorld(running.store, language, clock);
    const as = async (who: PersonKey): Promise<Client> => await clientOf(running.url, who);
    await affiliate(as);
    clock = ago(today, inspected_days_ago);
    const say = (en: string, zh: string): string => (language === 'zh' ? zh : en);
    const mall = {
      title: say('Database of the mall, as handed over', '商城数据库（调取件）'),
      packs: ['cn'],
    };
    const fair = {
      title: say('Tables of the fair, third quarter', '直播集市业务数据（第三季度）'),
      packs: ['cn', 'association-group-buying'],
    };
    const day = (days_ago: number): string => chinaDay(ago(today, days_ago));
    const publisher = tenants.association[language];
    const [inspection_id, fair_id, proposal_id] = await Promise.all([
      inspectFolder(await as('wu'), inputs.sample, mall, signal),
      inspectFolder(await as('zhou'), inputs.fair, fair, signal),
      proposeStandard(await as('zhao'), publisher, { say, day }),
    ]);
    const found = await findingsBy(await as('wu'), inspection_id);
    const own = [...(await findingsBy(await as('zhou'), fair_id, operatorAccount)).values()].flat();
    await playStories([...complaints, ...cases, ...penalties, ...conduct, ...orders], {
      today,
      setNow: (now) => void (clock = now),
      as,
      known: {
        say,
        day,
        site: seeding.site,
        inspection_id,
        findings: (provision, most) => (found.get(provision) ?? []).slice(0, most),
        fair_id,
        own_findings: (most) => own.slice(0, most),
      },
    });
    clock = today;
    await giveOpinions(proposal_id, createClient(running.url), { say });
    await sendEvents(await as('wu'), new Date(today.getTime() - events_ms), { say });
  } finally {
    await running.stop(grace_ms);
  }
}

const ago = (today: Date, days: number): Date => new Date(today.getTime() - days * day_ms);

/** A client in somebody's name, signed in anew: sessions are short, and days pass quickly here. */
async function clientOf(url: string, who: PersonKey): Promise<Client> {
  const { origin } = new URL(url);
  const entered = await fetch(new URL('/api/v1/demo/session', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ user_id: userId(who) }),
  });
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
  return createClient(url, () => ({ cookie, origin }));
}
