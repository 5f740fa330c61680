import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openRowJudge, provisionsAboutPlans } from '../../src/inspect/judge-rows.ts';
import { shippedPacks } from '../support/shipped-packs.ts';
import { parsePlan } from '../../src/plan/language/parse-plan.ts';
import { smallNetworks } from '../../src/plan/lint/small-networks.ts';
import { compilePlan } from '../../src/plan/pay/compile-plan.ts';
import { playEvents } from '../../src/plan/pay/play-events.ts';
import { columnsOfRuns, runRows } from '../../src/plan/rows/run-rows.ts';
import { root } from '../tidy/repository.ts';

const as_of = '2026-11-01';

it('decides as a whole run does, and keeps nothing of the rows before', async () => {
  const packs = await shippedPacks('cn');
  const { plan } = parsePlan(readFileSync(join(root, 'plans/jicunxi.yaml'), 'utf8'), 'jicunxi');
  const compiled = compilePlan(plan!);
  const { networks } = smallNetworks(compiled, { members: 3, events: 3, networks: 5_000 }, 20_758);
  const provisions = provisionsAboutPlans(packs, columnsOfRuns, as_of);
  const ids = new Set(provisions.map(({ id }) => id));
  const rows = await openRowJudge(packs, plan!.currency, columnsOfRuns);
  let found = 0;
  try {
    const some = networks.filter((_, i) => i % Math.ceil(networks.length / 8) === 0);
    // Large and small in turn: what one leaves behind would show in the next.
    for (const network of [some.at(-1)!, ...some]) {
      const tables = runRows(playEvents(compiled, network.events).run, false);
      const { findings, verdicts } = await rows.decide(tables, provisions, as_of);
      const whole = await rows.confirm(tables, as_of);
      const about = <T extends { provision: string }>(all: readonly T[]): T[] =>
        all.filter(({ provision }) => ids.has(provision));
      expect(about(findings)).toEqual(about(whole.findings));
      expect(about(verdicts)).toEqual(about(whole.verdicts));
      found += findings.length;
    }
  } finally {
    rows.close();
  }
  expect(found).toBeGreaterThan(10);
}, 120_000);
