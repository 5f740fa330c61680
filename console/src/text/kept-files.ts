import { words } from './words.ts';

/** Raw files with the day until which each is locked. */
export const keptFileWords = words({
  zh: {
    lead: '上传的原始文件自收到之日起锁定保存，期满后自动清除，此前任何人不得删除；清除后仍保留记录。',
    term: '今后上传文件的保存期限',
    years: '{count} 年',
    months: '{count} 个月',
    list: '原始文件',
    none: '还没有上传文件',
    file: '文件',
    size: '大小',
    came: '收到时间',
    until: '锁定至',
    state: '状态',
    locked: '锁定',
    with_matter: '随事项保存',
    gone: '已清除 {day}',
  },
  en: {
    lead:
      'Raw files are locked from the day they come. When the term is over they go by themselves, ' +
      'and nobody can remove them before; the record of them stays.',
    term: 'How long what comes from now on is kept',
    years: { one: '{count} year', other: '{count} years' },
    months: { one: '{count} month', other: '{count} months' },
    list: 'Raw files',
    none: 'No file has come yet',
    file: 'File',
    size: 'Size',
    came: 'Came',
    until: 'Locked until',
    state: 'State',
    locked: 'locked',
    with_matter: 'stays with its matter',
    gone: 'gone since {day}',
  },
});
