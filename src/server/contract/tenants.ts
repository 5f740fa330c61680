import { z } from '@hono/zod-openapi';
import { isCreditCode } from '../../disclosure/publication/credit-code.ts';
import { parties } from '../../model/actor.ts';
import { id, instant, jurisdiction, name, pageOf, paging } from './common.ts';
import { defineRoute } from './route.ts';
import { login, secret } from './session.ts';

const tenant = z
  .object({
    id,
    party: z.enum(parties),
    name: z.string(),
    time_zone: z.string(),
    jurisdiction: z.string(),
    credit_code: z.string().nullable(),
    licence_number: z.string().nullable(),
    licence_url: z.string().nullable(),
    opened_at: instant,
    closed_at: instant.nullable(),
  })
  .openapi('Tenant');

export const tenantsList = defineRoute({
  id: 'tenants.list',
  method: 'get',
  path: '/api/v1/tenants',
  summary: { en: 'Who supervises and who is supervised', zh: '机构名录' },
  query: paging,
  answers: {
    200: pageOf(tenant).extend({
      hosting: z
        .boolean()
        .meta({ description: 'may administrators of one’s tenant take others in' }),
    }),
  },
});

export const tenantsRead = defineRoute({
  id: 'tenants.read',
  method: 'get',
  path: '/api/v1/tenants/{tenant_id}',
  summary: { en: 'One tenant', zh: '查看机构' },
  params: z.object({ tenant_id: id }),
  answers: { 200: tenant },
});

export const tenantsCreate = defineRoute({
  id: 'tenants.create',
  method: 'post',
  path: '/api/v1/tenants',
  summary: { en: 'Take in a tenant with its first administrator', zh: '接入机构及其首位管理员' },
  body: z.strictObject({
    name,
    party: z.enum(parties.slice(0, 4)),
    time_zone: name,
    jurisdiction,
    credit_code: z
      .string()
      .refine(isCreditCode)
      .nullable()
      .default(null)
      .meta({ description: 'of a firm: everybody may look it up by this' }),
    licence_number: name.nullable().default(null),
    licence_url: z
      .url({ protocol: /^https$/ })
      .max(1_000)
      .nullable()
      .default(null)
      .meta({ description: 'page on which the shop shows its licence' }),
    admin: z.strictObject({ name, login }),
  }),
  answers: { 201: z.object({ tenant, invitation: secret }) },
});
