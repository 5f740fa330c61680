import { z } from '@hono/zod-openapi';
import { id, localised, pageOf, paging } from './common.ts';
import { defineRoute } from './route.ts';

const day = z.iso.date();
const tier = z.enum(['high', 'raised', 'usual', 'low', 'untold']);
const integrityClass = z.enum(['A', 'B', 'C', 'D']).nullable();
const account = z.string().min(1).max(256);

const whence = {
  platform_id: id,
  inspection_id: id,
  as_of: day.meta({ description: 'the day facts were counted up to' }),
};

const sheetRow = z
  .object({
    ...whence,
    operator_id: z.string(),
    class: integrityClass.meta({ description: 'null: cannot tell' }),
    points_min: z.int(),
    points_max: z.int(),
    tier,
    weight: z.int().meta({ description: 'in a draw' }),
    reasons: z.array(z.object({ part: z.string(), title: localised, points: z.int() })),
  })
  .openapi('SheetRow');

const part = z.object({
  name: z.string(),
  title: localised,
  kind: z.enum(['events', 'open', 'share']),
  weight_points: z.int(),
  cap_points: z.int(),
  window_months: z.int().nullable(),
  parameter: z.string().meta({ description: 'where the numbers stand; `ours`: no text sets them' }),
  points: z.int().nullable().meta({ description: 'taken off; null: cannot tell' }),
  needs: z.object({ what: z.enum(['facts', 'orders']), count: z.int() }).nullable(),
  items: z.array(
    z.object({
      ref: z.string(),
      points: z.int(),
      on: day.nullable(),
      halves_on: day.nullable(),
      lapses_on: day.nullable(),
    }),
  ),
  share: z
    .object({
      cases: z.int(),
      out_of: z.int(),
      others_cases: z.int(),
      others_out_of: z.int(),
      low: z.number(),
      others_high: z.number(),
      steps: z.int(),
    })
    .nullable(),
});

const way = z.object({
  part: z.string(),
  kind: z.enum(['cure', 'lapse', 'clean_orders']),
  ref: z.string().nullable(),
  on: day.nullable(),
  clean_orders: z.int().nullable(),
  gained_points: z.int(),
  class_then: integrityClass,
});

export const sheetsList = defineRoute({
  id: 'sheets.list',
  method: 'get',
  path: '/api/v1/sheets',
  summary: {
    en: 'Operators by risk tier, with their weight in a draw, the heaviest first',
    zh: '按风险等级排列的经营者及其抽取权重（权重大者在前）',
  },
  query: paging.extend({
    platform_id: id.optional().meta({ description: 'left out: the one inspected last' }),
    tier: tier.optional(),
    cursor: z.string().max(800).optional(),
  }),
  answers: { 200: pageOf(sheetRow) },
});

export const sheetRead = defineRoute({
  id: 'sheets.read',
  method: 'get',
  path: '/api/v1/sheet',
  summary: {
    en: 'An operator’s integrity sheet with all it is made of, and the ways to improve it',
    zh: '经营者诚信评价单：评价项目、计算依据与改进途径',
  },
  query: z.strictObject({
    platform_id: id,
    operator_id: account.meta({ description: 'the account on the platform' }),
  }),
  answers: {
    200: sheetRow.extend({
      parts: z.array(part),
      ways: z.array(way),
      rises_on: day.nullable(),
      notice: localised,
    }),
  },
});

const rate = z.object({ cases: z.int(), out_of: z.int() });
const ratio = z
  .object({ ratio: z.number().nullable(), low: z.number(), high: z.number().nullable() })
  .nullable();
const movement = z.enum(['rose', 'fell', 'no_clear_change', 'cannot_tell']);

export const barometerRead = defineRoute({
  id: 'barometer.read',
  method: 'get',
  path: '/api/v1/barometer',
  summary: {
    en: 'Breaches, complaints, returns and recruitment by month beside the year before',
    zh: '市场晴雨表：不符合、投诉、退货与发展会员，逐月与上年同期对照',
  },
  query: z.strictObject({
    platform_id: id.optional().meta({ description: 'left out: the one inspected last' }),
  }),
  answers: {
    200: z.object({
      ...whence,
      confidence: z.number().meta({ description: 'of each interval; all hold together at 0.95' }),
      readings: z.array(
        z.object({
          name: z.string(),
          title: localised,
          quarter: z.object({ ratio, movement }),
          months: z.array(
            rate.extend({
              month: z.string(),
              year_before: rate.nullable(),
              against_year_before: ratio,
              movement,
            }),
          ),
        }),
      ),
    }),
  },
});

const rateOver = rate.extend({ platforms: z.int() });

export const marketRead = defineRoute({
  id: 'market.read',
  method: 'get',
  path: '/api/v1/barometer/market',
  summary: {
    en: 'The market over all platforms of a jurisdiction, or over an association’s members',
    zh: '全市场晴雨表：辖区内全部平台，或者协会全部会员',
  },
  answers: {
    200: z.object({
      scope: z.enum(['jurisdiction', 'members']).meta({
        description: 'members: sums alone, none of fewer than five or of one above all',
      }),
      platforms: z
        .array(
          z.object({
            platform_id: id,
            platform_name: z.string(),
            as_of: day.nullable().meta({ description: 'null: nothing is known of it' }),
          }),
        )
        .meta({ description: 'of a jurisdiction; members are told together alone' }),
      confidence: z.number().meta({ description: 'of each interval; all hold together at 0.95' }),
      readings: z.array(
        z.object({
          name: z.string(),
          title: localised,
          quarter: z.object({
            last: z.string().nullable(),
            platforms: z.int(),
            ratio,
            movement,
          }),
          months: z.array(
            z.object({
              month: z.string(),
              all: rateOver.nullable().meta({ description: 'null: may not be told' }),
              compared: z
                .object({ platforms: z.int(), now: rate, year_before: rate })
                .nullable()
                .meta({ description: 'over the platforms that know both months' }),
              against_year_before: ratio,
              movement,
            }),
          ),
        }),
      ),
    }),
  },
});

const stretch = z.object({ from: day, to: day });
const beforeAfter = z.object({ before: z.number(), after: z.number() }).nullable();

export const effectsRead = defineRoute({
  id: 'effects.read',
  method: 'get',
  path: '/api/v1/effects',
  summary: {
    en: 'What followed measures, beside similar operators without any, with its uncertainty',
    zh: '处置措施前后的变化，与相近的未受处置者对照，附不确定范围',
  },
  query: z.strictObject({
    platform_id: id.optional().meta({ description: 'left out: the one inspected last' }),
  }),
  answers: {
    200: z.object({
      ...whence,
      notice: localised,
      effects: z.array(
        z.object({
          name: z.string(),
          title: localised,
          windows: z.object({ before: stretch, measured: stretch, after: stretch }),
          pairs: z.int(),
          unmatched: z.array(z.string()).meta({ description: 'left out: nobody is near them' }),
          treated: beforeAfter.meta({ description: 'mean rates over the pairs' }),
          untreated: beforeAfter,
          difference: z.number().nullable().meta({ description: 'below 0: fewer cases' }),
          interval: z.object({ low: z.number(), high: z.number() }).nullable(),
          p: z.number().nullable().meta({ description: 'null: too few pairs to tell' }),
          finding: z.enum(['fewer', 'more', 'no_clear_change', 'cannot_tell']),
          seed: z.int(),
        }),
      ),
    }),
  },
});
