import { describe, expect, it } from 'vitest';
import { applyPrefix } from '../../../src/intake/adapters/apply-prefix.ts';
import { loadAdapters } from '../../../src/intake/adapters/load-adapters.ts';
import { parseAdapter } from '../../../src/intake/adapters/parse-adapter.ts';
import { tables } from '../../../src/model/tables.ts';
import { PolyprismError } from '../../../src/model/issue.ts';

const adapters = loadAdapters();

/** Tables of modules that an installation may lack: mapped where they are, no fingerprint. */
const optional: Readonly<Record<string, readonly string[]>> = {
  yshopmall: ['store_seckill', 'store_combination', 'store_bargain'],
};

describe('the bundled adapters', () => {
  it('are these', () => {
    expect(adapters.map(({ software }) => `${software.family}, ${software.edition}`)).toEqual([
      'crmeb, 1.x',
      'crmeb, 2019 to 2021',
      'crmeb, 2022 and later',
      'likeshop, PHP with distribution ranks',
      'niushop, 4 and 5',
      'crmeb, Java',
    ]);
  });

  it.each(adapters.map((adapter) => [adapter.software.name, adapter] as const))(
    '%s maps tables of its own fingerprint, with keys, and finds members, orders and commissions',
    (_name, { software, fingerprint, mapping, plan }) => {
      const known = new Set([...fingerprint.tables, ...(optional[software.name] ?? [])]);
      const named = mapping.tables.flatMap(({ from, join }) => [
        from,
        ...(join ?? []).map(({ table }) => table),
      ]);
      const settings = plan === undefined ? [] : [plan.settings.table];
      expect([...named, ...settings].filter((table) => !known.has(table))).toEqual([]);
      const keyless = mapping.tables.filter(({ table, columns }) => {
        const { key } = tables[table];
        return key !== null && !(key in columns);
      });
      expect(keyless).toEqual([]);
      const fed = new Set(mapping.tables.map(({ table }) => table));
      const needed = [
        'member',
        'account_link',
        'order',
        'order_line',
        'commission',
        'fee',
      ] as const;
      expect(needed.filter((table) => !fed.has(table))).toEqual([]);
      expect(new Set(fingerprint.tables).size).toBe(fingerprint.tables.length);
    },
  );

  it('tell editions of one software apart by a column', () => {
    const [older, newer] = adapters.filter(({ software }) =>
      software.name.startsWith('CRMEB (PHP)'),
    );
    const facts = (adapter: typeof older): string[] =>
      (adapter?.fingerprint.columns ?? []).map(({ table, column }) => `${table}.${column}`);
    expect(facts(older)).toEqual(facts(newer));
    const present = (adapter: typeof older): boolean[] =>
      (adapter?.fingerprint.columns ?? []).map((fact) => fact.present);
    expect(present(older)).toEqual([false, false, false, true]);
    expect(present(newer)).toEqual([true, true, true, true]);
  });
});

describe('applyPrefix', () => {
  it('names every raw table with the prefix: sources, lookups and settings', () => {
    for (const adapter of adapters) {
      const { mapping, plan } = applyPrefix(adapter, 'zz_');
      const named = mapping.tables.flatMap(({ from, join }) => [
        from,
        ...(join ?? []).map(({ table }) => table),
      ]);
      expect(named.filter((table) => !table.startsWith('zz_'))).toEqual([]);
      expect(plan?.settings.table).toBe(`zz_${adapter.plan?.settings.table}`);
      expect(applyPrefix(adapter, '')).toBe(adapter);
    }
  });
});

describe('parseAdapter', () => {
  const bases = 'headcount, entry_fee, own_sale, downline_sale, level_difference, other';
  const good = `schema: polyprism.adapter/1
software: {name: Mall, family: mall, edition: '1'}
fingerprint: {tables: [user], columns: [{table: user, column: uid, present: true}]}
mapping: {schema: polyprism.mapping/1, currency: CNY, time_zone: Asia/Shanghai, tables: []}
plan:
  plan_id: mall
  name: Mall
  settings: {table: config, key: k, value: v}
  fields: {enabled: {setting: open}}
  rules: [{base: headcount, depth: 1, amount_minor: {setting: bounty, as: money_minor}}]
`;

  it('reads every part', () => {
    expect(parseAdapter(good, 'mall.yaml').plan).toEqual({
      plan_id: 'mall',
      name: 'Mall',
      settings: { table: 'config', key: 'k', value: 'v' },
      fields: { enabled: { setting: 'open' } },
      rules: [
        { base: 'headcount', depth: 1, amount_minor: { setting: 'bounty', as: 'money_minor' } },
      ],
    });
  });

  it.each([
    ['edition: ', 'editon: ', "2:38 unknown key 'editon' (nearest: 'edition')"],
    [
      'present: true',
      'present: yes',
      '3:77 fingerprint.columns[0].present: true or false is needed here',
    ],
    ['headcount', 'heads', `10:18 plan.rules[0].base: 'heads' is not one of ${bases}`],
    [
      'money_minor',
      'percent',
      "10:75 plan.rules[0].amount_minor.as: 'percent' is not one of money_major, money_minor",
    ],
    ['depth: 1', 'depth: one', '10:36 plan.rules[0].depth: a whole number is needed here'],
    ['fields: {enabled', 'fields: {open', "9:12 unknown key 'open'"],
  ])('stops at the place of a mistake: %s → %s', (from, to, expected) => {
    let seen = 'nothing';
    try {
      parseAdapter(good.replace(from, to), 'mall.yaml');
    } catch (error) {
      if (!(error instanceof PolyprismError)) throw error;
      const { line, column, params } = error.issue;
      seen = `${line}:${column} ${params['problem']}`;
    }
    expect(seen).toBe(expected);
  });
});
