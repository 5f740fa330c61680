import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleDump } from '../support/sample-input.ts';
import type { Report } from '../../src/model/report.ts';
import * as findings from '../../src/server/contract/findings.ts';
import * as inspections from '../../src/server/contract/inspections.ts';
import * as jobs from '../../src/server/contract/jobs.ts';
import * as uploads from '../../src/server/contract/uploads.ts';
import type { Client } from '../../src/server/client.ts';
import { addPerson, addTenant, apiServer } from '../support/api-server.ts';
import type { ApiServer } from '../support/api-server.ts';

let api: ApiServer;
let call: Client;
let foreign: Client;
let sample: Buffer;

beforeAll(async () => {
  api = await apiServer();
  await addTenant(api, 'ours', 'regulator');
  await addTenant(api, 'theirs', 'regulator');
  call = api.client((await addPerson(api, 'hand', 'ours', ['handler'])).headers);
  foreign = api.client((await addPerson(api, 'other', 'theirs', ['handler'])).headers);
  sample = await sampleDump();
});
afterAll(async () => await api.end());

async function begin(name: string, size_bytes: number): Promise<string> {
  const begun = await call(uploads.uploadsCreate, { body: { name, size_bytes } });
  if (!begun.ok) throw new Error(begun.problem.en);
  return begun.body.id;
}

async function append(upload_id: string, offset: number, body: Uint8Array<ArrayBuffer>) {
  const headers = { 'upload-offset': offset };
  return await call(uploads.uploadsAppend, { params: { upload_id }, headers, body });
}

function codeOf(answer: { ok: boolean; problem?: { code: string } }): string | undefined {
  return answer.problem?.code;
}

/** The events of a job until its end. */
async function follow(job_id: string, after: number): Promise<string[]> {
  const headers = { 'last-event-id': after };
  const answer = await call(jobs.jobsEvents, { params: { job_id }, headers });
  if (!answer.ok) throw new Error(answer.problem.en);
  const text = await answer.response.text();
  return text.split('\n\n').filter((event) => event.startsWith('id: '));
}

describe('an upload', () => {
  it('is resumed where it broke off, and has the digest of the whole', async () => {
    const bytes = Uint8Array.from({ length: 100_000 }, (_, i) => (i * 7) % 251);
    const upload_id = await begin('a.bin', bytes.length);
    expect((await append(upload_id, 0, bytes.slice(0, 40_000))).status).toBe(200);
    expect(codeOf(await append(upload_id, 0, bytes))).toBe('upload.wrong_offset');
    const there = await call(uploads.uploadsRead, { params: { upload_id } });
    expect(there.ok && [there.body.received_bytes, there.body.sha256]).toEqual([40_000, null]);
    const done = await append(upload_id, 40_000, bytes.slice(40_000));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(done.ok && [done.body.received_bytes, done.body.sha256]).toEqual([100_000, sha256]);
  });

  it('takes no byte more than was said', async () => {
    for (const [sent, code] of [
      [9, undefined],
      [10, undefined],
      [11, 'upload.too_long'],
    ] as const) {
      const upload_id = await begin('a.bin', 10);
      expect(codeOf(await append(upload_id, 0, new Uint8Array(sent)))).toBe(code);
    }
  });

  it('has a name, never a path', async () => {
    const create = uploads.uploadsCreate;
    for (const name of ['../a', 'a/b', 'a\\b', '.a', '', 'a\nb']) {
      expect(codeOf(await call(create, { body: { name, size_bytes: 1 } }))).toBe('http.invalid');
    }
  });
});

describe('an inspection', () => {
  it('runs as a job with progress, and its findings are the report’s', async () => {
    const upload_id = await begin('mall.sql', sample.length);
    const early = { title: '某商城', uploads: [upload_id] };
    expect(codeOf(await call(inspections.inspectionsCreate, { body: early }))).toBe(
      'upload.unfinished',
    );
    await append(upload_id, 0, Uint8Array.from(sample));
    expect(codeOf(await foreign(inspections.inspectionsCreate, { body: early }))).toBe(
      'http.not_found',
    );
    const made = await call(inspections.inspectionsCreate, { body: early });
    if (!made.ok) throw new Error(made.problem.en);
    const { id: inspection_id, job_id } = made.body;
    const events = await follow(job_id, 0);
    expect(events.length).toBeGreaterThan(3);
    expect(events.at(-1)).toContain('event: end');
    expect(events.at(-1)).toContain('"state":"done"');
    // Whoever comes back with the last event it had misses nothing and sees nothing twice.
    expect(await follow(job_id, 2)).toEqual(events.slice(2));

    const params = { inspection_id };
    const read = await call(inspections.inspectionsRead, { params });
    const found = read.ok ? (read.body.findings ?? 0) : 0;
    expect(found).toBeGreaterThan(0);
    const file = await call(inspections.inspectionsFile, {
      params: { inspection_id, file: 'report.json' },
    });
    expect(file.response.headers.get('content-disposition')).toContain('attachment');
    const report: { findings: unknown[] } = JSON.parse(await file.response.text());
    const pages: unknown[] = [];
    let cursor: string | undefined;
    do {
      const query = { limit: 7, ...(cursor !== undefined && { cursor }) };
      const page = await call(inspections.inspectionsFindings, { params, query });
      if (!page.ok) throw new Error(page.problem.en);
      pages.push(...page.body.items);
      cursor = page.body.next ?? undefined;
    } while (cursor !== undefined);
    expect(pages).toEqual(report.findings);
    expect(pages).toHaveLength(found);
    expect(codeOf(await foreign(inspections.inspectionsRead, { params }))).toBe('http.not_found');
    expect(codeOf(await call(jobs.jobsCancel, { params: { job_id } }))).toBe('job.over');
    await isKept(inspection_id, JSON.parse(JSON.stringify(report)));
  });

  /** The store has the report's findings and verdicts, each with what its provision says. */
  async function isKept(inspection_id: string, report: Report): Promise<void> {
    const query = { inspection_id, limit: 200 };
    const page = await call(findings.findingsList, { query });
    const rows = page.ok ? page.body.items : [];
    expect(rows.map(({ finding_id }) => finding_id)).toEqual(
      report.findings.slice(0, 200).map(({ id }) => id),
    );
    for (const [i, { id }] of rows.slice(0, 20).entries()) {
      const finding = report.findings[i];
      const one = await call(findings.findingsRead, { params: { finding_id: id } });
      if (!one.ok) throw new Error(one.problem.en);
      expect(one.body.evidence).toEqual(finding?.evidence);
      const provision = report.provisions.find((each) => each.id === finding?.provision);
      expect(one.body.law?.remedy).toEqual(provision?.remedy);
      expect(one.body.law?.exceptions).toEqual(provision?.exceptions);
      const strange = await foreign(findings.findingsRead, { params: { finding_id: id } });
      expect(codeOf(strange)).toBe('http.not_found');
    }
    const seen = await call(findings.inspectionsVerdicts, { params: { inspection_id } });
    if (!seen.ok) throw new Error(seen.problem.en);
    const { breach, no_breach, by_provision } = report.verdicts;
    // A judicial opinion draws lines; one that is reached breaks no duty.
    const isLine = ({ provision }: { readonly provision: string }): boolean =>
      report.provisions.some(
        ({ id, cites }) => id === provision && cites.some((one) => one.rank === 'judicial_opinion'),
      );
    const reached = by_provision.filter((one) => one.verdict === 'breach' && isLine(one));
    expect(seen.body.lines.map(({ provision }) => provision)).toEqual(
      reached.map(({ provision }) => provision).toSorted(),
    );
    expect([seen.body.breach, seen.body.no_breach]).toEqual([breach - reached.length, no_breach]);
    const open = by_provision.filter(
      (one) => one.verdict === 'cannot_tell' || one.needs.length > 0,
    );
    expect(open.length).toBeGreaterThan(report.verdicts.cannot_tell);
    expect(seen.body.cannot_tell.map(({ provision, needs }) => ({ provision, needs }))).toEqual(
      open
        .map(({ provision, needs }) => ({ provision, needs }))
        .toSorted((a, b) => (a.provision < b.provision ? -1 : 1)),
    );
  }

  it('that cannot be read fails with a code, is tried again, and is cancelled', async () => {
    const upload_id = await begin('a.sql', 3);
    await append(upload_id, 0, new Uint8Array([1, 2, 3]));
    const body = { title: 'a', uploads: [upload_id], packs: ['no-such-pack'] };
    const made = await call(inspections.inspectionsCreate, { body });
    if (!made.ok) throw new Error(made.problem.en);
    const params = { job_id: made.body.job_id };
    expect((await follow(params.job_id, 0)).at(-1)).toContain('"state":"failed"');
    const failed = await call(jobs.jobsRead, { params });
    expect(failed.ok && failed.body.code).toBe('cli.unknown_pack');
    const again = await call(jobs.jobsRetry, { params });
    expect(again.ok && again.body.state).toBe('waiting');
    const cancelled = await call(jobs.jobsCancel, { params });
    expect(cancelled.ok && cancelled.body.state).toBe('cancelled');
  });
});
