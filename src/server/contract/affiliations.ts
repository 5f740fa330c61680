import { z } from '@hono/zod-openapi';
import { id, name, pageOf, paging } from './common.ts';
import { defineRoute } from './route.ts';

/** What two tenants are to each other: supervision, membership, or whose account it is. */
export const affiliationKinds = ['jurisdiction', 'member', 'claim'] as const;
export const affiliationStatuses = ['proposed', 'confirmed', 'refused', 'ended'] as const;

const kind = z.enum(affiliationKinds);
const status = z.enum(affiliationStatuses);

const affiliation = z
  .object({
    id,
    kind,
    over_id: id.meta({ description: 'regulator, association, or the platform of a claim' }),
    under_id: id.meta({ description: 'platform, member, or the operator of a claim' }),
    account: z.string().nullable().meta({ description: 'operator id on the platform; of a claim' }),
    status,
    proposed_by: id.nullable(),
    since: z.iso.date().meta({
      description: 'day of the proposal, then of the confirmation, where the one above is',
    }),
    until: z.iso.date().nullable(),
  })
  .openapi('Affiliation');

export const affiliationsList = defineRoute({
  id: 'affiliations.list',
  method: 'get',
  path: '/api/v1/affiliations',
  summary: {
    en: 'What one’s tenant is to others, and they to it',
    zh: '本机构的监管、会员与认领关系',
  },
  query: paging.extend({ kind: kind.optional(), status: status.optional() }),
  answers: { 200: pageOf(affiliation) },
});

export const affiliationsCreate = defineRoute({
  id: 'affiliations.create',
  method: 'post',
  path: '/api/v1/affiliations',
  summary: { en: 'Propose one; the other side confirms', zh: '提出关系，由对方确认' },
  body: z.strictObject({ kind, tenant_id: id, account: name.optional() }),
  answers: { 201: affiliation },
});

export const affiliationsUpdate = defineRoute({
  id: 'affiliations.update',
  method: 'patch',
  path: '/api/v1/affiliations/{affiliation_id}',
  summary: { en: 'Confirm, refuse or end one', zh: '确认、拒绝或终止关系' },
  params: z.object({ affiliation_id: id }),
  body: z.strictObject({ status: z.enum(affiliationStatuses.slice(1)) }),
  answers: { 200: affiliation },
});
