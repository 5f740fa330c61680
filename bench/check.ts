import { makeChecker } from '../src/check/checker.ts';
import type { Checker } from '../src/check/checker.ts';
import { DuckDb } from '../src/engine/duckdb.ts';
import type { Pack, Provision } from '../src/model/provision.ts';
import type { Predicate } from '../src/model/predicate.ts';
import { fromSyntaxTree } from '../src/provisions/row/from-syntax-tree.ts';
import { parseSql } from '../src/provisions/sql/syntax-tree.ts';
import { loadPeers } from './check-peers.ts';
import type { Hit, Peer } from './check-peers.ts';
import { benchListings, benchRules } from './check-rules.ts';
import type { BenchRule, Listing } from './check-rules.ts';

const events_at_once = 2_000;
const context = { as_of: '2026-06-30', currency: 'CNY' };

/** Pre-checks of ten rules with evidence and explanation, beside the named peers on the same. */
export async function benchCheck(print: (line: string) => void): Promise<void> {
  const provisions = await provisionsOf(benchRules);
  const ours = asPeer(makeChecker([packOf(provisions)], context));
  const listings = benchListings(events_at_once);
  const expected = await namesFound(ours, listings);
  const own = await speedOf(ours, listings);
  const found = expected.reduce((sum, names) => sum + names.length, 0) / listings.length;
  print(
    `pre-check, ten rules, evidence and explanation on: ${rate(own)} events per second of ` +
      `processor time (bar 50,000), ${found.toFixed(1)} of ten rules found an event`,
  );
  const peers = await loadPeers();
  for (const peer of peers) {
    const same = JSON.stringify(await namesFound(peer, listings)) === JSON.stringify(expected);
    if (!same) throw new RangeError(`${peer.name} finds something else`);
    const theirs = await speedOf(peer, listings);
    print(`  to ${peer.name} (${rate(theirs)}) × ${(own / theirs).toFixed(1)}`);
  }
  if (peers.length < 3) print('  peers not installed: npm ci --prefix bench/peers');
  const forty = Array.from({ length: 4 }, (_, i) =>
    provisions.map((one) => ({ ...one, id: `${one.id}.${i}` })),
  );
  const many = await speedOf(asPeer(makeChecker([packOf(forty.flat())], context)), listings);
  print(`  forty provisions of one record: ${(1e6 / many).toFixed(0)} µs (bar 100)`);
}

function rate(events: number): string {
  return Math.round(events).toLocaleString('en');
}

/** Events per second of processor time, the best of some rounds. */
async function speedOf({ judge }: Peer, listings: readonly Listing[]): Promise<number> {
  let best = 0;
  for (let round = 0; round < 7; round += 1) {
    const before = process.cpuUsage();
    for (const listing of listings) {
      const hits = judge(listing);
      if (hits instanceof Promise) await hits;
    }
    const { user, system } = process.cpuUsage(before);
    best = Math.max(best, (listings.length / (user + system)) * 1e6);
  }
  return best;
}

async function namesFound({ judge }: Peer, listings: readonly Listing[]): Promise<string[][]> {
  const found: string[][] = [];
  for (const listing of listings) found.push((await judge(listing)).map(({ id }) => id).toSorted());
  return found;
}

function asPeer(checker: Checker): Peer {
  return {
    name: 'polyprism',
    judge: (listing) => {
      const hits: Hit[] = [];
      for (const { provision, finding } of checker.check('listing', listing).verdicts) {
        if (!finding) continue;
        const [evidence = {}] = finding.evidence;
        hits.push({ id: provision, evidence, sentence: finding.explanation.en });
      }
      return hits;
    },
  };
}

async function provisionsOf(rules: readonly BenchRule[]): Promise<Provision[]> {
  const parser = await DuckDb.open({ threads: 1 });
  try {
    const provisions: Provision[] = [];
    for (const rule of rules) {
      const { sql, evidence, cannot_tell } = rule;
      const shown = evidence.map((name) => `l.${name} AS ${name}`).join(', ');
      const head = 'SELECT l.listing_id AS subject, $as_of AS act_on';
      const test = await predicateOf(parser, `${head}, ${shown} FROM listing l WHERE ${sql}`);
      const doubt = `${head}, 'listing' AS needs FROM listing l WHERE ${cannot_tell}`;
      const row = { test: [test], cannot_tell: [await predicateOf(parser, doubt)] };
      provisions.push({ ...blank, id: rule.id, explain: both(rule.explain), row });
    }
    return provisions;
  } finally {
    parser.close();
  }
}

async function predicateOf(parser: DuckDb, sql: string): Promise<Predicate> {
  const { root } = await parseSql(parser, sql);
  const [predicate] = fromSyntaxTree(root ?? {}).predicates ?? [];
  if (!predicate) throw new RangeError(sql);
  return predicate;
}

function both(text: string): { readonly en: string; readonly zh: string } {
  return { en: text, zh: text };
}

const blank: Omit<Provision, 'id' | 'explain' | 'row'> = {
  pack: 'bench',
  file: 'bench.md',
  sha256: '',
  title: both(''),
  status: 'tested',
  severity: 'low',
  cites: [
    {
      law: both(''),
      article: '',
      rank: 'standard',
      url: null,
      checked: '2026-01-01',
      confidence: 'memory',
    },
  ],
  in_force: { from: '2020-01-01', to: null },
  jurisdiction: 'CN',
  duty_bearer: [],
  stage: 'pre',
  finds: 'breach',
  reads: [{ table: 'listing', required: [], optional: ['title'] }],
  subject: 'listing',
  check: 'row',
  parameters: [],
  exceptions: [],
  false_positives: [],
  remedy: both(''),
  fine: null,
  related: [],
  law: both(''),
  reading: both(''),
  test: '',
  cannot_tell: '',
};

function packOf(provisions: readonly Provision[]): Pack {
  return { ...emptyPack, provisions };
}

const emptyPack: Pack = {
  id: 'bench',
  version: '1.0.0',
  publisher: '',
  title: both(''),
  jurisdiction: 'CN',
  time_zone: 'Asia/Shanghai',
  digest: '',
  calendar: [],
  coverage: [],
  sheets: [],
  deadlines: [],
  terms: [],
  provisions: [],
};
