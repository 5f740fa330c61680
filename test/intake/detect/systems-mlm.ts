import { dateTime, dirty, numbers, people } from './synthetic.ts';
import { at, count, someUplines } from './system.ts';
import type { System } from './system.ts';

/** A direct-selling back office with two trees by account name, and a bonus ledger. */
export function binaryBackOffice(): System {
  const all = people(count, 21);
  const next = numbers(22);
  const code = (n: number): string => `VIP${String(100_000 + n * 13)}`;
  return {
    name: 'binary MLM back office, two trees by member code',
    tables: [
      {
        name: 'members',
        columns: [
          'id int',
          'member_code varchar(20)',
          'full_name varchar(50)',
          'phone varchar(20)',
          'sponsor_code varchar(20)',
          'placement_code varchar(20)',
          'position varchar(1)',
          'rank_id int',
          'package varchar(20)',
          'created_at datetime',
          'activated_at datetime',
        ],
        key: ['id'],
        rows: all.map((p) => [
          p.n + 1,
          code(p.n),
          p.name,
          p.phone,
          dirty(all, p.n, code) ?? '',
          p.placed === null ? '' : code(p.placed),
          p.n % 2 ? 'L' : 'R',
          1 + next(6),
          'GOLD',
          dateTime(p.joined),
          dateTime(p.joined + 100),
        ]),
      },
      {
        name: 'ranks',
        columns: ['id int', 'name varchar(20)'],
        key: ['id'],
        rows: Array.from({ length: 6 }, (_, i) => [i + 1, `R${i}`]),
      },
      {
        name: 'bonus_log',
        columns: [
          'id int',
          'member_id int',
          'from_member_id int',
          'bonus_type varchar(20)',
          'amount decimal(12,2)',
          'created_at datetime',
        ],
        key: ['id'],
        rows: Array.from({ length: 800 }, (_, i) => [
          i + 1,
          1 + next(count),
          1 + next(count),
          ['direct_bonus', 'binary_pairing', 'level_bonus'][i % 3]!,
          '120.50',
          dateTime(1_650_000_000 + i * 100),
        ]),
      },
      {
        name: 'package_orders',
        columns: [
          'id int',
          'member_id int',
          'package varchar(20)',
          'amount decimal(12,2)',
          'paid_at datetime',
          'status varchar(10)',
        ],
        key: ['id'],
        rows: Array.from({ length: 500 }, (_, i) => [
          i + 1,
          i + 1,
          'GOLD',
          '3980.00',
          dateTime(1_650_000_000 + i * 100),
          'paid',
        ]),
      },
    ],
    truth: {
      sums: { 'commission.amount_minor': 800 * 12_050, 'fee.amount_minor': 500 * 398_000 },
      upline: someUplines(all, (n) => String(n + 1)),
      member: 'members',
      recruiter: 'sponsor_code>member_code',
      placement: 'placement_code>member_code',
      joined: 'created_at',
      others: { commission: 'bonus_log', fee: 'package_orders' },
    },
  };
}

/** Chinese table and column names out of an Excel workbook; recruiter written as member number. */
export function chineseExcel(): System {
  const all = people(count, 31);
  const next = numbers(32);
  const code = (n: number): string => `A${String(n + 1).padStart(6, '0')}`;
  return {
    name: 'Excel workbook, Chinese headers',
    tables: [
      {
        name: '会员表',
        columns: [
          '序号',
          '会员编号',
          '姓名',
          '手机号',
          '推荐人编号',
          '推荐人姓名',
          '级别',
          '入会时间',
          '入会金额(元)',
          '所在省份',
        ],
        rows: all.map((p) => {
          const parent = dirty(all, p.n, code);
          return [
            p.n + 1,
            code(p.n),
            p.name,
            p.phone,
            parent ?? '无',
            parent === null || p.parent === null ? '' : at(all, p.parent).name,
            ['普卡', '银卡', '金卡'][next(3)]!,
            dateTime(p.joined).slice(0, 10),
            '3800',
            '河南',
          ];
        }),
      },
      {
        name: '奖金明细',
        columns: ['流水号', '会员编号', '奖金类型', '金额(元)', '来源会员编号', '发放时间', '层级'],
        rows: Array.from({ length: 500 }, (_, i) => [
          `JJ${i}`,
          code(next(count)),
          ['直推奖', '团队奖'][i % 2]!,
          `${next(500)}.50`,
          code(next(count)),
          '2021-03-04',
          1 + next(3),
        ]),
      },
      {
        name: '报单记录',
        columns: ['单号', '会员编号', '报单金额(元)', '报单时间', '类型'],
        rows: Array.from({ length: 500 }, (_, i) => [
          `BD${i}`,
          code(i),
          '3800',
          '2021-03-04 10:00',
          '入会',
        ]),
      },
    ],
    truth: {
      sums: { 'fee.amount_minor': 500 * 380_000 },
      upline: someUplines(all, code),
      member: '会员表',
      recruiter: '推荐人编号',
      joined: '入会时间',
      others: { commission: '奖金明细', fee: '报单记录' },
    },
  };
}

/** Pinyin column names, 19-digit ids, a relation by id. */
export function pinyin(): System {
  const all = people(count, 41);
  const id = (n: number): string => String(1_480_000_000_000_000_001n + BigInt(n) * 7_340_033n);
  return {
    name: 'pinyin names, 19-digit ids',
    tables: [
      {
        name: 'huiyuan',
        columns: [
          'id bigint',
          'xingming varchar(20)',
          'shoujihao varchar(20)',
          'mima varchar(50)',
          'tuijianren_id bigint',
          'dengji int',
          'zhuce_shijian datetime',
          'zhuangtai int',
        ],
        key: ['id'],
        rows: all.map((p) => [
          id(p.n),
          p.name,
          p.phone,
          'x',
          dirty(all, p.n, id) ?? '0',
          1 + (p.n % 4),
          dateTime(p.joined),
          1,
        ]),
      },
      {
        name: 'dingdan',
        columns: [
          'id bigint',
          'dingdanhao varchar(30)',
          'huiyuan_id bigint',
          'zongjine decimal(10,2)',
          'zhifu_shijian datetime',
          'xiadan_shijian datetime',
        ],
        key: ['id'],
        rows: Array.from({ length: 300 }, (_, i) => [
          id(9000 + i),
          `D${i}99887`,
          id(i),
          '88.50',
          dateTime(1_650_000_000 + i),
          dateTime(1_649_999_000 + i),
        ]),
      },
    ],
    truth: {
      sums: { 'orders.amount_minor': 300 * 8850 },
      upline: someUplines(all, id),
      member: 'huiyuan',
      recruiter: 'tuijianren_id',
      joined: 'zhuce_shijian',
      order: 'dingdan',
      amount: 'zongjine',
      unit: 'major',
    },
  };
}

/** Inviter stored as an invite code, beside the member's own code. */
export function inviteCode(): System {
  const all = people(count, 111);
  const code = (n: number): string => ((n + 46_656) * 7).toString(36).toUpperCase();
  return {
    name: 'inviter by invite code',
    tables: [
      {
        name: 'sys_user',
        comment: '后台用户',
        columns: ['id int', 'username varchar(20)', 'role_id int', 'dept_id int', 'pid int'],
        key: ['id'],
        rows: Array.from({ length: 12 }, (_, i) => [i + 1, `op${i}`, 1, 1, i]),
      },
      {
        name: 'account',
        columns: [
          'account_id int',
          'username varchar(30)',
          'mobile varchar(20)',
          'invite_code varchar(12) // 我的邀请码',
          'inviter_code varchar(12) // 邀请人的邀请码',
          'created_at datetime',
        ],
        key: ['account_id'],
        rows: all.map((p) => [
          p.n + 500,
          `acc${p.n}`,
          p.phone,
          code(p.n),
          dirty(all, p.n, code),
          dateTime(p.joined),
        ]),
      },
    ],
    truth: {
      upline: someUplines(all, (n) => String(n + 500)),
      member: 'account',
      recruiter: 'inviter_code>invite_code',
      joined: 'created_at',
    },
  };
}

/** Referrer written as account name; whole yuan amounts. */
export function byUsername(): System {
  const all = people(count, 131);
  const name = (n: number): string => `user_${n * 17 + 3}`;
  return {
    name: 'referrer by user name',
    tables: [
      {
        name: 'xt_fck',
        columns: [
          'id int',
          'user_id varchar(30)',
          'user_name varchar(30)',
          'user_tel varchar(20)',
          're_id int',
          're_name varchar(30)',
          'father_id int',
          'father_name varchar(30)',
          'treeplace int',
          're_path text',
          'p_path text',
          'u_level int',
          'rdt int',
          'pdt int',
        ],
        key: ['id'],
        rows: all.map((p) => [
          p.n + 1,
          name(p.n),
          p.name,
          p.phone,
          dirty(all, p.n, (n) => String(n + 1)) ?? 0,
          p.parent === null ? '' : name(p.parent),
          p.placed === null ? 0 : p.placed + 1,
          p.placed === null ? '' : name(p.placed),
          p.n % 2,
          ',1,',
          ',1,',
          1,
          p.joined,
          p.joined + 60,
        ]),
      },
    ],
    truth: {
      upline: someUplines(all, (n) => String(n + 1)),
      member: 'xt_fck',
      recruiter: 're_id',
      placement: 'father_id',
      joined: 'rdt',
    },
  };
}
