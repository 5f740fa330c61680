import type { Actor, Party } from '../src/model/actor.ts';
import { addDays } from '../src/model/days.ts';
import type { JsonObject } from '../src/model/json.ts';
import type { MatterEvent, MatterKind } from '../src/model/matter.ts';
import { seeded } from '../src/model/random.ts';
import type { Random } from '../src/model/random.ts';

/** The day the lists are asked for. */
export const today = '2026-06-30';

function person(party: Party, tenant_id: string, user_id: string): Actor {
  return { kind: 'person', party, tenant_id, user_id, roles: ['handler'] };
}

/** One reader of each face: the office handles all matters, the others are a side of all. */
export const readers = {
  owner: person('regulator', 'office', 'officer-1'),
  subject: person('platform', 'mall', 'mall-1'),
  helper: person('association', 'guild', 'guild-1'),
  /** Of every hundredth matter. */
  applicant: person('consumer', 'public', 'buyer-1'),
} as const;

const officers = 40;
const buyers = 100;

/** The steps of a kind in order, of which each matter has gone some way. */
const ways: readonly (readonly [MatterKind, number, readonly (readonly [string, JsonObject])[]])[] =
  [
    [
      'complaint',
      0.7,
      [
        ['accept', {}],
        ['mediate', {}],
        ['settle', { agreement: '退还入门费' }],
        ['close', {}],
      ],
    ],
    ['order', 0.15, [['issue', { requirement: '停止计酬', basis: ['第七条'] }]]],
    [
      'case',
      0.149,
      [
        ['open_case', {}],
        ['serve_notice', {}],
        ['decide', {}],
        ['serve', {}],
      ],
    ],
    [
      'recall',
      0.001,
      [
        ['stop_sale', {}],
        ['file_plan', {}],
      ],
    ],
  ];

const words = '入门费 拉人头 返佣 保证金 团队计酬 虚假宣传 退货 直播 假货 发票 客服 物流'.split(
  ' ',
);
const [first_at, days] = ['2026-01-01', 170];

/** The events of one matter, the same for the same number. */
export function matterEvents(number: number): MatterEvent[] {
  const random = seeded(number);
  const matter_id = `m${String(number).padStart(7, '0')}`;
  const [kind, steps] = wayOf(random.below(1_000) / 1_000);
  const events: MatterEvent[] = [];
  let on = addDays(first_at, random.below(days));
  const add = (type: string, data: JsonObject): void => {
    const at = `${on}T0${random.below(9)}:00:00.${String(events.length).padStart(3, '0')}Z`;
    const more = { at, on, actor: readers.owner, reason: '理由', proposal: null };
    events.push({ matter_id, number: events.length + 1, type, data, ...more });
    if (random.chance(0.5)) on = addDays(on, 1 + random.below(3));
  };
  add('open', opening(kind, number, random));
  const gone = random.below(steps.length + 1);
  for (const [type, data] of steps.slice(0, gone)) {
    const due_on = addDays(on, 3 + random.below(60));
    add(type, type === 'issue' ? { ...data, due_on } : data);
  }
  if (random.chance(0.8)) add('assign', { user_id: `officer-${1 + random.below(officers)}` });
  if (random.chance(0.3)) add('queue', { queue: `组${1 + random.below(9)}` });
  if (random.chance(0.2)) add('tag', { tags: [random.chance(0.01) ? '督办' : '双十一'] });
  return events;
}

function wayOf(share: number): readonly [MatterKind, (typeof ways)[number][2]] {
  let upTo = 0;
  for (const [kind, part, steps] of ways) {
    upTo += part;
    if (share < upTo) return [kind, steps];
  }
  return ['complaint', []];
}

function opening(kind: MatterKind, number: number, random: Random): JsonObject {
  const side = (face: string, { party, tenant_id }: Actor, user_id: string | null = null) => ({
    face,
    party,
    tenant_id,
    user_id,
  });
  const rare = number % 1_000 === 7 ? '金牛座' : '';
  return {
    kind,
    title: `${random.pick(words)}${random.pick(words)}${rare}第${number}号`,
    facts: `${random.pick(words)}，${random.pick(words)}，商城拒绝退款`,
    parties: [
      side('owner', readers.owner),
      side('applicant', readers.applicant, `buyer-${1 + (number % buyers)}`),
      side('subject', readers.subject),
      side('helper', readers.helper),
    ],
  };
}
