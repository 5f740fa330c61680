import type { z } from '@hono/zod-openapi';
import { describeIssue } from '../../../model/issue.ts';
import { momentOf, saidAt } from '../../../model/moment.ts';
import type { Pack } from '../../../model/provision.ts';
import { editionOf } from '../../../model/used-edition.ts';
import type { UsedEdition } from '../../../model/used-edition.ts';
import { parsePlan } from '../../../plan/language/parse-plan.ts';
import type { PlanTest } from '../../../plan/lint/lint-plan.ts';
import type { PreChecked } from '../../../live/pre-check.ts';
import { prechecksCreate, prechecksPlan } from '../../contract/prechecks.ts';
import { checkPlan } from '../../live/check-plan.ts';
import { handle } from '../../server.ts';
import { signedIn } from '../../signed-in.ts';

/** From the gravest on. */
const verdicts = ['breach', 'indication', 'cannot_tell', 'no_breach'] as const;

const create = handle(prechecksCreate)(async (call) => {
  const { tenant_id } = signedIn(call).actor;
  const { table, record, name } = call.asked.body;
  const check = await call.server.prechecks.check(tenant_id);
  return { status: 200, body: shown(check(table, record, name)) };
});

function shown(one: PreChecked): z.input<(typeof prechecksCreate.answers)[200]> {
  const { table, id, as_of } = one;
  const standards = one.packs.flatMap(({ edition }) => edition ?? []);
  const said = new Set(one.verdicts.map(({ verdict }) => verdict));
  return {
    table,
    id,
    as_of,
    packs: one.packs.map(named),
    standards,
    verdict: verdicts.find((verdict) => said.has(verdict)) ?? 'no_breach',
    verdicts: one.verdicts.map(({ provision, verdict, needs, finding }) => ({
      provision,
      verdict,
      needs: [...needs],
      explanation: finding?.explanation ?? null,
      evidence: [...(finding?.evidence ?? [])],
      version_in_force: finding?.version_in_force ?? null,
      severity: finding?.severity ?? null,
      standard: editionOf(provision, standards) ?? null,
    })),
    beyond: [...one.beyond],
    classifications: one.classifications.map((row) => ({ ...row })),
    hits: [...one.hits],
    issues: one.issues.map((issue) => ({ code: issue.code, ...describeIssue(issue) })),
  };
}

const plan = handle(prechecksPlan)(async (call) => {
  const by = await call.server.prechecks.judgedBy(signedIn(call).actor.tenant_id);
  const parsed = parsePlan(call.asked.body.plan, 'plan.yaml');
  const wrong = parsed.diagnostics.map(({ code, params, place }) => ({
    code,
    ...describeIssue({ code, params }),
    line: place.line,
    column: place.column,
  }));
  const standards = by.packs.flatMap(({ edition }) => edition ?? []);
  const common = { as_of: by.as_of, packs: by.packs.map(named), standards, wrong };
  const nothing = { members: 0, events: 0, networks: 0 };
  if (parsed.plan === null) {
    return { status: 200, body: { plan: null, ...common, searched: nothing, tests: [] } };
  }
  const { tests, searched } = await checkPlan(parsed.plan, by);
  const body = {
    plan: parsed.plan.id,
    ...common,
    searched,
    tests: tests.map((one) => shownTest(one, standards)),
  };
  return { status: 200, body };
});

function named({ id, version, digest }: Pick<Pack, 'id' | 'version' | 'digest'>) {
  return { id, version, digest };
}

function shownTest(
  { provision, verdict, on_paper, example, needs }: PlanTest,
  standards: readonly UsedEdition[],
) {
  const finding = on_paper ?? example?.finding ?? null;
  return {
    provision: provision.id,
    title: provision.title,
    verdict,
    finds: finding && saidAt(momentOf(provision), finding.verdict),
    explanation: finding?.explanation ?? null,
    evidence: [...(finding?.evidence ?? [])],
    members: on_paper === null ? (example?.members ?? null) : null,
    needs: [...needs],
    standard: editionOf(provision.id, standards) ?? null,
  };
}

export const preCheckHandlings = [create, plan];
