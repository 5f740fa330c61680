import { z } from '@hono/zod-openapi';
import { id, localised, pageOf, paging } from './common.ts';
import { amount } from './network-shapes.ts';
import { defineRoute } from './route.ts';

const textId = z.string().min(1).max(200);
const value = z.union([z.string(), z.number(), z.boolean()]).nullable();

const orderBrief = z
  .object({
    order_id: z.string(),
    order_no: z.string().nullable(),
    buyer_id: z.string().nullable(),
    operator_id: z.string().nullable(),
    promoter_id: z.string().nullable(),
    paid_minor: amount.nullable(),
    status: z.string().nullable(),
    ordered_at: z.string().nullable(),
    findings: z.int().meta({ description: 'on it and on rows that name it' }),
  })
  .openapi('OrderBrief');

const judgement = z
  .object({
    provision: z.string(),
    title: localised,
    stage: z.string(),
    severity: z.string(),
    verdict: z.enum(['breach', 'indication', 'no_breach', 'cannot_tell']),
    needs: z.array(z.string()),
    explanation: localised,
    version_in_force: z.string().nullable(),
    by: z.enum(['inspection', 'row']).meta({
      description: 'found by the inspection, or judged now from the row alone',
    }),
    finding_id: z.string().nullable(),
  })
  .openapi('RowJudgement');

const lifeRow = z
  .object({
    table: z.string(),
    id: z.string(),
    doc: localised,
    record: z.record(z.string(), value),
    judged: z.array(judgement),
    set_provisions: z.array(z.string()).meta({
      description:
        'about such rows, and decided by the whole data set alone: of these, findings only',
    }),
  })
  .openapi('OrderLifeRow');

export const ordersRead = defineRoute({
  id: 'orders.read',
  method: 'get',
  path: '/api/v1/inspections/{inspection_id}/orders/{order_id}',
  summary: {
    en: 'The life of an order, with what held and what failed at each point',
    zh: '订单全程：各环节的记录与条款判断',
  },
  params: z.object({ inspection_id: id, order_id: textId }),
  answers: {
    200: z.object({
      inspection_id: id,
      order_id: z.string(),
      as_of: z.iso.date(),
      currency: z.string(),
      time_zone: z.string(),
      packs: z.array(z.object({ id: z.string(), version: z.string(), digest: z.string() })),
      packs_changed: z.boolean().nullable().meta({
        description: 'rows are judged now by other packs than the inspection judged by',
      }),
      rows: z.array(lifeRow),
      line: z.array(
        z.object({
          at: z.string(),
          on: z.iso.date(),
          row: z.int().meta({ description: 'place in rows' }),
          column: z.string(),
          what: localised,
        }),
      ),
      undated: z.array(z.int()).meta({ description: 'rows that speak of no moment' }),
      commissions: z.array(
        z.object({
          commission_id: z.string(),
          beneficiary_id: z.string().nullable(),
          source_member_id: z.string().nullable(),
          level: z.int().nullable(),
          kind: z.string().nullable(),
          status: z.string().nullable(),
          amount_minor: amount.nullable(),
        }),
      ),
      cut: z.array(z.string()).meta({ description: 'tables with more rows than are told' }),
    }),
  },
});

export const ordersList = defineRoute({
  id: 'orders.list',
  method: 'get',
  path: '/api/v1/inspections/{inspection_id}/orders',
  summary: { en: 'Orders of an inspection, newest first', zh: '检查所涉订单' },
  params: z.object({ inspection_id: id }),
  query: paging.extend({
    order: textId.optional().meta({ description: 'id, or the number shown to people' }),
    buyer_id: textId.optional(),
    promoter_id: textId.optional(),
    operator_id: textId.optional(),
    listing_id: textId.optional(),
    from: z.iso.date().optional().meta({ description: 'ordered on this day or later' }),
    to: z.iso.date().optional(),
    with_findings: z.enum(['true', 'false']).default('false'),
  }),
  answers: { 200: pageOf(orderBrief) },
});
