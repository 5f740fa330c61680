import { dateTime, numbers } from './synthetic.ts';
import type { Person, TestTable } from './synthetic.ts';

/** What a person reading the schema would say, against which detection is held. */
export interface Truth {
  readonly member: string | null;
  /** Raw column, `alias.column` or `table.column` that holds the recruiter; null for none. */
  readonly recruiter: string | null;
  readonly placement?: string | null;
  readonly joined?: string;
  readonly order?: string;
  readonly amount?: string;
  readonly unit?: 'major' | 'minor';
  /** Who recruited whom, as ids the member table is keyed by: [member, recruiter]. */
  readonly upline?: readonly (readonly [member: string, recruiter: string])[];
  /** Sums of money in minor units, 'table.column'. */
  readonly sums?: Readonly<Record<string, number>>;
  /** canonical table → raw table. */
  readonly others?: Readonly<Record<string, string>>;
}

export interface System {
  readonly name: string;
  readonly tables: readonly TestTable[];
  readonly truth: Truth;
}

export const count = 600;
export const at = (all: readonly Person[], n: number): Person => all[n % all.length]!;

/** Tables every mall has and that mislead: trees of other things, staff, regions. */
export function decoys(prefix: string): TestTable[] {
  const next = numbers(5);
  const rows = Array.from({ length: 60 }, (_, i) => [
    i + 1,
    i < 8 ? 0 : 1 + next(8),
    `类目${i}`,
    i,
    1,
  ]);
  return [
    {
      name: `${prefix}category`,
      comment: '商品分类表',
      columns: [
        'id int',
        'parent_id int // 父分类',
        'name varchar(50)',
        'sort int',
        'is_show tinyint',
      ],
      key: ['id'],
      rows,
    },
    {
      name: `${prefix}admin`,
      comment: '管理员表',
      columns: [
        'id int',
        'pid int // 上级管理员',
        'username varchar(50)',
        'password varchar(50)',
        'phone varchar(20)',
        'role_id int',
        'create_time int',
      ],
      key: ['id'],
      rows: Array.from({ length: 30 }, (_, i) => [
        i + 1,
        i === 0 ? 0 : 1 + next(i),
        `admin${i}`,
        'x',
        `1390000${1000 + i}`,
        1,
        1_577_000_000 + i * 1000,
      ]),
    },
    {
      name: `${prefix}department`,
      comment: '部门表',
      columns: [
        'id int',
        'parent_id int // 上级部门',
        'name varchar(50)',
        'leader varchar(50)',
        'create_time datetime',
      ],
      key: ['id'],
      rows: Array.from({ length: 40 }, (_, i) => [
        i + 1,
        i === 0 ? 0 : 1 + next(i),
        `部门${i}`,
        '',
        dateTime(1_577_000_000 + i),
      ]),
    },
    {
      name: `${prefix}article_comment`,
      comment: '评论表',
      columns: [
        'id int',
        'parent_id int // 回复的评论',
        'user_id int',
        'content text',
        'create_time datetime',
      ],
      key: ['id'],
      rows: Array.from({ length: 300 }, (_, i) => [
        i + 1,
        i === 0 ? 0 : next(i),
        1 + next(count),
        `评论 ${i}`,
        dateTime(1_577_000_000 + i * 100),
      ]),
    },
  ];
}

/** Members 50, 123 and 222 with their recruiters, written as the member table's ids. */
export function someUplines(
  all: readonly Person[],
  write: (n: number) => string,
): [member: string, recruiter: string][] {
  return [50, 123, 222].flatMap((n): [string, string][] => {
    const parent = all[n]?.parent ?? null;
    return parent === null ? [] : [[write(n), write(parent)]];
  });
}
