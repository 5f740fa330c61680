import { z } from '@hono/zod-openapi';
import { parties, roles } from '../../model/actor.ts';
import { id } from './common.ts';
import { defineRoute } from './route.ts';
import { me } from './session.ts';

export const demoFaces = defineRoute({
  id: 'demo.faces',
  method: 'get',
  path: '/api/v1/demo',
  summary: {
    en: 'Whom one may sign in as without a password: in a demonstration alone, else nobody',
    zh: '演示环境中可直接进入的用户；正式环境为空',
  },
  answers: {
    200: z.object({
      items: z.array(
        z.object({
          user_id: id,
          name: z.string(),
          party: z.enum(parties),
          tenant: z.string(),
          roles: z.array(z.enum(roles)),
        }),
      ),
    }),
  },
});

export const demoEnter = defineRoute({
  id: 'demo.enter',
  method: 'post',
  path: '/api/v1/demo/session',
  summary: { en: 'Sign in as one of them', zh: '以演示用户身份进入' },
  body: z.strictObject({ user_id: id }),
  answers: { 201: me },
});
