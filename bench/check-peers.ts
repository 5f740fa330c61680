import { createRequire } from 'node:module';
import { benchRules, sentenceOf } from './check-rules.ts';
import type { BenchRule, Listing } from './check-rules.ts';

/** What a rule found: its id, evidence and sentence. */
export interface Hit {
  readonly id: string;
  readonly evidence: Readonly<Record<string, unknown>>;
  readonly sentence: string;
}

export interface Peer {
  readonly name: string;
  readonly judge: (listing: Listing) => readonly Hit[] | Promise<readonly Hit[]>;
}

const require = createRequire(new URL('peers/package.json', import.meta.url));

/** The peers that are installed: `npm ci --prefix bench/peers`. */
export async function loadPeers(): Promise<Peer[]> {
  const peers: Peer[] = [];
  for (const load of [jsonRulesEngine, celJs, zenEngine]) {
    try {
      peers.push(await load());
    } catch (error) {
      if (!/Cannot find|ERR_MODULE_NOT_FOUND/.test(String(error))) throw error;
    }
  }
  return peers;
}

function hitOf(rule: BenchRule, listing: Listing): Hit {
  const evidence = Object.fromEntries(
    rule.evidence.map((name) => [name, listing[name] ?? null] as const),
  );
  return { id: rule.id, evidence, sentence: sentenceOf(rule, evidence) };
}

function hitsOf(ids: ReadonlySet<string>, listing: Listing): Hit[] {
  return benchRules.filter(({ id }) => ids.has(id)).map((rule) => hitOf(rule, listing));
}

interface RulesEngine {
  addRule(rule: unknown): void;
  addOperator(name: string, holds: (seen: unknown, wanted: unknown) => boolean): void;
  run(facts: Listing): Promise<{ readonly events: readonly { readonly type: string }[] }>;
}

/** json-rules-engine: facts, operators, events; it returns what matched with its conditions. */
async function jsonRulesEngine(): Promise<Peer> {
  const { Engine } = require('json-rules-engine') as { Engine: new () => RulesEngine };
  const engine = new Engine();
  const patterns = new Map<unknown, RegExp>();
  engine.addOperator('matches', (seen, wanted) => {
    const pattern = patterns.get(wanted) ?? new RegExp(String(wanted), 's');
    patterns.set(wanted, pattern);
    return pattern.test(String(seen));
  });
  for (const { id, conditions } of benchRules) {
    const all = conditions.map(([fact, operator, value]) =>
      operator === 'lessThanFact'
        ? { fact, operator: 'lessThan', value: { fact: value } }
        : { fact, operator, value },
    );
    engine.addRule({ conditions: { all }, event: { type: id } });
  }
  return {
    name: 'json-rules-engine',
    judge: async (listing) => {
      const { events } = await engine.run(listing);
      return hitsOf(new Set(events.map(({ type }) => type)), listing);
    },
  };
}

/** cel-js: an expression a rule; evidence and sentence are made here of what it finds. */
async function celJs(): Promise<Peer> {
  const path = require.resolve('@marcbachmann/cel-js');
  const { parse } = (await import(path)) as {
    parse: (expression: string) => (context: Listing) => unknown;
  };
  const rules = benchRules.map((rule) => ({ rule, holds: parse(rule.cel) }));
  return {
    name: 'cel-js',
    judge: (listing) =>
      rules.filter(({ holds }) => holds(listing) === true).map(({ rule }) => hitOf(rule, listing)),
  };
}

interface ZenDecision {
  evaluate(
    context: Listing,
    options: { trace: boolean },
  ): Promise<{ readonly result: Readonly<Record<string, unknown>> }>;
}

/** zen: a decision of one node with an expression a rule, its trace as explanation. */
async function zenEngine(): Promise<Peer> {
  const { ZenEngine } = require('@gorules/zen-engine') as {
    ZenEngine: new () => { createDecision(content: Buffer): ZenDecision };
  };
  const expressions = benchRules.map(({ id, zen }) => ({ id, key: `r.${id}`, value: zen }));
  const content = {
    nodes: [
      { id: 'in', type: 'inputNode', name: 'in', position: { x: 0, y: 0 } },
      {
        id: 'rules',
        type: 'expressionNode',
        name: 'rules',
        position: { x: 0, y: 0 },
        content: { expressions },
      },
      { id: 'out', type: 'outputNode', name: 'out', position: { x: 0, y: 0 } },
    ],
    edges: [
      { id: 'a', sourceId: 'in', targetId: 'rules', type: 'edge' },
      { id: 'b', sourceId: 'rules', targetId: 'out', type: 'edge' },
    ],
  };
  const decision = new ZenEngine().createDecision(Buffer.from(JSON.stringify(content)));
  return {
    name: 'zen decision',
    judge: async (listing) => {
      const { result } = await decision.evaluate(listing, { trace: true });
      const found = (result['r'] ?? {}) as Readonly<Record<string, unknown>>;
      const ids = benchRules.map(({ id }) => id).filter((id) => found[id] === true);
      return hitsOf(new Set(ids), listing);
    },
  };
}
