import { linkKinds, linkStates } from './link-kinds.ts';
import { code, id, int, text } from './table-shape.ts';
import type { TableShape } from './table-shape.ts';

const sources = ['account_link.link_key', 'member.person_key'];

/** Who is behind the accounts: every tie with its weight, and the persons it makes. */
export const personTables = {
  person_link: {
    doc: {
      en: 'a value, or two together, that several accounts share, and what it says of persons',
      zh: '多个账号共用的值（或两项组合），及其对同一人判断的作用',
    },
    key: 'link_id',
    derived: { from: sources },
    columns: {
      link_id: int('tie, strongest first, from 0', '关联序号（由强到弱）'),
      kinds: text(`what is shared, of ${Object.keys(linkKinds).join(', ')}`, '关联类型'),
      link_key: text('keyed pseudonym of the shared value, or of each', '关联值假名'),
      accounts: int('accounts that share it', '共用账号数'),
      weight: int('points out of 100 for one person; 80 decide', '权重（满分100，80分认定）'),
      state: code(linkStates, 'what became of it', '处理结果'),
    },
  },
  person_link_account: {
    doc: {
      en: 'an account of a tie; none of ties that too many accounts share',
      zh: '关联所涉账号（共用账号过多的关联除外）',
    },
    key: null,
    derived: { from: sources },
    columns: {
      link_id: int('tie', '关联序号'),
      member_id: id('account', '账号'),
    },
  },
  member_person: {
    doc: {
      en: 'an account that is one person with another; all others are a person each',
      zh: '与其他账号同属一人的账号（未列者各为一人）',
    },
    key: 'member_id',
    derived: { from: sources },
    columns: {
      member_id: id('account', '账号'),
      person_id: id("the person's first account", '该人最早的账号'),
      accounts: int('accounts of the person', '该人账号数'),
      confidence: int(
        'points of the weakest tie the person rests on',
        '可信度（维系该人的最弱关联权重）',
      ),
    },
  },
} as const satisfies Record<string, TableShape>;
