import type { Client } from '../../server/client.ts';
import { mattersOpen, mattersStep } from '../../server/contract/matters.ts';
import { publicationsCreate } from '../../server/contract/publications.ts';
import { chinaDay } from './china-day.ts';
import { done } from './done.ts';
import type { Act, Known, Story } from './story.ts';
import { tenantId, userId } from './world.ts';
import type { PersonKey } from './world.ts';

const day_ms = 86_400_000;
/** Acts of a day begin at nine in Shanghai, one in UTC, and follow each other. */
const first_ms = 1 * 3_600_000;
const between_ms = 7 * 60_000;

export interface Stage {
  readonly today: Date;
  /** Sets the clock of the server. */
  readonly setNow: (now: Date) => void;
  readonly as: (who: PersonKey) => Promise<Client>;
  readonly known: Omit<Known, 'matter'>;
}

/** A matter with the number of its last event. */
interface Begun {
  readonly matter_id: string;
  readonly number: number;
}

/** Plays all stories side by side, day by day, as their people would have taken the steps. */
export async function playStories(stories: readonly Story[], stage: Stage): Promise<void> {
  const matters = new Map<string, Begun>();
  const day_began = Date.parse(chinaDay(stage.today));
  const known: Known = {
    ...stage.known,
    matter: (story) => matters.get(story)?.matter_id ?? '',
  };
  const acts = stories.flatMap((story) => story.acts.map((act) => ({ story, act })));
  // Sorting is stable: acts of a day stay in the order of their stories.
  const inOrder = acts.toSorted((a, b) => b.act.days_ago - a.act.days_ago);
  let day = -1;
  let of_day = 0;
  for (const { story, act } of inOrder) {
    of_day = act.days_ago === day ? of_day + 1 : 0;
    day = act.days_ago;
    const start_ms = day_began - day * day_ms + first_ms;
    stage.setNow(new Date(start_ms + of_day * between_ms));
    const begun = matters.get(story.key);
    const take =
      begun === undefined ? opening(story, act, stage, known) : step(begun, act, stage, known);
    matters.set(story.key, await take);
  }
}

async function opening(story: Story, act: Act, stage: Stage, known: Known): Promise<Begun> {
  const { kind, face } = story;
  const parties = story.parties.map(({ face: side, tenant, user }) => ({
    face: side,
    tenant_id: tenantId(tenant),
    ...(user !== undefined && { user_id: userId(user) }),
  }));
  const call = await stage.as(act.by);
  const data = act.data?.(known) ?? {};
  const given = { headers: {}, body: { kind, face, parties, data } };
  return done(await call(mattersOpen, given));
}

async function step(begun: Begun, act: Act, stage: Stage, known: Known): Promise<Begun> {
  const publication = act.publication?.(known);
  if (publication !== undefined) {
    const body = { ...publication, matter_id: begun.matter_id };
    done(await (await stage.as(act.by))(publicationsCreate, { body }));
    return begun;
  }
  const reason = act.why?.(known);
  const because = reason === undefined ? {} : { reason };
  const data = act.data?.(known) ?? {};
  if (act.approved_by === undefined) {
    return await take(begun, await stage.as(act.by), { type: act.step, data, ...because });
  }
  const proposal = { type: 'propose', data: { step: act.step, data }, ...because };
  const proposed = await take(begun, await stage.as(act.by), proposal);
  const approval = { type: 'approve', data: { proposal: proposed.number } };
  return await take(proposed, await stage.as(act.approved_by), approval);
}

interface StepBody {
  readonly type: string;
  readonly data: Record<string, unknown>;
  readonly reason?: string;
}

async function take({ matter_id, number }: Begun, call: Client, body: StepBody): Promise<Begun> {
  const given = { params: { matter_id }, headers: {}, body: { ...body, expected: number } };
  return done(await call(mattersStep, given));
}
