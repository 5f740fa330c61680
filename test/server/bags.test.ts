import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server as HttpServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCertificates } from '../../src/evidence/timestamp/read-certificates.ts';
import { findingId } from '../../src/evidence/statement/finding-id.ts';
import { readKeys } from '../../src/evidence/verify/read-keys.ts';
import type { VerifierKey } from '../../src/evidence/note/verifier-key.ts';
import { verifyArchive } from '../../src/evidence/verify/verify-archive.ts';
import * as uploads from '../../src/server/contract/uploads.ts';
import type { Finding } from '../../src/model/provision.ts';
import { systemActor } from '../../src/store/store.ts';
import { storedFinding } from '../support/stored-finding.ts';
import { addPerson } from '../support/api-server.ts';
import { good, openOffice } from './matters/office.ts';
import type { Office } from './matters/office.ts';

let office: Office;
let keys: readonly VerifierKey[];
let older: Uint8Array;
let case_id: string;
let sha256: string;

const clue = { source: 'monitoring', facts: '虚假交易线索' };
const notice = {
  facts: '组织虚假交易',
  grounds: '违反反不正当竞争法',
  basis: ['反不正当竞争法第九条'],
  proposed: '罚款五千元',
  hearing_right: true,
};

beforeAll(async () => {
  office = await openOffice();
  const client = await office.as('li');
  keys = await keysOf(office);
  const shop = { face: 'subject' as const, tenant_id: 'shop' };
  case_id = await office.open('li', 'case', { title: '某店案', ...clue }, [shop]);
  older = await publicBytes(office, '/log/checkpoint');
  await office.both('li', 'zhang', case_id, 'open_case', { officers: ['li', 'hu'] });
  const content = Buffer.from('聊天记录\n');
  sha256 = createHash('sha256').update(content).digest('hex');
  const begun = await client(uploads.uploadsCreate, { body: { name: 'a.txt', size_bytes: 13 } });
  await client(uploads.uploadsAppend, {
    params: { upload_id: good(begun).id },
    headers: { 'upload-offset': 0 },
    body: new Uint8Array(content),
  });
  await office.take('li', case_id, 'finish_investigation', {
    data: { proposal: '处罚', file_digest: sha256 },
  });
  await office.take('zhao', case_id, 'review', { data: { opinion: '同意' } });
  await office.take('li', case_id, 'serve_notice', { data: notice });
});
afterAll(async () => await office.api.end());

const tenants: Readonly<Record<string, string>> = {
  wang: 'shop',
  sun: 'guild',
  rival: 'shop2',
  wu: 'amr2',
};

/** Asks for bytes, which the typed client does not give. */
async function ask(at: Office, user: string, matter_id: string, custody?: object) {
  const tenant = tenants[user] ?? 'amr';
  const { headers } = await addPerson(at.api, user, tenant, []);
  const body = custody && JSON.stringify({ custody });
  return await fetch(new URL(`/api/v1/matters/${matter_id}/bag`, at.api.url), {
    headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { method: 'POST', body }),
  });
}

async function bytesOf(response: Response): Promise<Buffer> {
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/zip']);
  return Buffer.from(await response.arrayBuffer());
}

async function bagOf(user: string, matter_id = case_id, at = office): Promise<Buffer> {
  return await bytesOf(await ask(at, user, matter_id));
}

async function publicBytes(at: Office, path: string): Promise<Buffer> {
  return Buffer.from(await (await fetch(new URL(path, at.api.url))).arrayBuffer());
}

async function keysOf(at: Office): Promise<readonly VerifierKey[]> {
  const read = readKeys((await publicBytes(at, '/log/key')).toString('utf8'));
  return typeof read === 'number' ? [] : read;
}

async function promisesOf(bag: Buffer, tsa = ''): Promise<Record<string, string>> {
  const against = { keys, older, authorities: readCertificates(tsa) ?? [] };
  const outcomes = await verifyArchive(new Blob([new Uint8Array(bag)]), undefined, against);
  return Object.fromEntries(
    outcomes.map(({ promise, state, why, count }) => [promise, `${state} ${why ?? count}`]),
  );
}

/** A file of an archive, which stores it as it is. */
function fileOf(bag: Buffer, path: string, matter_id = case_id): string {
  const name = `polyprism-${matter_id}/${path}`;
  for (let at = 0; bag.readUInt32LE(at) === 0x0403_4b50;) {
    const head = at + 30 + bag.readUInt16LE(at + 26);
    const end = head + bag.readUInt32LE(at + 18);
    if (bag.toString('utf8', at + 30, head) === name) return bag.toString('utf8', head, end);
    at = end;
  }
  throw new Error(`no ${path}`);
}

describe('the bag of a matter', () => {
  it('keeps every promise for its owner, and is the same bytes again', async () => {
    const bag = await bagOf('li');
    expect((await bagOf('li')).equals(bag)).toBe(true);
    expect(await promisesOf(bag)).toEqual({
      archive: 'kept 0',
      names: 'kept 16',
      form: 'kept 0',
      payload: 'kept 7',
      complete: 'kept 7',
      tags: 'kept 7',
      seal: 'kept 0',
      statements: 'kept 1',
      events: 'kept 6',
      findings: 'not_made 0',
      inputs: 'kept 1',
      log: 'kept 6',
      checkpoint: expect.stringMatching(/^kept \d+$/),
      older: expect.stringMatching(/^kept \d+$/),
      timestamp: 'not_made 0',
      custody: 'not_made 0',
    });
    expect(fileOf(bag, `data/files/${sha256}`)).toBe('聊天记录\n');
    expect(fileOf(bag, 'data/record.zh.txt')).toContain('内容：{"file_digest"');
  });

  it('has for others what they are shown and nothing else', async () => {
    const bag = await bagOf('wang');
    const lines = fileOf(bag, 'data/events.ndjson').trimEnd().split('\n');
    const events = lines.map((line) => JSON.parse(line) as Record<string, never>);
    expect(events.map((one) => [one['event']?.['type'], one['salt']])).toEqual([
      ['serve_notice', null],
    ]);
    expect(events[0]?.['event']?.['actor']).toMatchObject({ tenant_id: 'amr', user_id: null });
    expect(bag.includes(sha256)).toBe(false);
    expect(bag.includes('聊天记录')).toBe(false);
    expect(bag.includes('某店案')).toBe(false);
    expect(await promisesOf(bag)).toMatchObject({
      seal: 'kept 0',
      events: 'untold in_part',
      log: 'kept 1',
      inputs: 'not_made 0',
    });
    expect((await ask(office, 'rival', case_id)).status).toBe(404);
  });

  it('gives no file to one who only names its digest', async () => {
    // Of another tenant, whose matter names what it never sent.
    const id = await office.open('sun', 'notice', {
      title: '函告',
      facts: `文件 ${sha256}`,
      findings: [sha256],
    });
    const bag = await bagOf('sun', id);
    expect(bag.includes('聊天记录')).toBe(false);
    expect(await promisesOf(bag)).toMatchObject({ inputs: 'untold elsewhere' });
  });

  it('breaks its promises with any byte of an event, a file or a proof changed', async () => {
    const bag = await bagOf('li');
    for (const place of ['虚假交易线索', '聊天记录', '"proof":["', '"salt":"', '"entry":"']) {
      const spoilt = Buffer.from(bag);
      const at = spoilt.indexOf(place) + Buffer.byteLength(place) - 1;
      spoilt.writeUInt8(spoilt.readUInt8(at) ^ 1, at);
      expect(Object.values(await promisesOf(spoilt)).some((one) => one.startsWith('broken'))).toBe(
        true,
      );
    }
  });

  it('brings the findings it rests on, as statements, and their inspections', async () => {
    const raw = { name: 'members.csv', sha256: 'ab'.repeat(32) };
    const { detail, ...row } = storedFinding({
      inspection_id: 'ins1',
      tenant_id: 'amr',
      number: 1,
    });
    const found = JSON.parse(detail) as Finding;
    const finding = { ...found, id: findingId(found, [raw.sha256]) };
    const report = {
      schema: 'polyprism.report/1',
      as_of: '2026-01-31',
      findings: [finding],
      digests: { inputs: [raw], packs: [], waivers: null, engine: { name: 'x' } },
    };
    const folder = join(office.api.workspace, 'inspections', 'amr', 'ins1', 'out');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'report.json'), JSON.stringify(report));
    await office.api.store.as(systemActor, async ({ db }) => {
      await db
        .insertInto('inspection')
        .values({
          id: 'ins1',
          tenant_id: 'amr',
          platform_id: null,
          snapshot_id: 'cd'.repeat(32),
          as_of: '2026-01-31',
          report: 'ef'.repeat(32),
          summary: '{}',
          at: '2026-02-01T00:00:00.000Z',
        })
        .execute();
      await db
        .insertInto('finding')
        .values({ ...row, detail: JSON.stringify(finding) })
        .execute();
    });
    const id = await office.open('li', 'case', {
      title: '案',
      source: 'inspection',
      facts: `finding ${finding.id}`,
    });
    const bag = await bagOf('li', id);
    expect(await promisesOf(bag)).toMatchObject({
      statements: 'kept 2',
      findings: 'kept 1',
      inputs: 'not_made 0',
    });
    const line = JSON.parse(fileOf(bag, 'data/matter.json', id)) as {
      readonly envelope: { readonly payload: string };
    };
    const { predicate } = JSON.parse(Buffer.from(line.envelope.payload, 'base64').toString());
    expect(predicate.inspections).toEqual([
      {
        inspection_id: 'ins1',
        tenant_id: 'amr',
        as_of: '2026-01-31',
        snapshot_id: 'cd'.repeat(32),
        report: 'ef'.repeat(32),
      },
    ]);
    // Another office, which does not see the finding, has it by its digest at most.
    const foreign = await office.open('wu', 'case', {
      title: '案',
      source: 'inspection',
      facts: `finding ${finding.id}`,
    });
    const told = await promisesOf(await bagOf('wu', foreign));
    expect(told).toMatchObject({ findings: 'not_made 0', inputs: 'untold elsewhere' });
  });

  it('takes a record of custody that has no gaps, and refuses another', async () => {
    const item = custodyItem(sha256);
    const given = (one: object): object => ({
      schema: 'polyprism.custody/1',
      case: case_id,
      items: [one],
    });
    const bag = await bytesOf(await ask(office, 'li', case_id, given(item)));
    expect(await promisesOf(bag)).toMatchObject({ custody: 'untold not_usable' });
    const other = given({ ...item, sha256: 'b'.repeat(64) });
    const refused = await ask(office, 'li', case_id, other);
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({ code: 'bag.custody_gaps' });
  });
});

function custodyItem(digest: string) {
  return {
    id: 'E1',
    lawful_basis: '行政处罚法第四十一条',
    source: { kind: 'file', value: 'a.txt', version: null },
    method: '当事人提供',
    tool: { name: '无', version: '1' },
    enforcement: true,
    collectors: [
      { name: '李', number: 'A1' },
      { name: '胡', number: 'A2' },
    ],
    started_at: '2026-03-02T01:00:00Z',
    ended_at: '2026-03-02T02:00:00Z',
    time_source: 'ntp.ntsc.ac.cn',
    network: '办公网',
    ip: null,
    environment_check: '已核对',
    sha256: digest,
    sm3: null,
    bytes: 13,
    media_type: 'text/plain',
    storage_medium: '硬盘 7',
    previous_sha256: null,
    seal: null,
    confirmation: { absent_because: '拒绝签名' },
    witness: null,
    copies: [],
    accesses: [],
    reviews: [],
  };
}

/** An authority of time: openssl behind HTTP on the loopback. */
async function openAuthority(
  folder: string,
): Promise<{ url: string; ca: string; end: () => void }> {
  const at = (name: string): string => join(folder, name);
  const run = (...words: string[]): void =>
    void execFileSync('openssl', words, { cwd: folder, stdio: 'pipe' });
  writeFileSync(
    at('tsa.cnf'),
    `[tsa]\ndefault_tsa = t\n[t]\nserial = ${at('serial')}\ncrypto_device = builtin
signer_cert = ${at('tsa.pem')}\ncerts = ${at('ca.pem')}\nsigner_key = ${at('tsa.key')}
signer_digest = sha256\ndefault_policy = 1.2.3.4.1\ndigests = sha256\naccuracy = secs:1
ordering = yes\nclock_precision_digits = 0\ness_cert_id_alg = sha256
[ext]\nextendedKeyUsage = critical,timeStamping\n`,
  );
  writeFileSync(at('serial'), '01\n');
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  run('req', '-x509', ...curve, '-keyout', 'ca.key', '-out', 'ca.pem', '-subj', '/CN=CA');
  run('req', ...curve, '-keyout', 'tsa.key', '-out', 'tsa.csr', '-subj', '/O=Tests/CN=TSA');
  const signed = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-extfile', 'tsa.cnf', '-extensions', 'ext'];
  run('x509', '-req', '-in', 'tsa.csr', ...signed, '-out', 'tsa.pem');
  const server: HttpServer = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    writeFileSync(at('query'), Buffer.concat(parts));
    run('ts', '-reply', '-config', 'tsa.cnf', '-queryfile', 'query', '-out', 'answer');
    response.setHeader('content-type', 'application/timestamp-reply');
    response.end(readFileSync(at('answer')));
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/tsa`,
    ca: readFileSync(at('ca.pem'), 'utf8'),
    end: () => void server.close(),
  };
}

describe('timestamps of an authority', () => {
  it('are asked once for a state of the log, kept, and verified offline', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'polyprism-tsa-'));
    const authority = await openAuthority(folder);
    const stamped = await openOffice({
      timestamp_authority: authority.url,
      outbound: { ports: [443], internal: ['127.0.0.0/8'] },
    });
    try {
      const id = await stamped.open('li', 'case', { title: '案', ...clue });
      const bag = await bagOf('li', id, stamped);
      const authorities = readCertificates(authority.ca) ?? [];
      const against = { keys: await keysOf(stamped), older: null, authorities };
      const verified = async (bytes: Buffer) =>
        await verifyArchive(new Blob([new Uint8Array(bytes)]), undefined, against);
      const outcomes = await verified(bag);
      const said = outcomes.find(({ promise }) => promise === 'timestamp');
      expect(said).toMatchObject({ state: 'kept', named: [expect.any(String), 'O=Tests, CN=TSA'] });
      authority.end();
      expect((await bagOf('li', id, stamped)).equals(bag)).toBe(true);
      const kept = await stamped.api.store.as(systemActor, async ({ db }) =>
        db.selectFrom('checkpoint_timestamp').select(['authority']).execute(),
      );
      expect(kept).toEqual([{ authority: authority.url }]);
      // Of a new state nobody can be asked any more: the bag is made without.
      const other = await stamped.open('li', 'case', { title: '另案', ...clue });
      const later = await verified(await bagOf('li', other, stamped));
      expect(later.find(({ promise }) => promise === 'timestamp')).toMatchObject({ why: 'none' });
      expect(stamped.api.log()).toContain('timestamp failed');
    } finally {
      authority.end();
      await stamped.api.end();
      rmSync(folder, { recursive: true });
    }
  });
});
