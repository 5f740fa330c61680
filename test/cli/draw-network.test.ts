import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { drawNetwork } from '../../src/cli/plan/draw-network.ts';
import type { PlanEvent } from '../../src/model/plan-event.ts';
import { parsePlan } from '../../src/plan/language/parse-plan.ts';
import { root } from '../tidy/repository.ts';

const { plan } = parsePlan(
  readFileSync(join(root, 'plans', 'huasheng-2017.yaml'), 'utf8'),
  'huasheng-2017',
);
const rank = plan!.ranks[1]!.id;

/** The second under the first, all others under the second. */
const twoTiers = Array.from({ length: 30 }, (_, i): PlanEvent => {
  const recruiter = i === 0 ? null : Math.min(1, i - 1);
  return { kind: 'join', recruiter, rank, way: 0, day: 20_000 };
});

it.each(['zh', 'en'] as const)('draws thirty members in a handful of lines (%s)', (lang) => {
  const lines = drawNetwork(plan!, twoTiers, lang);
  // Three of members; 40 % of 99 from the second; then 40 % and 10 % from each of 28.
  expect(lines).toHaveLength(6);
  const words = { zh: 'M3 … M30 共 28 名，每名', en: 'M3 … M30, 28 members, each' }[lang];
  expect(lines[2]).toContain(words);
  const [upper, direct, second] = lines.slice(3);
  expect([upper, direct, second].map((line) => /\d+\.\d\d/.exec(line!)?.[0])).toEqual([
    '39.60',
    '39.60',
    '9.90',
  ]);
  expect(upper).not.toContain('…');
  for (const line of [direct!, second!]) {
    expect(line).toContain('M3 … M30');
    expect(line).toContain('28');
  }
});

it('draws apart who has somebody below, and who does something else', () => {
  const under = (recruiter: number | null): PlanEvent => ({
    kind: 'join',
    recruiter,
    rank,
    way: 0,
    day: 20_000,
  });
  const lines = drawNetwork(plan!, [under(null), under(0), under(0), under(0), under(2)], 'en');
  expect(lines.slice(0, 5).map((line) => /M\d/.exec(line)?.[0])).toEqual([
    'M1',
    'M2',
    'M3',
    'M5',
    'M4',
  ]);
});
