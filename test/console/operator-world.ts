import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JsonObject } from '../../src/model/json.ts';
import type { MatterKind } from '../../src/model/matter.ts';
import { mattersOpen, mattersRead, mattersStep } from '../../src/server/contract/matters.ts';
import { keepInspection } from '../../src/server/findings/keep-inspection.ts';
import type { Kept } from '../../src/server/findings/kept.ts';
import {
  beginInspection,
  folderOf,
  setJob,
} from '../../src/server/inspections/inspection-folder.ts';
import { systemActor } from '../../src/store/store.ts';
import { clean } from '../guidance/facts.ts';
import type { Person } from '../support/api-server.ts';
import { storedFinding } from '../support/stored-finding.ts';
import { tenantOf } from './console-server.ts';
import type { ConsoleServer } from './console-server.ts';

/** The operator's account on the platform. */
export const account = 'shop-7';
const as_of = '2026-02-28';
const inspection_id = 'seen';

const law = {
  title: { zh: '展示销量含人工添加的数量', en: 'Shown sales include units added by hand' },
  cites: [{ law: { zh: '某法', en: 'An Act' }, article: 'art. 9' }],
  law: { zh: '不得虚假宣传销售状况。', en: 'Sales may not be promoted falsely.' },
  reading: { zh: '人工添加的销量大于零即列出。', en: 'Listed where units were added by hand.' },
  remedy: { zh: '按实际销量展示。', en: 'Show what was really sold.' },
  exceptions: [{ zh: '线下真实销量除外。', en: 'Not real sales elsewhere.' }],
  false_positives: [],
};

/** An inspection with one breach of the account and a sheet: ten provisions are open. */
async function inspected({ api }: ConsoleServer): Promise<void> {
  const tenant_id = tenantOf.platform;
  const place = { workspace: api.workspace, tenant_id };
  await beginInspection(place, {
    id: inspection_id,
    title: inspection_id,
    inputs: [],
    packs: ['cn'],
    as_of,
    created_at: api.now().toISOString(),
    created_by: 'a',
    platform_id: null,
    connector_id: null,
    time_zone: null,
    currency: null,
  });
  await setJob(place, inspection_id, 'none');
  const what = { inspection_id, tenant_id, number: 1, operator_id: account };
  const { detail } = storedFinding({ ...what, provision: 'cn.sales', subject: account });
  const explanation = {
    zh: '展示销量 512 件，其中人工添加 500 件 <script>alert(1)</script>。',
    en: 'Of 512 units shown, 500 were added by hand <script>alert(1)</script>.',
  };
  const finding = { ...JSON.parse(detail), explanation, evidence: [{ sales_added: 500 }] };
  const sales: Kept['provisions'][number] = {
    provision: 'cn.sales',
    verdict: 'breach',
    stage: 'in',
    findings: 1,
    undecided: 0,
    needs: [],
    law,
  };
  const rest: Kept = {
    as_of,
    snapshot_id: 's',
    report: 'r',
    operators: [account],
    provisions: [sales],
  };
  // 10 of 4 points each, at most 32: 68 of 100 are left, which is class C.
  const breach = Array.from({ length: 10 }, (_, i) => `cn.p${i}`);
  const facts = [{ ...clean, operator_id: account, as_of, open: { breach } }];
  const folder = folderOf(place, inspection_id);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'kept.json'), JSON.stringify(rest));
  await writeFile(join(folder, 'findings.ndjson'), `${JSON.stringify(finding)}\n`);
  await writeFile(join(folder, 'guidance.json'), JSON.stringify({ facts, indicators: [] }));
  await keepInspection(api.store, place, inspection_id, api.now());
}

export interface Office {
  readonly handler: Person;
  readonly approver: Person;
}

/** Opens a matter about the operator and takes its weighing step by two persons. */
async function against(
  { api }: ConsoleServer,
  { handler, approver }: Office,
  kind: MatterKind,
  opening: JsonObject,
  step: string,
  data: JsonObject,
): Promise<string> {
  const parties = [{ face: 'subject' as const, tenant_id: tenantOf.operator }];
  const body = { kind, parties, data: opening };
  const made = await api.client(handler.headers)(mattersOpen, { headers: {}, body });
  if (!made.ok) throw new Error(made.problem.en);
  const params = { matter_id: made.body.matter_id };
  const take = async (by: Person, type: string, said: JsonObject): Promise<number> => {
    const call = api.client(by.headers);
    const now = await call(mattersRead, { params });
    if (!now.ok) throw new Error(now.problem.en);
    const asked = { type, data: said, reason: '依法', expected: now.body.number };
    const taken = await call(mattersStep, { params, headers: {}, body: asked });
    if (!taken.ok) throw new Error(`${type}: ${taken.problem.en}`);
    return taken.body.number;
  };
  const proposal = await take(handler, 'propose', { step, data });
  await take(approver, 'approve', { proposal });
  return made.body.matter_id;
}

/** What the platform and the regulator have against the operator; the id of the order. */
export async function operatorWorld(server: ConsoleServer): Promise<string> {
  const office = async (party: 'platform' | 'regulator'): Promise<Office> => ({
    handler: await server.person(party, ['handler']),
    approver: await server.person(party, ['approver']),
  });
  await inspected(server);
  await server.api.store.as(systemActor, async ({ db }) => {
    const sides = { tenant_id: tenantOf.operator, platform_id: tenantOf.platform };
    const claim = { ...sides, account, since: '2026-01-01', status: 'confirmed' as const };
    await db.insertInto('operator_claim').values(claim).execute();
  });
  const measure = {
    measure: 'remove_listing',
    facts: '页面用语',
    grounds: '普通商品使用医疗用语',
    basis: ['平台规则第九条'],
    appeal_path: '十五日内申诉',
    shop: account,
    found_by_machine: true,
  };
  const opened = { title: '内部标题', facts: '页面用语' };
  await against(server, await office('platform'), 'measure', opened, 'decide', measure);
  const order = { title: '按实际销量展示', inspection_id, findings: ['1'.padStart(64, 'f')] };
  const issue = { requirement: '删除人工添加的销量', basis: ['某法第九条'], due_on: '2026-03-20' };
  return await against(server, await office('regulator'), 'order', order, 'issue', issue);
}
