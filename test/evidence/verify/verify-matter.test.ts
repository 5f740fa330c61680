import { describe, expect, it } from 'vitest';
import { digested } from '../../../src/evidence/bag/bag-file.ts';
import { matterPayload } from '../../../src/evidence/bag/matter-payload.ts';
import type { BaggedEvent } from '../../../src/evidence/bag/matter-payload.ts';
import { tagFiles } from '../../../src/evidence/bag/tag-files.ts';
import { hexOf, utf8Bytes } from '../../../src/evidence/bytes.ts';
import { canonicalJson } from '../../../src/evidence/canonical-json.ts';
import { sha256 } from '../../../src/evidence/digest.ts';
import { inclusionProof } from '../../../src/evidence/log/inclusion-proof.ts';
import { checkpointText } from '../../../src/evidence/note/checkpoint.ts';
import { noteText, signNote } from '../../../src/evidence/note/signed-note.ts';
import { verifierKey } from '../../../src/evidence/note/verifier-key.ts';
import { findingId } from '../../../src/evidence/statement/finding-id.ts';
import { findingStatement } from '../../../src/evidence/statement/inspection-statements.ts';
import { logEntry } from '../../../src/evidence/statement/log-entry.ts';
import type { BagSource } from '../../../src/evidence/verify/bag-source.ts';
import { readMatter } from '../../../src/evidence/verify/read-matter.ts';
import { verifyBag } from '../../../src/evidence/verify/verify-bag.ts';
import { limits } from '../../../src/model/limits.ts';
import type { Finding } from '../../../src/model/provision.ts';
import type { Report } from '../../../src/model/report.ts';
import { grownLog } from '../log/grown-log.ts';
import { privateKey } from '../keys.ts';
import { nothing, relisted, smallBag, sourceOf } from '../small-bag.ts';

const key = privateKey(7);
const origin = 'log.example/1';
const keys = [verifierKey(origin, 1, key.public_key)];
const file = utf8Bytes('聊天记录\n');

const facts = {
  provision: 'cn.test.one',
  provision_sha256: '0a'.repeat(32),
  version_in_force: '2005-11-01',
  subject: { table: 'member', id: '1' },
  act_on: '2024-05-01',
  parameters: {},
  evidence: [{ levels: 4 }],
} as const;
const raw = { name: 'members.csv', sha256: sha256('raw') };
const finding = { ...facts, id: findingId(facts, [raw.sha256]) } as unknown as Finding;
const engine = { name: 'DuckDB', version: '1', polyprism: '0.1.0' };
const report = {
  as_of: '2024-06-30',
  digests: { inputs: [raw], packs: [], engine },
} as unknown as Report;

type Files = Map<string, Uint8Array>;

/** The bag of a matter of so many events; those whose number is in `parts` are shown in part. */
function matterBag(count: number, parts: readonly number[] = []): Files {
  const salt = new Uint8Array(32).fill(3);
  const events = Array.from({ length: count }, (_, at) => {
    return { matter_id: 'm1', number: at + 1, type: 'step', reason: `因 ${at}` };
  });
  const entries = events.map((event) => logEntry(utf8Bytes(canonicalJson(event)), salt));
  const { roots, read } = grownLog([...entries, utf8Bytes('another')]);
  const size = count + 1;
  const text = checkpointText({ origin, size, root: roots[size]! });
  const bagged = events.map((event, index): BaggedEvent => {
    const part = parts.includes(event.number);
    return {
      event: part ? { ...event, reason: null } : event,
      entry: entries[index]!,
      salt: part ? null : salt,
      index,
      proof: inclusionProof(index, size, read),
    };
  });
  const contents = matterPayload({
    predicate: {
      matter_id: 'm1',
      kind: 'case',
      title: '案',
      status: null,
      shown_to: { party: 'regulator', tenant_id: 'amr' },
      faces: ['owner'],
      entries: entries.map(hexOf),
      findings: [finding.id],
      inspections: [],
    },
    events: bagged,
    findings: [findingStatement(report, finding)],
    files: [{ sha256: sha256(file) }],
    records: [{ path: 'data/record.en.txt', content: utf8Bytes('in words\n') }],
    custody: null,
    log: {
      checkpoint: utf8Bytes(noteText(signNote(text, origin, key))),
      timestamp: null,
      earlier: [],
    },
    key,
  });
  contents.push({ path: `data/files/${sha256(file)}`, content: file });
  const info = { bagged_on: '2024-07-04', software: 'polyprism 0.1.0', case_id: 'm1' };
  const tags = tagFiles(contents.map(digested), info, { en: 'Read.\n', zh: '说明。\n' }, key);
  return new Map([...contents, ...tags].map(({ path, content }) => [path, content]));
}

async function told(files: Files): Promise<Record<string, string>> {
  const outcomes = await verifyBag(sourceOf(files), { ...nothing, keys });
  return Object.fromEntries(
    outcomes.map(({ promise, state, why, named }) => [
      promise,
      [state, why ?? '', state === 'kept' ? '' : named.join()].join(' ').trim(),
    ]),
  );
}

/** Changes a file and lists all again, as one without the key would. */
function forged(files: Files, path: string, edit: (text: string) => string): Files {
  const before = Buffer.from(files.get(path) ?? []).toString('utf8');
  const after = edit(before);
  expect(after).not.toBe(before);
  return relisted(new Map(files).set(path, utf8Bytes(after)));
}

const bag = matterBag(3);

describe('the bag of a matter', () => {
  it('keeps its promises to one who has the key', async () => {
    expect(await told(bag)).toEqual({
      names: 'kept',
      form: 'kept',
      payload: 'kept',
      complete: 'kept',
      tags: 'kept',
      seal: 'kept',
      statements: 'kept',
      events: 'kept',
      findings: 'kept',
      inputs: 'kept',
      log: 'kept',
      checkpoint: 'kept',
      timestamp: 'not_made',
      custody: 'not_made',
    });
  });

  it('does not tell of a part what the log does not prove', async () => {
    const partly = await told(matterBag(3, [2]));
    expect(partly).toMatchObject({ events: 'untold in_part 2', log: 'kept', seal: 'kept' });
  });

  it('breaks them when somebody without the key has made it again', async () => {
    const lines = 'data/events.ndjson';
    const reworded = await told(forged(bag, lines, (text) => text.replace('因 1', '因 9')));
    expect(reworded).toMatchObject({ seal: 'broken unsigned', events: 'broken bad_entry 2' });
    const fewer = await told(forged(bag, lines, (text) => text.slice(text.indexOf('\n') + 1)));
    expect(fewer['events']).toBe('broken disagrees_matter data/events.ndjson');
    const elsewhere = await told(
      forged(bag, lines, (text) => text.replace('"index":0', '"index":1')),
    );
    expect(elsewhere['log']).toBe('broken not_included 1');
    // Where a part is shown nobody but the seal says that it is of the event.
    const part = forged(matterBag(3, [2]), lines, (text) =>
      text.replace('"number":2', '"number":9'),
    );
    expect((await told(part))['events']).toBe('broken disagrees_matter 3');
    const other = await told(
      forged(bag, 'data/matter.json', (text) => text.replace('"sig":"', '"sig":"A')),
    );
    expect(other['statements']).toBe('broken other_signer data/matter.json');
    const none = forged(bag, 'data/findings.ndjson', () => '');
    expect((await told(none))['findings']).toBe('broken disagrees_matter data/findings.ndjson');
  });

  it('tells files that are not there, that nobody named, or that are others', async () => {
    const path = `data/files/${sha256(file)}`;
    const without = new Map(bag);
    without.delete(path);
    expect((await told(relisted(without)))['inputs']).toBe(`untold elsewhere ${path.slice(11)}`);
    const spoilt = relisted(new Map(bag).set(path, utf8Bytes('other')));
    expect((await told(spoilt))['inputs']).toBe(`broken changed ${path}`);
    const name = `data/files/${sha256('x')}`;
    const more = relisted(new Map(bag).set(name, utf8Bytes('x')));
    expect((await told(more))['inputs']).toBe(`broken disagrees_matter ${name}`);
  });

  it('has at most so many events', () => {
    const most = limits.bag_events_max;
    const text = Buffer.from(bag.get('data/events.ndjson') ?? []).toString('utf8');
    const line = text.slice(0, text.indexOf('\n') + 1);
    const read = (count: number) =>
      readMatter({
        files: new Map(),
        contents: new Map(bag).set('data/events.ndjson', utf8Bytes(line.repeat(count))),
      });
    for (const count of [most - 1, most])
      expect(read(count)).toHaveProperty('events.length', count);
    expect(read(most + 1)).toEqual({ flaw: 'data/events.ndjson' });
  });
});

describe('texts of a bag', () => {
  it('are held up to a limit of bytes', async () => {
    const most = limits.bag_text_bytes_max;
    // What a folder would say of a large file, without there being one.
    const claiming = (bytes: number): BagSource => {
      const { entries, read } = sourceOf(smallBag());
      const large = (path: string): boolean => path === 'data/findings.ndjson';
      return {
        entries: entries.map((one) => (large(one.path) ? { ...one, bytes } : one)),
        read,
      };
    };
    for (const bytes of [most - 1, most]) {
      const outcomes = await verifyBag(claiming(bytes), nothing);
      expect(outcomes.find(({ promise }) => promise === 'form')?.state).toBe('kept');
    }
    const outcomes = await verifyBag(claiming(most + 1), nothing);
    expect(outcomes.find(({ promise }) => promise === 'form')).toMatchObject({
      state: 'broken',
      why: 'too_large',
      named: ['data/findings.ndjson'],
    });
  });
});
