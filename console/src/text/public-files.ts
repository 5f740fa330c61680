import { words } from './words.ts';

/** Data files of whole months. */
export const publicFileWords = words({
  zh: {
    title: '数据下载',
    lead: '公示信息与投诉举报件数按月成文件。每份文件说明载明前一份的摘要：公布后改动任何一份，后一份即对不上。',
    none: '还没有按月数据文件',
    none_more: '每月结束后生成上月的文件。',
    rows: '{count} 行',
    as_of: '截至 {day}',
    digest: '文件说明的 SHA-256',
    manifest: '文件说明',
    replaced: '已由后一份文件取代，仅保留文件说明。',
  },
  en: {
    title: 'Data files',
    lead: 'Each manifest has the digest of the one before: a change breaks the chain.',
    none: 'No data files yet',
    none_more: 'The files of a month are made once it is over.',
    rows: '{count} rows',
    as_of: 'as of {day}',
    digest: 'SHA-256 of the manifest',
    manifest: 'Manifest',
    replaced: 'A later file took its place; the manifest stays.',
  },
});
