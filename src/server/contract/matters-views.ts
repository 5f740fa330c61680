import { z } from '@hono/zod-openapi';
import { id, name } from './common.ts';
import { matterQuery } from './matters.ts';
import { defineRoute } from './route.ts';

const view = z
  .object({
    id,
    name: z.string(),
    shared: z.boolean().meta({ description: 'seen by the whole tenant' }),
    own: z.boolean(),
    query: matterQuery,
  })
  .openapi('View');

const params = z.object({ view_id: id });
const body = z.strictObject({ name, shared: z.boolean().default(false), query: matterQuery });

export const viewsList = defineRoute({
  id: 'views.list',
  method: 'get',
  path: '/api/v1/views',
  summary: { en: 'Saved views: one’s own and those shared', zh: '已存视图（本人的与共享的）' },
  answers: { 200: z.object({ items: z.array(view) }) },
});

export const viewsCreate = defineRoute({
  id: 'views.create',
  method: 'post',
  path: '/api/v1/views',
  summary: { en: 'Save a view', zh: '保存视图' },
  body,
  answers: { 201: view },
});

export const viewsUpdate = defineRoute({
  id: 'views.update',
  method: 'put',
  path: '/api/v1/views/{view_id}',
  summary: { en: 'Change one’s view', zh: '修改本人的视图' },
  params,
  body,
  answers: { 200: view },
});

export const viewsDelete = defineRoute({
  id: 'views.delete',
  method: 'delete',
  path: '/api/v1/views/{view_id}',
  summary: { en: 'Remove one’s view', zh: '删除本人的视图' },
  params,
  answers: { 204: 'empty' },
});
