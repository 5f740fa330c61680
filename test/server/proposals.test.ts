import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { limits } from '../../src/model/limits.ts';
import { newPack } from '../../src/packs/skeleton/new-pack.ts';
import * as drafts from '../../src/server/contract/drafts.ts';
import * as editions from '../../src/server/contract/editions.ts';
import * as findings from '../../src/server/contract/findings.ts';
import * as proposals from '../../src/server/contract/proposals.ts';
import type { Asked } from '../../src/server/contract/route.ts';
import type { Client } from '../../src/server/client.ts';
import { systemActor } from '../../src/store/store.ts';
import { addPerson, addTenant, apiServer } from '../support/api-server.ts';
import type { ApiServer } from '../support/api-server.ts';
import { inspectedUpload, orderedOf, uploadedText } from '../support/inspected-upload.ts';

const day_s = 86_400;
const program = new URL('../../src/cli/main.ts', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'polyprism-proposal-'));
let api: ApiServer;
let author: Client;
let approver: Client;
let platform: Client;
let stranger: Client;
let nobody: Client;

beforeAll(async () => {
  api = await apiServer();
  await addTenant(api, 'union', 'association');
  await addTenant(api, 'others', 'association');
  await addTenant(api, 'mall', 'platform');
  await signIn();
  nobody = api.client();
});
afterAll(async () => {
  await api.end();
  rmSync(folder, { recursive: true });
});

/** Sessions end long before a time for comment does. */
async function signIn(): Promise<void> {
  const as = async (user: string, tenant: string) =>
    api.client((await addPerson(api, user, tenant, ['handler', 'approver'])).headers);
  author = await as('author', 'union');
  approver = await as('second', 'union');
  stranger = await as('stranger', 'others');
  platform = await as('wu', 'mall');
}

type Answered<T> = { ok: true; body: T } | { ok: false; problem: { code: string } };

function good<T>(answer: Answered<T>): T {
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.body;
}
const codeOf = (answer: Answered<unknown>): string | null =>
  answer.ok ? null : answer.problem.code;

/** The skeleton of a pack, in the name of a publisher, with one text put for another. */
function filesOf(publisher: string, from = '', to = '', id = 'ours') {
  return [...newPack({ id, publisher })].map(([name, text]) => ({
    name,
    text: from === '' ? text : text.replaceAll(from, to),
  }));
}

async function drafted(files: ReturnType<typeof filesOf>, by = author): Promise<string> {
  return good(await by(drafts.draftsCreate, { body: { title: '规范', files } })).draft_id;
}
const reason = '理由';
const propose = async (draft_id: string, revision = 1, by = author) =>
  await by(proposals.proposalsCreate, { params: { draft_id }, body: { revision, reason } });

type Body = Asked<typeof proposals.proposalsStep>['body'];
const step = async (
  by: Client,
  proposal_id: string,
  expected: number,
  taken: Body['step'],
  why: string | null = reason,
) =>
  await by(proposals.proposalsStep, {
    params: { proposal_id },
    body: { expected, reason: why, step: taken },
  });
const opine = async (by: Client, proposal_id: string, text: string, file: string | null = null) =>
  await by(editions.publicOpine, { params: { proposal_id }, body: { text, file } });

const renamed = filesOf('机构 union').map(({ name, text }) => ({
  name,
  text: name === 'pack.yaml' ? text.replace('"ours"', '"theirs"') : text,
}));

describe('what may be proposed', () => {
  it.each([
    ['proposal.unsound', filesOf('机构 union', 'status: experimental', 'status: good')],
    ['proposal.tests_fail', filesOf('机构 union', '> $days_max', '>= $days_max')],
    ['proposal.publisher_differs', filesOf('机构 others')],
    ['proposal.rank_too_high', filesOf('机构 union', 'rank: standard', 'rank: law')],
    // Comes with the software.
    ['proposal.id_taken', filesOf('机构 union', '', '', 'cn')],
    // Another pack, a, could have provisions that begin like it.
    ['proposal.id_taken', filesOf('机构 union', '', '', 'a.b')],
    ['proposal.foreign_id', renamed],
  ] as const)('is refused otherwise: %s', async (code, files) => {
    expect(codeOf(await propose(await drafted([...files])))).toBe(code);
  });

  it('is nobody else’s draft, and no draft twice at once', async () => {
    const draft_id = await drafted(filesOf('机构 union', '', '', 'twice'));
    expect(codeOf(await propose(draft_id, 1, stranger))).toBe('http.not_found');
    good(await propose(draft_id));
    expect(codeOf(await propose(draft_id))).toBe('proposal.draft_busy');
  });
});

describe('a standard', () => {
  const params = (proposal_id: string) => ({ proposal_id });
  const file = 'provisions/ours.refund-in-time.md';
  const version = (to: string) => filesOf('机构 union', 'version: 0.1.0', `version: ${to}`);
  const publish = async (by: Client, proposal_id: string, expected: number) =>
    await by(proposals.proposalsPublish, { params: params(proposal_id), body: { expected } });
  const download = async (edition_id: string, name: 'pack.tgz' | 'pack.tgz.sig' | 'trust.yaml') => {
    const answer = await nobody(editions.publicEditionFile, { params: { edition_id, file: name } });
    return Buffer.from(await answer.response.arrayBuffer());
  };
  let first = '';
  let second = '';

  it('is out for comment of everybody, answered one by one, and reviewed by another', async () => {
    const draft_id = await drafted(version('1.0.0'));
    const { id, number } = good(await propose(draft_id));
    // Not out yet: nobody reads it, nobody speaks of it.
    const see = async (by: Client) => await by(editions.publicProposalRead, { params: params(id) });
    expect([codeOf(await see(nobody)), codeOf(await opine(nobody, id, 'a'))]).toEqual([
      'http.not_found',
      'http.not_found',
    ]);
    // Today is 2 March; the last day 1 April.
    const open = { type: 'open', until: '2026-04-01' } as const;
    expect(codeOf(await step(stranger, id, number, open))).toBe('http.not_found');
    good(await step(author, id, number, open));
    expect(codeOf(await step(author, id, number, open))).toBe('proposal.not_now');
    expect(good(await see(nobody))).toMatchObject({
      proposal: { status: 'out_for_comment', opinions: { all: 0 } },
      before: null,
    });

    const said = [
      good(await opine(nobody, id, '七日太长', file)),
      good(await opine(platform, id, '建议保留')),
      good(await opine(stranger, id, '电话 13800000000')),
    ];
    expect(codeOf(await opine(nobody, id, 'a', 'no.md'))).toBe('proposal.provision_unknown');
    const read = async (by: Client) =>
      good(await by(proposals.proposalsOpinions, { params: params(id), query: {} })).items;
    const all = await read(author);
    expect(all.map(({ text }) => text).toSorted()).toEqual(
      ['七日太长', '建议保留', '电话 13800000000'].toSorted(),
    );
    expect(all.find(({ text }) => text === '建议保留')?.from).toEqual({
      name: null,
      tenant: '机构 mall',
      party: 'platform',
    });
    const table = async () =>
      good(await nobody(editions.publicOpinions, { params: params(id), query: {} })).items;
    // Unread, nobody's words stand on a public page.
    expect(await table()).toEqual([]);

    api.wait(31 * day_s);
    await signIn();
    // 2 April: it is over.
    expect(codeOf(await opine(nobody, id, 'a'))).toBe('proposal.comment_closed');
    expect(codeOf(await step(author, id, 2, { type: 'submit' }))).toBe('proposal.unanswered');
    const outcomes = ['accepted', 'not_accepted', 'in_part'] as const;
    for (const [i, { id: opinion_id }] of said.entries()) {
      const outcome = outcomes[i] ?? 'accepted';
      // The third one holds a telephone number: it is answered and not shown.
      const answer = { type: 'answer', opinion_id, outcome, shown: i < 2 } as const;
      expect(codeOf(await step(author, id, 2 + i, answer, null))).toBe('proposal.no_reason');
      good(await step(author, id, 2 + i, answer));
    }
    const shown = await table();
    expect(shown.map(({ text, answer }) => [text, answer?.outcome]).toSorted()).toEqual(
      [
        ['七日太长', 'accepted'],
        ['建议保留', 'not_accepted'],
        [null, 'in_part'],
      ].toSorted(),
    );
    expect(shown.map(({ digest }) => digest).toSorted()).toEqual(
      said.map(({ digest }) => digest).toSorted(),
    );

    // What was accepted is written: six days.
    const files = version('1.0.0').map(({ name, text }) => ({
      name,
      text: text
        .replace('value: 7', 'value: 6')
        .replace("'2026-05-08T16:00:00Z'", "'2026-05-07T16:00:00Z'")
        .replace("'2026-05-08T15:59:59Z'", "'2026-05-07T15:59:59Z'")
        .replace('days: 8', 'days: 7'),
    }));
    good(await author(drafts.draftsRevise, { params: { draft_id }, body: { expected: 1, files } }));
    good(await step(author, id, 5, { type: 'revise', revision: 2 }));
    good(await step(author, id, 6, { type: 'submit' }, null));
    const approve = { type: 'approve' } as const;
    expect(codeOf(await step(author, id, 7, approve))).toBe('proposal.same_person');
    good(await step(approver, id, 7, { type: 'send_back' }, '请补充说明'));
    expect(codeOf(await publish(approver, id, 8))).toBe('proposal.not_now');
    good(await step(author, id, 8, { type: 'submit' }));
    good(await step(approver, id, 9, approve, null));
    const edition = good(await publish(approver, id, 10));
    expect(edition).toMatchObject({
      standard: 'ours',
      version: '1.0.0',
      published_on: '2026-04-02',
      publisher: { name: '机构 union' },
      withdrawn: null,
    });
    expect(codeOf(await publish(approver, id, 11))).toBe('proposal.not_now');
    const steps = good(await see(nobody)).steps.map(({ type }) => type);
    expect(steps.slice(-6)).toEqual([
      'revise',
      'submit',
      'send_back',
      'submit',
      'approve',
      'publish',
    ]);
    first = edition.id;
  });

  it('is a pack that the program verifies, lints and refuses once a byte differs', async () => {
    const pack = await download(first, 'pack.tgz');
    const at = join(folder, 'ours-1.0.0.tgz');
    writeFileSync(at, pack);
    writeFileSync(`${at}.sig`, await download(first, 'pack.tgz.sig'));
    const trust = join(folder, 'trust.yaml');
    writeFileSync(trust, await download(first, 'trust.yaml'));
    const run = (...args: readonly string[]) =>
      JSON.parse(
        execFileSync(process.execPath, [program, ...args, '--json'], { stdio: 'pipe' }).toString(),
      );
    const verified = run('pack', 'verify', at, '--trust', trust);
    expect(verified).toMatchObject({ pack: 'ours', publisher: '机构 union', verified: true });
    const unpacked = join(folder, 'ours');
    mkdirSync(unpacked);
    execFileSync('tar', ['-xzf', at, '-C', unpacked]);
    for (const made of ['manifest.json', 'predicates.json']) rmSync(join(unpacked, made));
    expect(run('pack', 'lint', unpacked)).toMatchObject({ digest: verified.digest });
    const changed = Buffer.from(pack);
    const middle = changed.length >> 1;
    changed.writeUInt8(changed.readUInt8(middle) ^ 1, middle);
    writeFileSync(at, changed);
    expect(() => run('pack', 'verify', at, '--trust', trust)).toThrow();
  });

  it('stands in the log with all that led to it', async () => {
    await api.store.logSettled();
    const rows = await api.store.as(systemActor, async ({ db }) =>
      db
        .selectFrom('log_leaf')
        .select(['source', 'entry'])
        .where('source', 'like', 'edition/%')
        .execute(),
    );
    const digest = createHash('sha256')
      .update(await download(first, 'pack.tgz'))
      .digest('hex');
    expect(rows.map(({ source, entry }) => [source, Buffer.from(entry).toString('hex')])).toEqual([
      [`edition/${first}`, digest],
    ]);
    const count = async (like: string) =>
      (
        await api.store.as(systemActor, async ({ db }) =>
          db.selectFrom('log_leaf').select('source').where('source', 'like', like).execute(),
        )
      ).length;
    // One step of the draft proposed twice above, eleven of this one; three opinions.
    expect([await count('proposal/%'), await count('opinion/%')]).toEqual([12, 3]);
  });

  it('is changed by nobody, not even by the program', async () => {
    for (const table of ['edition', 'proposal_event', 'opinion'] as const) {
      const change = api.store.as(systemActor, async ({ db }) => db.deleteFrom(table).execute());
      await expect(change).rejects.toThrow();
    }
  });

  const key = async (): Promise<string> =>
    good(await platform(editions.publishersList, {})).items[0]?.public_key ?? '';
  const decide = async (trusted: boolean, public_key: string) =>
    await platform(editions.publishersDecide, {
      params: { publisher_id: 'union' },
      body: { trusted, public_key, reason },
    });

  it('judges others once they trust who signed it, and no longer when they end that', async () => {
    // Received on 1 May (Shanghai); back after seven days, and after six.
    const csv = [
      'after_sale_id,received_back_at,refunded_at,refunded_minor',
      'late,2026-05-01T02:00:00Z,2026-05-08T02:00:00Z,100',
      'fine,2026-05-01T02:00:00Z,2026-05-07T02:00:00Z,100',
    ].join('\n');
    const upload_id = await uploadedText(platform, 'after_sale.csv', `${csv}\n`);
    const used = async () => codeOf(await orderedOf(platform, upload_id, [first]));
    expect(await used()).toBe('standards.not_trusted');
    const other = `${'A'.repeat(59)}=`;
    expect(codeOf(await decide(true, other))).toBe('standards.key_differs');
    expect(good(await decide(true, await key())).decision).toMatchObject({ trusted: true });
    const { id: inspection_id, standards } = await inspectedUpload(platform, upload_id);
    const standard = { standard: 'ours', version: '1.0.0', publisher: '机构 union' };
    expect(standards).toMatchObject([{ edition_id: first, ...standard }]);
    const query = { inspection_id, provision: 'ours.refund-in-time' };
    const found = good(await platform(findings.findingsList, { query })).items;
    expect(found.map(({ subject }) => subject.id)).toEqual(['late']);
    const one = await platform(findings.findingsRead, {
      params: { finding_id: found[0]?.id ?? '' },
    });
    expect(good(one).standard).toMatchObject(standard);
    // As matters name it.
    const finding_id = `${inspection_id}_${found[0]?.finding_id ?? ''}`;
    expect(good(await platform(findings.findingsRead, { params: { finding_id } }))).toEqual(
      good(one),
    );
    const unknown = { finding_id: `${inspection_id}_${'0'.repeat(64)}` };
    expect(codeOf(await platform(findings.findingsRead, { params: unknown }))).toBe(
      'http.not_found',
    );
    const verdicts = good(
      await platform(findings.inspectionsVerdicts, { params: { inspection_id } }),
    );
    expect(verdicts.breaches.find(({ standard: of }) => of !== null)).toMatchObject({
      provision: 'ours.refund-in-time',
      standard,
    });
    good(await decide(false, await key()));
    expect(await used()).toBe('standards.not_trusted');
  });

  it('takes opinions up to its limits', async () => {
    const chars = limits.opinion_chars_max;
    const taken = [chars - 1, chars, chars + 1].map(
      (length) => editions.publicOpine.body.safeParse({ text: 'a'.repeat(length) }).success,
    );
    expect(taken).toEqual([true, true, false]);
    const { id } = good(await propose(await drafted(filesOf('机构 union', '', '', 'full'))));
    good(await step(author, id, 1, { type: 'open', until: '2026-06-01' }));
    const most = limits.opinions_max;
    await api.store.as(systemActor, async ({ db }) =>
      sql`INSERT INTO opinion SELECT 'o-' || n, ${id}, 'union', '{}', encode(sha256('{}'), 'hex')
        FROM generate_series(1, ${most - 2}::int) n`.execute(db),
    );
    const codes = [];
    for (let i = 0; i < 3; i += 1) codes.push(codeOf(await opine(nobody, id, 'a')));
    expect(codes).toEqual([null, null, 'proposal.opinions_full']);
  });

  it('is replaced by a later version and withdrawn by a tombstone, never gone', async () => {
    const low = await drafted(version('0.9.0'));
    expect(codeOf(await propose(low))).toBe('proposal.version_taken');
    const foreign = await drafted(filesOf('机构 others'), stranger);
    expect(codeOf(await propose(foreign, 1, stranger))).toBe('proposal.id_taken');
    const { id } = good(await propose(await drafted(version('1.1.0'))));
    expect(codeOf(await step(author, id, 1, { type: 'submit' }, null))).toBe('proposal.no_comment');
    good(await step(author, id, 1, { type: 'submit' }));
    good(await step(approver, id, 2, { type: 'approve' }));
    api.wait(1);
    second = good(await publish(approver, id, 3)).id;
    const list = async () => good(await nobody(editions.publicEditions, { query: {} })).items;
    expect((await list()).map((one) => [one.version, one.replaced_by])).toEqual([
      ['1.1.0', null],
      ['1.0.0', '1.1.0'],
    ]);
    const read = await nobody(editions.publicProposalRead, { params: params(id) });
    expect(good(read).before).toMatchObject({ version: '1.0.0', edition_id: first });
    good(await decide(true, await key()));
    good(await step(author, id, 4, { type: 'ask_withdrawal' }));
    expect(codeOf(await step(author, id, 5, { type: 'withdraw' }))).toBe('proposal.same_person');
    good(await step(approver, id, 5, { type: 'withdraw' }, '与新规定不一致'));
    expect((await list())[0]).toMatchObject({
      id: second,
      withdrawn: { on: '2026-04-02', reason: '与新规定不一致' },
    });
    expect((await download(second, 'pack.tgz')).length).toBeGreaterThan(0);
    // Neither the one withdrawn nor the one it had replaced judges anybody.
    for (const edition of [first, second]) {
      const refused = await orderedOf(platform, 'none', [edition]);
      expect(codeOf(refused)).toBe('standards.not_trusted');
    }
  });
});
