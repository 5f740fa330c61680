import { dateTime, dirty, numbers, people } from './synthetic.ts';
import { at, count, decoys, someUplines } from './system.ts';
import type { System } from './system.ts';

/** The tree in a relation table; the user table holds none. */
export function relationTable(): System {
  const all = people(count, 61);
  return {
    name: 'relation table user_relation(uid, parent_uid)',
    tables: [
      ...decoys('app_'),
      {
        name: 'app_user',
        columns: [
          'uid int',
          'nick varchar(40)',
          'tel varchar(20)',
          'openid varchar(60)',
          'reg_time datetime',
          'vip_level int',
        ],
        key: ['uid'],
        rows: all.map((p) => [
          10_000 + p.n,
          p.name,
          p.phone,
          `o${p.n * 31}`,
          dateTime(p.joined),
          1 + (p.n % 3),
        ]),
      },
      {
        name: 'app_user_relation',
        comment: '用户关系',
        columns: ['id int', 'uid int', 'parent_uid int', 'bind_time datetime'],
        key: ['id'],
        rows: all.flatMap((p) => {
          const parent = dirty(all, p.n, (n) => String(10_000 + n));
          return parent === null ? [] : [[p.n + 1, 10_000 + p.n, parent, dateTime(p.joined + 50)]];
        }),
      },
    ],
    truth: {
      upline: someUplines(all, (n) => String(n + 10_000)),
      member: 'app_user',
      recruiter: 'app_user_relation.parent_uid',
      joined: 'reg_time',
    },
  };
}

/** Distributors in an id space of their own: parent is a distributor's id. */
export function ownSpace(): System {
  const all = people(count, 71);
  return {
    name: 'agent table with its own ids',
    tables: [
      {
        name: 'member',
        columns: [
          'member_id int',
          'nickname varchar(40)',
          'mobile varchar(20)',
          'reg_time int',
          'member_level int',
        ],
        key: ['member_id'],
        rows: all.map((p) => [p.n + 1, p.name, p.phone, p.joined, 1]),
      },
      {
        name: 'fx_agent',
        columns: [
          'agent_id int',
          'member_id int',
          'agent_no varchar(20)',
          'parent int // 上级代理id',
          'status int',
          'audit_time int',
        ],
        key: ['agent_id'],
        rows: all.map((p) => [
          7000 + p.n * 3,
          p.n + 1,
          `NO${p.n}`,
          dirty(all, p.n, (n) => String(7000 + n * 3)) ?? 0,
          1,
          p.joined + 60,
        ]),
      },
    ],
    truth: {
      upline: someUplines(all, (n) => String(n + 1)),
      member: 'member',
      recruiter: 'fx_agent.parent',
      joined: 'reg_time',
    },
  };
}

/** Only a path column tells the upline. */
export function pathColumn(): System {
  const all = people(count, 81);
  const path = (n: number): string => {
    const chain: number[] = [];
    for (let p = all[n]?.parent ?? null; p !== null; p = all[p]?.parent ?? null)
      chain.unshift(p + 1);
    return `/${chain.map((one) => `${one}/`).join('')}`;
  };
  return {
    name: 'path column /1/5/9/',
    tables: [
      {
        name: 't_customer',
        columns: [
          'id int',
          'login_name varchar(40)',
          'mobile varchar(20)',
          'ancestors varchar(2000)',
          'gmt_create datetime',
        ],
        key: ['id'],
        rows: all.map((p) => [p.n + 1, `user${p.n}`, p.phone, path(p.n), dateTime(p.joined)]),
      },
    ],
    truth: {
      upline: someUplines(all, (n) => String(n + 1)),
      member: 't_customer',
      recruiter: 'ancestors[last]',
      joined: 'gmt_create',
    },
  };
}

/** Closure table with depth. */
export function closureTable(): System {
  const all = people(300, 91);
  const rows: (string | number)[][] = [];
  for (const p of all) {
    let depth = 0;
    for (let up: number | null = p.n; up !== null; up = at(all, up).parent) {
      rows.push([up + 1, p.n + 1, depth]);
      depth += 1;
    }
  }
  return {
    name: 'closure table (ancestor, descendant, depth)',
    tables: [
      {
        name: 'customers',
        columns: ['id int', 'name varchar(40)', 'phone varchar(20)', 'created_at datetime'],
        key: ['id'],
        rows: all.map((p) => [p.n + 1, p.name, p.phone, dateTime(p.joined)]),
      },
      {
        name: 'customer_tree',
        columns: ['ancestor_id int', 'descendant_id int', 'depth int'],
        key: ['ancestor_id', 'descendant_id'],
        rows,
      },
    ],
    truth: {
      upline: someUplines(all, (n) => String(n + 1)),
      member: 'customers',
      recruiter: 'customer_tree.ancestor_id',
      joined: 'created_at',
    },
  };
}

/** Names that say nothing at all: only the data tell. */
export function nameless(): System {
  const all = people(count, 101);
  const next = numbers(102);
  return {
    name: 'meaningless column names',
    tables: [
      {
        name: 'user',
        columns: [
          'id int',
          'c1 varchar(40)',
          'c2 varchar(20)',
          'c3 int',
          'c4 int',
          'c5 int',
          'c6 int',
          'create_time datetime',
        ],
        key: ['id'],
        rows: all.map((p) => [
          p.n + 1,
          p.name,
          p.phone,
          1 + next(5),
          18 + next(50),
          1 + next(300),
          p.parent === null ? 0 : p.parent + 1,
          dateTime(p.joined),
        ]),
      },
      {
        name: 'user_log',
        columns: ['id int', 'user_id int', 'ip varchar(20)'],
        key: ['id'],
        rows: Array.from({ length: 60 }, (_, i) => [i + 1, 1 + next(count), '1.2.3.4']),
      },
    ],
    truth: {
      upline: someUplines(all, (n) => String(n + 1)),
      member: 'user',
      recruiter: 'c6',
      joined: 'create_time',
    },
  };
}
