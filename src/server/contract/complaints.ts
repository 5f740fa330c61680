import { z } from '@hono/zod-openapi';
import { id, instant, name } from './common.ts';
import * as shapes from './matters-shapes.ts';
import { defineRoute } from './route.ts';

const office = z.object({ id, name: z.string() });

/** Text over several lines, of so many characters. */
const prose = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .refine((text) => text.isWellFormed());

const line = (most: number) => name.max(most).nullable().default(null);

const contact = z
  .strictObject({ name: line(100), phone: line(40), email: line(200), address: line(300) })
  .meta({ description: 'sealed; who handles the matter reads it with a reason, on record' });

const secret = z.object({
  'status-secret': z
    .string()
    .regex(/^[\w-]{43}$/)
    .meta({ description: 'what stands behind # in the status link' }),
});

export const publicOffices = defineRoute({
  id: 'public.offices',
  method: 'get',
  path: '/public-data/offices',
  summary: {
    en: 'Offices that take complaints, and platforms they can be about',
    zh: '可受理投诉的部门，以及可被投诉的平台',
  },
  answers: { 200: z.object({ offices: z.array(office), platforms: z.array(office) }) },
});

export const publicComplain = defineRoute({
  id: 'public.complain',
  method: 'post',
  path: '/public/complaints',
  summary: { en: 'Complain without an account', zh: '提交投诉（无需账号）' },
  body: z.strictObject({
    office_id: id,
    platform_id: id.optional().meta({ description: 'the platform it is about' }),
    title: name,
    facts: prose(10_000),
    request: prose(2_000).meta({ description: 'what is asked for' }),
    contact,
    language: z.enum(['zh', 'en']).default('zh'),
  }),
  answers: {
    201: z.object({
      matter_id: id,
      status_secret: z.string().meta({ description: 'shown this once; its hash alone is kept' }),
      status_path: z.string().meta({ description: 'page of the status, the secret behind #' }),
      expires_at: instant,
    }),
  },
});

export const publicStatus = defineRoute({
  id: 'public.status',
  method: 'get',
  path: '/public-data/complaint',
  summary: { en: 'How one’s own complaint stands', zh: '查询本人投诉的办理情况' },
  headers: secret,
  answers: { 200: shapes.matter },
});

export const publicStep = defineRoute({
  id: 'public.step',
  method: 'post',
  path: '/public/complaint/steps',
  summary: {
    en: 'Add to one’s own complaint, or withdraw it',
    zh: '补充本人投诉的材料，或者撤回投诉',
  },
  headers: secret,
  body: z.strictObject({
    type: shapes.word,
    reason: shapes.reason.optional(),
    data: shapes.data.default({}),
    expected: shapes.expected,
  }),
  answers: { 201: shapes.taken },
});

export const complaintsContact = defineRoute({
  id: 'complaints.contact',
  method: 'post',
  path: '/api/v1/matters/{matter_id}/contact',
  summary: {
    en: 'Read how who complained can be reached; on record',
    zh: '查看投诉人联系方式（留痕）',
  },
  params: z.object({ matter_id: id }),
  body: z.strictObject({ reason: prose(1_000) }),
  answers: {
    200: z.object({
      name: z.string().nullable(),
      phone: z.string().nullable(),
      email: z.string().nullable(),
      address: z.string().nullable(),
    }),
  },
});
