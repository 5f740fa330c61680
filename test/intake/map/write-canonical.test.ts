import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { mappingOf, mapTables, personKey } from './stage-tables.ts';

const member = (row: Record<string, string | null>) => ({
  uid: null,
  spread_uid: '0',
  add_time: '0',
  phone: '',
  spread_count: null,
  is_del: '0',
  ...row,
});

const memberMapping = {
  table: 'member' as const,
  from: 'user',
  columns: {
    member_id: { column: 'uid' },
    recruiter_id: { column: 'spread_uid' },
    joined_at: { column: 'add_time', as: 'unix_s' as const },
    person_key: { column: 'phone', as: 'pseudonym' as const },
    direct_cached: { column: 'spread_count' },
    deleted: { column: 'is_del' },
  },
};

describe('writeCanonical', () => {
  it('writes every canonical table, empty where nothing fed it', async () => {
    const mapped = await mapTables({}, mappingOf());
    expect(Object.keys(mapped.tables)).toContain('rule_version');
    expect(Object.keys(mapped.tables)).not.toContain('network_member');
    expect(mapped.tables.order).toEqual({ read: 0, refused: 0, folded: 0, columns_present: [] });
    expect(mapped.rows('order')).toEqual([]);
    expect(mapped.data_until).toBeNull();
  });

  it('numbers members in joining order and resolves recruiters', async () => {
    const raw = {
      user: [
        member({ uid: '10', add_time: '1700000300', spread_uid: '9' }),
        member({ uid: '9', add_time: '1700000200', spread_uid: '77' }),
        member({ uid: '2', add_time: '0', spread_uid: '10' }),
        member({ uid: '11', add_time: '1700000100' }),
        member({ uid: 'x', add_time: '0', is_del: '1' }),
      ],
    };
    const mapped = await mapTables(raw, mappingOf(memberMapping));
    expect(mapped.rows('member', 'member_no member_id recruiter_id recruiter_no deleted')).toEqual([
      { member_no: 0, member_id: '11', recruiter_id: null, recruiter_no: null, deleted: false },
      { member_no: 1, member_id: '9', recruiter_id: '77', recruiter_no: -1, deleted: false },
      { member_no: 2, member_id: '10', recruiter_id: '9', recruiter_no: 1, deleted: false },
      { member_no: 3, member_id: '2', recruiter_id: '10', recruiter_no: 2, deleted: false },
      { member_no: 4, member_id: 'x', recruiter_id: null, recruiter_no: null, deleted: true },
    ]);
    expect(mapped.data_until).toBe('2023-11-14T22:18:20Z');
    expect(mapped.rows('member', 'src_file src_table src_line')[0]).toEqual({
      src_file: 0,
      src_table: 'user',
      src_line: 5,
    });
    expect(mapped.tables.member?.columns_present).toEqual([
      'member_no',
      'member_id',
      'recruiter_id',
      'recruiter_no',
      'joined_at',
      'deleted',
      'person_key',
      'direct_cached',
      'src_file',
      'src_table',
      'src_line',
    ]);
    const found = Object.fromEntries(mapped.checks.map((one) => [one.check, one]));
    expect(found['missing_parent']).toEqual({
      check: 'missing_parent',
      compared: 3,
      differing: 1,
      first: '9',
    });
  });

  it('gives one pseudonym to one phone, however it is written', async () => {
    const phones = [
      '13912345678',
      '+86 139-1234-5678',
      '13912345678',
      '139****5678',
      '0',
      '13800000000',
    ];
    const raw = { user: phones.map((phone, i) => member({ uid: String(i), phone })) };
    const mapped = await mapTables(raw, mappingOf(memberMapping));
    const key = createHmac('sha256', personKey).update('13912345678').digest('hex');
    expect(mapped.rows('member').map((row) => row['person_key'])).toEqual([
      key,
      key,
      key,
      null,
      null,
      null,
    ]);
    expect(mapped.issues.map(({ code, count, line }) => ({ code, count, line }))).toEqual([
      { code: 'mapping.contact_masked', count: 1, line: 5 },
    ]);
    expect(JSON.stringify(mapped.issues)).not.toContain('139');
  });

  it('accounts for every row: read, refused, folded', async () => {
    const raw = {
      user: [
        member({ uid: '1', spread_uid: '5' }),
        member({ uid: '', spread_uid: '5' }),
        member({ uid: '1.93068E+15' }),
        member({ uid: '1', spread_uid: '5' }),
        member({ uid: '1', spread_uid: '0' }),
        member({ uid: '1', spread_uid: '6' }),
      ],
    };
    const mapped = await mapTables(raw, mappingOf(memberMapping));
    expect(mapped.tables.member).toMatchObject({ read: 1, refused: 3, folded: 2 });
    expect(mapped.issues.map(({ code, count, line }) => ({ code, count, line }))).toEqual([
      { code: 'mapping.duplicate_conflict', count: 1, line: 7 },
      { code: 'mapping.duplicate_folded', count: 2, line: 5 },
      { code: 'mapping.key_missing', count: 2, line: 3 },
      { code: 'mapping.value_unreadable', count: 1, line: 4 },
    ]);
  });

  it('leaves an unreadable value unknown and says where', async () => {
    const raw = { user: [member({ uid: '1', add_time: 'yesterday', spread_count: 'many' })] };
    const mapped = await mapTables(raw, mappingOf(memberMapping));
    expect(mapped.rows('member', 'joined_at direct_cached')).toEqual([
      { joined_at: null, direct_cached: null },
    ]);
    expect(
      mapped.issues.map(({ code, params, file, line }) => ({ code, params, file, line })),
    ).toEqual([
      {
        code: 'mapping.value_unreadable',
        params: { table: 'user', column: 'member.direct_cached', sample: 'many' },
        file: 'dump.sql',
        line: 2,
      },
      {
        code: 'mapping.value_unreadable',
        params: { table: 'user', column: 'member.joined_at', sample: 'yesterday' },
        file: 'dump.sql',
        line: 2,
      },
    ]);
  });
});
