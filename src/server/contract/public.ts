import { z } from '@hono/zod-openapi';
import { id, localised } from './common.ts';
import { publicRecord, tombstone } from './publications.ts';
import { defineRoute } from './route.ts';

/** The pages there are; a test holds them against those of src/disclosure/pages. */
const pages = [
  'index',
  'decisions',
  'measures',
  'recalls',
  'operators',
  'draws',
  'files',
  'complaints',
] as const;

export const publicRoot = defineRoute({
  id: 'public.root',
  method: 'get',
  path: '/public',
  summary: { en: 'Sent on to the public pages', zh: '转到信息公示页面' },
  answers: { 303: 'empty' },
});

export const publicPageRead = defineRoute({
  id: 'public.page',
  method: 'get',
  path: '/public/{language}/{page}',
  summary: { en: 'A public page (HTML)', zh: '信息公示页面（HTML）' },
  params: z.object({ language: z.enum(['zh', 'en']), page: z.enum(pages) }),
  query: z.object({
    asked: z.string().max(200).optional().meta({ description: 'credit code or whole name' }),
  }),
  answers: { 200: 'bytes' },
});

export const publicRecordRead = defineRoute({
  id: 'public.record',
  method: 'get',
  path: '/public-data/records/{record_id}',
  summary: { en: 'One publication, or its tombstone', zh: '一条公示信息或者其撤回记录' },
  params: z.object({ record_id: id }),
  answers: { 200: z.object({ record: publicRecord, digest: z.string() }), 410: tombstone },
});

export const publicFile = defineRoute({
  id: 'public.file',
  method: 'get',
  path: '/public-data/files/{file}',
  summary: { en: 'What is published, as data', zh: '公示数据文件' },
  params: z.object({
    file: z.enum([
      'publications.csv',
      'publications.jsonl',
      'publications.json',
      'tombstones.json',
    ]),
  }),
  answers: { 200: 'bytes' },
});

const digest = z.string().regex(/^[0-9a-f]{64}$/);

export const publicMonths = defineRoute({
  id: 'public.months',
  method: 'get',
  path: '/public-data/months',
  summary: {
    en: 'Data files month by month, each naming the digest of the one before',
    zh: '按月数据文件及其摘要，每份载明前一份的摘要',
  },
  answers: {
    200: z.object({
      items: z.array(
        z
          .object({
            name: z.string(),
            number: z.int().meta({ description: 'in its chain' }),
            month: z.string(),
            title: localised,
            as_of: z.iso.date(),
            rows: z.int(),
            digest: digest.meta({ description: 'of the manifest as canonical JSON' }),
            previous: digest.nullable().meta({ description: 'digest of the one before' }),
            jsonl_sha256: digest,
            csv_sha256: digest,
            has_rows: z.boolean().meta({ description: 'no: a later file took its place' }),
          })
          .openapi('MonthFile'),
      ),
    }),
  },
});

export const publicMonthFile = defineRoute({
  id: 'public.month_file',
  method: 'get',
  path: '/public-data/months/{file}',
  summary: { en: 'One of them, or its manifest', zh: '一份按月数据文件或者其文件说明' },
  params: z.object({ file: z.string().regex(/^[a-z]{1,40}-\d{1,9}\.(json|jsonl|csv)$/) }),
  answers: { 200: 'bytes' },
});

export const logCheckpoint = defineRoute({
  id: 'log.checkpoint',
  method: 'get',
  path: '/log/checkpoint',
  summary: { en: 'The log as it is, signed (C2SP tlog-checkpoint)', zh: '存证日志检查点' },
  answers: { 200: 'bytes' },
});

export const logKey = defineRoute({
  id: 'log.key',
  method: 'get',
  path: '/log/key',
  summary: { en: 'Key that verifies checkpoints (C2SP signed-note)', zh: '检查点验证公钥' },
  answers: { 200: 'bytes' },
});

export const logTile = defineRoute({
  id: 'log.tile',
  method: 'get',
  path: '/log/tile/{tile_path}',
  summary: { en: 'A tile or entry bundle (C2SP tlog-tiles)', zh: '存证日志瓦片' },
  params: z.object({ tile_path: z.string().max(100) }),
  answers: { 200: 'bytes' },
});
