import { z } from '@hono/zod-openapi';
import { outcomes } from '../findings/changes-between.ts';
import { id, pageOf, paging } from './common.ts';
import { defineRoute } from './route.ts';

const number = z.int().nullable();

const change = z
  .object({
    outcome: z.enum(outcomes).meta({
      description:
        'gone only where the later inspection checked the provision on every row; ' +
        'not_checked_before where the earlier one did not',
    }),
    provision: z.string(),
    subject_table: z.string(),
    subject_id: z.string(),
    before: number.meta({ description: 'number of the first finding in the earlier inspection' }),
    after: number,
    finding_ids: z.array(z.string()).meta({ description: 'of the earlier inspection' }),
  })
  .openapi('Change');

export const inspectionsChanges = defineRoute({
  id: 'inspections.changes',
  method: 'get',
  path: '/api/v1/inspections/{inspection_id}/changes',
  summary: {
    en: 'What is new, still there or gone since an earlier inspection of the same platform',
    zh: '与同一平台先前检查相比：新增、仍存在、已消除的发现',
  },
  params: z.object({ inspection_id: id }),
  query: paging.extend({ since: id.meta({ description: 'the earlier inspection' }) }),
  answers: { 200: pageOf(change) },
});
