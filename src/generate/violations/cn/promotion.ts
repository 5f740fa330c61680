import { DAY_S, HOUR_S } from '../../lawful/time.ts';
import { after, before, on } from './day.ts';
import type { Row } from '../../lawful/row.ts';
import { num } from '../scene.ts';
import type { Scene } from '../scene.ts';
import type { Violation } from '../violation.ts';

const onSale = (row: { readonly status?: unknown }): boolean => row.status === 'on';

/** Words that promise too much, or too well, and content that hides what it is. */
export const promotionViolations: readonly Violation[] = [
  {
    provision: 'cn.adlaw.art17',
    version: '2015-09-01',
    plant: (scene) =>
      scene.change('listing', (row) => onSale(row) && String(row.category).startsWith('家居'), {
        claims: '长期使用可根治失眠。',
      }),
  },
  {
    provision: 'cn.adlaw.art9-3',
    version: '2015-09-01',
    plant: (scene) =>
      scene.change('listing', (row) => onSale(row) && String(row.category).startsWith('家居'), {
        claims: '全网第一的收纳筐。',
      }),
  },
  {
    provision: 'cn.adlaw.art25',
    version: '2015-09-01',
    plant: (scene) =>
      scene.change('content', (row) => row.kind === 'article', {
        body: '加入我们做代理，稳赚不赔。',
      }),
  },
  {
    provision: 'cn.adlaw.art38.age',
    version: '2015-09-01',
    plant: (scene) => endorsedBy(scene, { born_on: '2017-06-01' }),
  },
  {
    provision: 'cn.adlaw.art38.penalised',
    version: '2015-09-01',
    plant: (scene) => endorsedBy(scene, { false_ad_penalised_on: '2024-08-01' }),
  },
  {
    provision: 'cn.adlaw.art38.used',
    version: '2015-09-01',
    plant: (scene) =>
      scene.change('content', (row) => row.endorser_used === true && row.kind !== 'live_segment', {
        endorser_used: false,
      }),
  },
  {
    provision: 'cn.adlaw.art43',
    version: '2015-09-01',
    plant: (scene) =>
      scene.copy('marketing_message', () => true, {
        sent_at: on('2021-03-01'),
        consented_at: null,
        refused_at: null,
      }),
  },
  {
    provision: 'cn.aucl.added-sales',
    version: '2019-04-23',
    stage: 'older',
    plant: (scene) => scene.change('listing', onSale, { sales_added: 500 }),
  },
  {
    provision: 'cn.aucl.added-sales',
    version: '2025-10-15',
    plant: (scene) => scene.change('listing', onSale, { sales_added: 500 }),
  },
  {
    provision: 'cn.aucl.planted-reviews',
    version: '2019-04-23',
    plant: (scene) =>
      scene.change('review', (row) => before(row.created_at, '2025-10-15'), { planted: true }),
  },
  {
    provision: 'cn.aucl.planted-reviews',
    version: '2025-10-15',
    plant: (scene) =>
      scene.change('review', (row) => after(row.created_at, '2025-10-15'), { planted: true }),
  },
  {
    provision: 'cn.aucl.prize-draw.limit',
    version: '2019-04-23',
    plant: (scene) =>
      scene.change('prize_draw', (row) => before(row.starts_at, '2025-10-15'), {
        top_prize_minor: 5_000_001,
      }),
  },
  {
    provision: 'cn.aucl.prize-draw.limit',
    version: '2025-10-15',
    plant: (scene) =>
      scene.change('prize_draw', (row) => after(row.starts_at, '2025-10-15'), {
        top_prize_minor: 5_000_001,
      }),
  },
  {
    provision: 'cn.aucl.prize-draw.rules',
    version: '2019-04-23',
    plant: (scene) =>
      scene.change('prize_draw', (row) => before(row.starts_at, '2025-10-15'), {
        rules_stated: false,
      }),
  },
  {
    provision: 'cn.aucl.prize-draw.rules',
    version: '2025-10-15',
    // What only the new text forbids: rules changed while the draw runs.
    plant: (scene) =>
      scene.change(
        'prize_draw',
        (row) => after(row.starts_at, '2025-10-15'),
        (row) => ({ rules_changed_at: num(row.starts_at) + DAY_S }),
      ),
  },
  {
    provision: 'cn.crplreg.art19',
    version: '2024-07-01',
    plant: (scene) =>
      scene.change('listing', (row) => onSale(row) && String(row.category).startsWith('家居'), {
        no_return: true,
      }),
  },
  {
    provision: 'cn.crplreg.art9',
    version: '2024-07-01',
    plant: (scene) =>
      scene.change('review', (row) => num(row.score) <= 2 && after(row.created_at, '2024-07-01'), {
        hidden: true,
      }),
  },
  {
    provision: 'cn.ecl.art39',
    version: '2019-01-01',
    plant: (scene) =>
      scene.change(
        'review',
        (row) => before(row.created_at, '2026-10-01'),
        (row) => ({ deleted: true, deleted_at: num(row.created_at) + DAY_S }),
      ),
  },
  {
    provision: 'cn.ecl.art18',
    version: '2019-01-01',
    plant: (scene) =>
      scene.change('search_result', (row) => row.personalised === true, { neutral_offered: false }),
  },
  {
    provision: 'cn.ecl.art40',
    version: '2019-01-01',
    plant: (scene) =>
      scene.change('search_result', (row) => row.paid_rank === true, { ad_label: false }),
  },
  {
    provision: 'cn.iad.art9',
    version: '2023-05-01',
    plant: (scene) => scene.change('content', (row) => row.kind === 'post', { ad_label: false }),
  },
  {
    provision: 'cn.netaucl.art9',
    version: '2024-09-01',
    plant: (scene) =>
      scene.change('review', (row) => after(row.created_at, '2024-09-01'), {
        incentive: '五星好评返现五元',
        incentive_for_praise: true,
      }),
  },
  {
    provision: 'cn.order37.art20p1',
    version: '2021-05-01',
    plant: (scene) =>
      scene.change('content', (row) => row.kind === 'post', { seller_shown: false }),
  },
];

/** Content of the summer of 2025 that such a person recommends in. */
function endorsedBy(scene: Scene, person: Row<'streamer'>): string {
  const endorser_id = scene.copy('streamer', () => true, person);
  const fits = (row: Row<'content'>): boolean =>
    row.kind === 'post' && after(row.published_at, '2025-06-01');
  return scene.copy('content', fits, {
    published_at: on('2025-07-01'),
    endorser_id,
    endorser_used: true,
  });
}

/** Messages, boxes ticked in advance and charges that renew themselves. */
export const consentViolations: readonly Violation[] = [
  {
    provision: 'cn.order37.art16.consent',
    version: '2021-05-01',
    plant: (scene) => scene.change('marketing_message', () => true, { consented_at: null }),
  },
  {
    provision: 'cn.order37.art16.refusal',
    version: '2021-05-01',
    plant: (scene) =>
      scene.change(
        'marketing_message',
        () => true,
        (row) => ({
          refused_at: num(row.sent_at) - DAY_S,
        }),
      ),
  },
  {
    provision: 'cn.order37.art16.sender',
    version: '2021-05-01',
    plant: (scene) => scene.change('marketing_message', () => true, { sender_shown: false }),
  },
  {
    provision: 'cn.order37.art17',
    version: '2021-05-01',
    plant: (scene) => scene.change('order_line', () => true, { preselected: true }),
  },
  {
    provision: 'cn.order37.art18.cancel',
    version: '2021-05-01',
    plant: (scene) => scene.change('renewal', () => true, { cancel_easy: false }),
  },
  {
    provision: 'cn.order37.art18.charged-after',
    version: '2021-05-01',
    plant: (scene) =>
      scene.change(
        'renewal',
        () => true,
        (row) => ({
          cancel_asked_at: num(row.charged_at) - DAY_S,
          cancelled_at: num(row.charged_at) + HOUR_S,
        }),
      ),
  },
  {
    provision: 'cn.order37.art18.reminder',
    version: '2021-05-01',
    plant: (scene) =>
      scene.change(
        'renewal',
        (row) => before(row.charged_at, '2024-07-01'),
        // Four days, where the text asks for five.
        (row) => ({ reminded_at: num(row.charged_at) - 4 * DAY_S }),
      ),
  },
  {
    provision: 'cn.order37.art18.reminder',
    version: '2024-07-01',
    plant: (scene) =>
      scene.change(
        'renewal',
        (row) => after(row.charged_at, '2024-07-01') && before(row.charged_at, '2026-04-10'),
        { reminded: false, reminded_at: null },
      ),
  },
  {
    provision: 'cn.order37.art18.reminder',
    version: '2026-04-10',
    plant: (scene) =>
      scene.change('renewal', (row) => after(row.charged_at, '2026-04-10'), {
        reminded: false,
        reminded_at: null,
      }),
  },
  {
    provision: 'cn.order37.art18.terms',
    version: '2021-05-01',
    plant: (scene) => scene.change('renewal', () => true, { terms_shown: false }),
  },
];
