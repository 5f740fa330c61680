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

const licenceUrl = z
  .url({ protocol: /^https$/ })
  .max(1_000)
  .meta({ description: 'page on which the shop shows its licence' });

const held = {
  from_on: z.iso.date().meta({
    description: 'where the tenant is; of another law tomorrow at the earliest: nothing moves',
  }),
  jurisdiction: jurisdiction.unwrap().meta({ description: 'matters opened from then on go by it' }),
  licence_number: name.nullable(),
  licence_url: licenceUrl.nullable(),
  reason: z
    .string()
    .trim()
    .min(1)
    .max(2_000)
    .refine((text) => text.isWellFormed()),
};

const tenantChange = z
  .object({ tenant_id: id, number: z.int(), ...held, user_id: z.string(), at: instant })
  .openapi('TenantChange');

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
    licence_url: licenceUrl.nullable().default(null),
    admin: z.strictObject({ name, login }),
  }),
  answers: { 201: z.object({ tenant, invitation: secret }) },
});

export const tenantsChanges = defineRoute({
  id: 'tenants.changes',
  method: 'get',
  path: '/api/v1/tenants/{tenant_id}/changes',
  summary: {
    en: 'What was changed of a tenant’s law and licence: from which day on, by whom, why',
    zh: '机构法域和许可证的更正记录：自何日起、由何人、因何事由',
  },
  params: z.object({ tenant_id: id }),
  query: paging,
  answers: { 200: pageOf(tenantChange) },
});

export const tenantsChange = defineRoute({
  id: 'tenants.change',
  method: 'post',
  path: '/api/v1/tenants/{tenant_id}/changes',
  summary: {
    en: 'Say by which law a tenant goes from a day on, and its licence; running matters stay',
    zh: '更正机构的法域和许可证，自指定日期起适用；在办事项不变',
  },
  params: z.object({ tenant_id: id }),
  body: z.strictObject(held),
  answers: { 201: tenantChange },
});
