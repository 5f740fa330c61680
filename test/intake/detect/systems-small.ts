import { dateTime, dirty, people } from './synthetic.ts';
import { count, someUplines } from './system.ts';
import type { System } from './system.ts';

/** Column names without meaning; only the COMMENTs tell, placement among them. */
export function commentsOnly(): System {
  const all = people(count, 401);
  return {
    name: 'only comments tell',
    tables: [
      {
        name: 'tb_a1',
        comment: '会员',
        columns: [
          'f1 int',
          'f2 varchar(20) // 姓名',
          'f3 varchar(20) // 手机号',
          'f4 int // 推荐人',
          'f5 datetime // 注册时间',
          'f6 int // 安置人',
          'f7 int // 级别',
        ],
        key: ['f1'],
        rows: all.map((p) => [
          p.n + 1,
          p.name,
          p.phone,
          dirty(all, p.n, (n) => String(n + 1)) ?? 0,
          dateTime(p.joined),
          p.placed === null ? 0 : p.placed + 1,
          1 + (p.n % 4),
        ]),
      },
    ],
    truth: {
      upline: someUplines(all, (n) => String(n + 1)),
      member: 'tb_a1',
      recruiter: 'f4',
      placement: 'f6',
      joined: 'f5',
    },
  };
}

/** Invitations by who invited and who was invited, neither called a parent. */
export function invitations(): System {
  const all = people(count, 411);
  return {
    name: 'invitations(user_id, invited_user_id)',
    tables: [
      {
        name: 'user',
        columns: ['id int', 'username varchar(20)', 'phone varchar(11)', 'created_at datetime'],
        key: ['id'],
        rows: all.map((p) => [p.n + 1, `u${p.n}`, p.phone, dateTime(p.joined)]),
      },
      {
        name: 'invitations',
        columns: ['id int', 'user_id int', 'invited_user_id int', 'created_at datetime'],
        key: ['id'],
        rows: all
          .filter((p) => p.parent !== null)
          .map((p, i) => [i + 1, (p.parent ?? 0) + 1, p.n + 1, dateTime(p.joined)]),
      },
    ],
    truth: {
      upline: someUplines(all, (n) => String(n + 1)),
      member: 'user',
      recruiter: 'invitations.user_id',
      joined: 'created_at',
    },
  };
}

/** A list of names: uplines by name, the fee beside the person, nothing else. */
export function listOfNames(): System {
  const all = people(count, 421);
  return {
    name: 'list of names with what each paid',
    tables: [
      {
        name: '会员名单.xlsx',
        columns: ['姓名', '电话', '介绍人', '报名日期', '缴费金额'],
        rows: all.map((p) => [
          `${p.name}${p.n}`,
          p.phone,
          p.parent === null ? '公司' : `${all[p.parent]?.name}${p.parent}`,
          dateTime(p.joined).slice(0, 10),
          '3980',
        ]),
      },
    ],
    truth: {
      member: '会员名单.xlsx',
      recruiter: '介绍人',
      joined: '报名日期',
      sums: { 'fee.amount_minor': count * 398_000 },
    },
  };
}

/** Staff with superiors are an organisation, not a recruitment network. */
export function staffOnly(): System {
  const all = people(count, 431);
  return {
    name: 'negative control: staff with superiors',
    tables: [
      {
        name: 'employee',
        comment: '员工表',
        columns: [
          'id int',
          'name varchar(20)',
          'phone varchar(11)',
          'leader_id int // 直属上级',
          'dept_id int',
          'hire_date date',
        ],
        key: ['id'],
        rows: all.map((p) => [
          p.n + 1,
          p.name,
          p.phone,
          p.parent === null ? 0 : p.parent + 1,
          1 + (p.n % 5),
          dateTime(p.joined).slice(0, 10),
        ]),
      },
      {
        name: 'sys_user',
        comment: '系统用户',
        columns: ['user_id int', 'username varchar(20)', 'parent_id int', 'create_time datetime'],
        key: ['user_id'],
        rows: all.map((p) => [
          p.n + 1,
          `op${p.n}`,
          p.parent === null ? 0 : p.parent + 1,
          dateTime(p.joined),
        ]),
      },
    ],
    truth: { member: null, recruiter: null, placement: null },
  };
}
