import type { StoreTx } from '../src/store/store.ts';
import { systemActor } from '../src/store/store.ts';
import { seeded } from '../src/model/random.ts';
import { addPerson, addTenant, apiServer } from '../test/support/api-server.ts';
import { storedFinding } from '../test/support/stored-finding.ts';
import { median } from './timing.ts';

const bar_ms = 100;
const rounds = 25;
const inspections = 2;
const each = 100_000;

/** What is asked of the findings, as a console asks it. */
const questions: Readonly<Record<string, string>> = {
  'first page': 'findings?limit=50',
  'facets of an inspection': 'finding-facets?inspection_id=i1&top=200',
  'facets of all inspections': 'finding-facets?top=200',
  'facets of a provision': 'finding-facets?inspection_id=i1&provision=cn.p7',
  'facets of a severity and a stage': 'finding-facets?inspection_id=i1&severity=high&stage=in',
  'facets of an operator': 'finding-facets?inspection_id=i1&operator_id=op17',
  'facets of a structure': 'finding-facets?inspection_id=i1&scheme_id=top0',
  'facets of a subject': 'finding-facets?subject_table=operator&subject_id=s12345',
  'first page of a provision': 'findings?limit=50&inspection_id=i1&provision=cn.p7',
};

/** Findings counted and listed among many, as requests are answered; PostgreSQL beside. */
export async function benchFindings(print: (line: string) => void): Promise<void> {
  const api = await apiServer({}, [process.execPath, '-e', '']);
  try {
    await addTenant(api, 'mall', 'platform');
    const { headers } = await addPerson(api, 'p', 'mall', ['reader']);
    for (let i = 0; i < inspections; i += 1) {
      await api.store.as(systemActor, async (tx) => await keep(tx, `i${i}`, seeded(i)));
    }
    const all = `${inspections} inspections of ${each.toLocaleString('en')} findings`;
    print(`findings: ${all}, ${rounds} times each`);
    for (const [name, path] of Object.entries(questions)) {
      const taken: number[] = [];
      for (let round = 0; round <= rounds; round += 1) {
        const begun = performance.now();
        const answer = await fetch(new URL(`api/v1/${path}`, api.url), { headers });
        if (!answer.ok) throw new Error(await answer.text());
        await answer.text();
        taken.push(performance.now() - begun);
      }
      const [first = 0, ...more] = taken;
      const told = `${median(more).toFixed(1)} ms, at worst ${Math.max(...more).toFixed(1)}`;
      print(`  ${name}: ${told} (bar ${bar_ms}), the first time ${first.toFixed(1)}`);
    }
  } finally {
    await api.end();
  }
}

/** One structure has most of the members, as they have; operators share what is left evenly. */
async function keep({ db }: StoreTx, id: string, random: ReturnType<typeof seeded>) {
  const common = { snapshot_id: 's', report: 'r', summary: '{}', platform_id: null };
  await db
    .insertInto('inspection')
    .values({ id, tenant_id: 'mall', ...common, as_of: '2026-01-05' })
    .execute();
  const row = (number: number) => {
    const member = random.chance(0.5);
    return {
      ...storedFinding({
        inspection_id: id,
        tenant_id: 'mall',
        number,
        provision: `cn.p${random.below(150)}`,
        subject: `s${number}`,
        verdict: random.pick(['breach', 'breach', 'indication'] as const),
        operator_id: member ? null : `op${random.below(20_000)}`,
      }),
      scheme_id: member ? `top${random.chance(0.8) ? 0 : random.below(1_000)}` : null,
      stage: random.pick(['pre', 'in', 'after'] as const),
      severity: random.pick(['high', 'medium', 'low'] as const),
    };
  };
  const batch = 2_000;
  for (let from = 0; from < each; from += batch) {
    const rows = Array.from({ length: batch }, (_, i) => row(from + i + 1));
    await db.insertInto('finding').values(rows).execute();
  }
}
