import { z } from '@hono/zod-openapi';
import { localised, pageOf, paging } from './common.ts';
import { defineRoute } from './route.ts';
import {
  article,
  calendarYear,
  deadline,
  provisionHead,
  provisionSeverity,
  provisionStatus,
  provisionView,
  stage,
  standard,
  termListHead,
} from './standards-shapes.ts';

const word = z.string().regex(/^[a-z][a-z0-9_.-]{0,199}$/);
const headers = z.object({
  'if-none-match': z.string().max(2_000).optional().meta({ description: 'the ETag as read' }),
});
const unchanged = { 304: 'empty' } as const;

export const standardsList = defineRoute({
  id: 'standards.list',
  method: 'get',
  path: '/api/v1/standards',
  summary: { en: 'The law library: every pack', zh: '法规库：全部标准包' },
  headers,
  answers: { 200: z.object({ items: z.array(standard) }), ...unchanged },
});

export const standardsRead = defineRoute({
  id: 'standards.read',
  method: 'get',
  path: '/api/v1/standards/{standard}',
  summary: {
    en: 'A pack: every article, how far it is tested and why no further, with its provisions',
    zh: '标准包：逐条列出条文、测试到何种程度、原因及对应条款',
  },
  params: z.object({ standard: word }),
  headers,
  answers: {
    200: z.object({
      standard,
      articles: z.array(article),
      provisions: z.array(provisionHead).meta({ description: 'every version, by id and day' }),
      sheets: z.array(
        z.object({
          id: z.string(),
          title: localised,
          note: localised,
          questions: z.array(z.object({ title: localised, provisions: z.array(z.string()) })),
        }),
      ),
      terms: z.array(termListHead),
    }),
    ...unchanged,
  },
});

export const standardsDeadlines = defineRoute({
  id: 'standards.deadlines',
  method: 'get',
  path: '/api/v1/standards/{standard}/deadlines',
  summary: { en: 'Its deadlines and its calendar', zh: '标准包的时限与工作日历' },
  params: z.object({ standard: word }),
  headers,
  answers: {
    200: z.object({ deadlines: z.array(deadline), calendar: z.array(calendarYear) }),
    ...unchanged,
  },
});

export const standardsProvision = defineRoute({
  id: 'standards.provision',
  method: 'get',
  path: '/api/v1/standards/{standard}/provisions/{provision}',
  summary: {
    en: 'A provision in all its versions, what differs, its cases, the articles it tests',
    zh: '条款的全部版本、差异、用例及所测条文',
  },
  params: z.object({ standard: word, provision: word }),
  headers,
  answers: { 200: provisionView, ...unchanged },
});

export const standardsFiles = defineRoute({
  id: 'standards.files',
  method: 'get',
  path: '/api/v1/standards/{standard}/provisions/{provision}/files',
  summary: {
    en: 'Files of a provision, to write another: its cases, term lists, and what else it reads',
    zh: '条款的文件，供改写：含案例、词表及其所引的其他内容',
  },
  params: z.object({ standard: word, provision: word }),
  headers,
  answers: {
    200: z.object({
      files: z.array(z.object({ name: z.string(), text: z.string() })),
      ids: z
        .array(z.string())
        .meta({ description: 'of provisions and term lists in them, renamed in another pack' }),
    }),
    ...unchanged,
  },
});

export const provisionsList = defineRoute({
  id: 'provisions.list',
  method: 'get',
  path: '/api/v1/provisions',
  summary: { en: 'Search provisions in all packs', zh: '在全部标准包中检索条款' },
  query: paging.extend({
    standard: word.optional(),
    text: z.string().max(200).optional().meta({ description: 'words, all of which occur' }),
    stage: stage.optional(),
    duty_bearer: word.optional(),
    law: z.string().max(200).optional().meta({ description: 'part of a law’s name' }),
    status: provisionStatus.optional(),
    severity: provisionSeverity.optional(),
    on: z.iso.date().optional().meta({ description: 'only versions in force on this day' }),
  }),
  headers,
  answers: { 200: pageOf(provisionHead).extend({ total: z.int() }), ...unchanged },
});
