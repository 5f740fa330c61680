import type { Explained } from '../src/provisions/explain.ts';

/** One rule in four languages; all four must find the same. */
export interface BenchRule {
  readonly id: string;
  /** The condition of the provision's test, over `listing l`. */
  readonly sql: string;
  /** The condition under which nothing can be told. */
  readonly cannot_tell: string;
  /** Common Expression Language. */
  readonly cel: string;
  /** GoRules' expression language. */
  readonly zen: string;
  /** All of these hold: [fact, operator, value]. */
  readonly conditions: readonly (readonly [fact: string, operator: string, value: unknown])[];
  /** Columns shown as evidence. */
  readonly evidence: readonly string[];
  readonly explain: string;
}

const absolute = '最(佳|好|高|低)|国家级|第一品牌|顶级';
const income = '月入.{0,3}万|躺赚|稳赚';

export const benchRules: readonly BenchRule[] = [
  {
    id: 'added-sales',
    sql: "l.sales_added > 0 AND l.status <> 'off'",
    cannot_tell: 'l.sales_added IS NULL',
    cel: "sales_added > 0.0 && status != 'off'",
    zen: "sales_added > 0 and status != 'off'",
    conditions: [
      ['sales_added', 'greaterThan', 0],
      ['status', 'notEqual', 'off'],
    ],
    evidence: ['title', 'sales_actual', 'sales_added'],
    explain: 'Of the sales of "{title}", {sales_added} were added by hand to {sales_actual}.',
  },
  {
    id: 'no-return',
    sql: "l.no_return AND l.category NOT IN ('fresh', 'custom', 'digital', 'press')",
    cannot_tell: 'l.no_return IS NULL OR l.category IS NULL',
    cel: "no_return && !(category in ['fresh', 'custom', 'digital', 'press'])",
    zen: "no_return and category not in ['fresh', 'custom', 'digital', 'press']",
    conditions: [
      ['no_return', 'equal', true],
      ['category', 'notIn', ['fresh', 'custom', 'digital', 'press']],
    ],
    evidence: ['title', 'category'],
    explain: 'Returns of "{title}" ({category}) are excluded.',
  },
  {
    id: 'reference-price',
    sql: 'l.reference_price_minor < l.price_minor',
    cannot_tell: 'l.reference_price_minor IS NULL OR l.price_minor IS NULL',
    cel: 'reference_price_minor < price_minor',
    zen: 'reference_price_minor < price_minor',
    conditions: [['reference_price_minor', 'lessThanFact', 'price_minor']],
    evidence: ['title', 'price_minor', 'reference_price_minor'],
    explain: '"{title}" is compared with {reference_price_minor} and costs {price_minor}.',
  },
  {
    id: 'shown-price',
    sql: "l.shown_price_minor < l.price_minor AND l.status <> 'off'",
    cannot_tell: 'l.shown_price_minor IS NULL OR l.price_minor IS NULL',
    cel: "shown_price_minor < price_minor && status != 'off'",
    zen: "shown_price_minor < price_minor and status != 'off'",
    conditions: [
      ['shown_price_minor', 'lessThanFact', 'price_minor'],
      ['status', 'notEqual', 'off'],
    ],
    evidence: ['title', 'price_minor', 'shown_price_minor'],
    explain: '"{title}" is shown at {shown_price_minor} and costs {price_minor}.',
  },
  {
    id: 'absolute-terms',
    sql: `pp_match(l.title, '${absolute}')`,
    cannot_tell: 'l.title IS NULL',
    cel: `title.matches('${absolute}')`,
    zen: `matches(title, '${absolute}')`,
    conditions: [['title', 'matches', absolute]],
    evidence: ['title'],
    explain: 'The title "{title}" has an absolute term.',
  },
  {
    id: 'income',
    sql: `pp_match(l.claims, '${income}')`,
    cannot_tell: 'l.claims IS NULL',
    cel: `claims.matches('${income}')`,
    zen: `matches(claims, '${income}')`,
    conditions: [['claims', 'matches', income]],
    evidence: ['title', 'claims'],
    explain: '"{title}" promises an income: {claims}',
  },
  {
    id: 'licence',
    sql: "l.category = 'food' AND l.licence_no = ''",
    cannot_tell: 'l.category IS NULL OR l.licence_no IS NULL',
    cel: "category == 'food' && licence_no == ''",
    zen: "category == 'food' and licence_no == ''",
    conditions: [
      ['category', 'equal', 'food'],
      ['licence_no', 'equal', ''],
    ],
    evidence: ['title', 'category'],
    explain: 'No licence is shown for "{title}" ({category}).',
  },
  {
    id: 'self-operated',
    sql: 'l.self_operated AND NOT l.self_operated_marked',
    cannot_tell: 'l.self_operated IS NULL OR l.self_operated_marked IS NULL',
    cel: 'self_operated && !self_operated_marked',
    zen: 'self_operated and not(self_operated_marked)',
    conditions: [
      ['self_operated', 'equal', true],
      ['self_operated_marked', 'equal', false],
    ],
    evidence: ['title', 'shop_id'],
    explain: '"{title}" is sold by the platform itself and not marked so (shop {shop_id}).',
  },
  {
    id: 'warnings',
    sql: "NOT l.warnings_shown AND l.category IN ('toy', 'electric', 'food')",
    cannot_tell: 'l.warnings_shown IS NULL OR l.category IS NULL',
    cel: "!warnings_shown && category in ['toy', 'electric', 'food']",
    zen: "not(warnings_shown) and category in ['toy', 'electric', 'food']",
    conditions: [
      ['warnings_shown', 'equal', false],
      ['category', 'in', ['toy', 'electric', 'food']],
    ],
    evidence: ['title', 'category'],
    explain: 'No warnings are shown for "{title}" ({category}).',
  },
  {
    id: 'identifier',
    sql: "l.manufacturer = '' AND l.identifier = '' AND l.status <> 'off'",
    cannot_tell: 'l.manufacturer IS NULL OR l.identifier IS NULL',
    cel: "manufacturer == '' && identifier == '' && status != 'off'",
    zen: "manufacturer == '' and identifier == '' and status != 'off'",
    conditions: [
      ['manufacturer', 'equal', ''],
      ['identifier', 'equal', ''],
      ['status', 'notEqual', 'off'],
    ],
    evidence: ['title', 'manufacturer'],
    explain: 'Neither maker nor number of "{title}" is shown.',
  },
];

export type Listing = Readonly<Record<string, string | number | boolean>>;

/** Listings of which each rule finds some; none has a column missing, so that all engines can. */
export function benchListings(count: number): Listing[] {
  let random = 20_261_128;
  const pick = <T>(...from: readonly T[]): T => {
    random = (random * 48_271) % 2_147_483_647;
    return from[random % from.length] as T;
  };
  return Array.from({ length: count }, (_, i) => ({
    listing_id: `L${i}`,
    shop_id: `S${i % 97}`,
    title: pick('高山绿茶 250克', '全网最好的面膜', '儿童积木 120块', '国家级认证枕头', '手工皂'),
    claims: pick('产地直发', '加入团队月入过万', '送礼自用皆宜', '品质可靠，七天内可退'),
    category: pick('food', 'toy', 'fresh', 'electric', 'press', 'home'),
    price_minor: pick(9900, 12900, 4900),
    shown_price_minor: pick(9900, 12900, 4900, 12900),
    reference_price_minor: pick(15900, 12900, 19900, 9900),
    sales_actual: pick(0, 12, 350),
    sales_added: pick(0, 0, 0, 200),
    licence_no: pick('', 'SC1064403', 'SC1064404'),
    self_operated: pick(false, false, true),
    self_operated_marked: pick(true, false),
    manufacturer: pick('', '某某食品厂'),
    identifier: pick('', 'B-77', 'B-78'),
    warnings_shown: pick(true, true, false),
    no_return: pick(false, false, false, true),
    status: pick('on', 'on', 'off'),
  }));
}

/** The rule's sentence with the evidence in it: what engines without one are given. */
export function sentenceOf({ explain }: BenchRule, facts: Explained['evidence'][number]): string {
  return explain.replace(/\{([^{}]*)\}/g, (whole, name: string) => String(facts[name] ?? whole));
}
