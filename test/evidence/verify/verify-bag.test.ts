import { describe, expect, it } from 'vitest';
import { verifyBag } from '../../../src/evidence/verify/verify-bag.ts';
import type { BagEntry } from '../../../src/evidence/verify/bag-source.ts';
import { readCertificates } from '../../../src/evidence/timestamp/read-certificates.ts';
import { limits } from '../../../src/model/limits.ts';
import {
  checkpoint,
  custody,
  forked,
  item,
  keys,
  log,
  nothing,
  older,
  relisted,
  smallBag,
  sourceOf,
  told,
} from '../small-bag.ts';
import type { Files } from '../small-bag.ts';
import stamp from '../vectors/bag-timestamp.json' with { type: 'json' };

const authorities = readCertificates(stamp.ca) ?? [];
const all = { keys, older, authorities };
const bag = smallBag();

function changed(
  files: Files,
  path: string,
  edit: (text: string) => string,
): Map<string, Uint8Array> {
  const before = Buffer.from(files.get(path) ?? []).toString('utf8');
  const after = edit(before);
  if (after === before) throw new Error(`${path} was not changed`);
  return new Map(files).set(path, Buffer.from(after));
}

/** The promises that are not kept. */
const not = (lines: readonly string[]): string[] => lines.filter((one) => !one.includes(': kept'));

describe('a bag with everything in it', () => {
  it('keeps every promise to one who knows keys, an older state and the authority', async () => {
    expect(await told(bag, all)).toEqual([
      'names: kept',
      'form: kept',
      'payload: kept',
      'complete: kept',
      'tags: kept',
      'seal: kept',
      'statements: kept',
      'findings: kept',
      'inputs: kept',
      'log: kept',
      'checkpoint: kept',
      'witnesses: kept',
      'older: kept',
      'timestamp: kept',
      'custody: kept',
    ]);
    const outcomes = await verifyBag(sourceOf(bag), all);
    const named = (promise: string): readonly string[] | undefined =>
      outcomes.find((one) => one.promise === promise)?.named;
    expect(named('witnesses')).toEqual(['witness.example/1 2024-07-01T02:13:20.000Z']);
    expect(named('older')).toEqual(['3', '7']);
    expect(named('seal')).toEqual(['lab.example/1']);
  });

  it('tells one who knows nothing what it cannot tell', async () => {
    expect(not(await told(bag))).toEqual([
      'seal: untold no_key',
      'statements: untold no_key',
      'checkpoint: untold no_key log.example/1',
      'timestamp: untold no_authority',
    ]);
  });

  it('promises less when there is less in it', async () => {
    const bare = smallBag({ log: null, custody: null, sealed: false, raw: false });
    expect(not(await told(bare))).toEqual([
      'seal: untold unsigned',
      'statements: untold unsigned',
      'inputs: untold elsewhere members.csv',
      'log: not_made',
      'checkpoint: not_made',
      'timestamp: not_made',
      'custody: not_made',
    ]);
    expect(not(await told(bare, all))).toEqual([
      'seal: broken unsigned',
      'statements: broken unsigned',
      'inputs: untold elsewhere members.csv',
      'log: not_made',
      'checkpoint: not_made',
      'witnesses: broken no_log',
      'older: broken no_log',
      'timestamp: broken no_log',
      'custody: not_made',
    ]);
  });
});

describe('a bag that was changed', () => {
  it.each([
    ['data/raw/members.csv', '甲', '乙', ['payload: broken changed data/raw/members.csv']],
    [
      'bag-info.txt',
      '2024',
      '2025',
      ['tags: broken changed bag-info.txt', 'seal: broken changed bag-info.txt'],
    ],
    [
      'data/report/report.json',
      '四级',
      '三级',
      [
        'payload: broken changed data/report/report.json',
        'findings: broken disagrees data/inspection.json',
      ],
    ],
  ] as const)('%s', async (path, from, to, expected) => {
    const spoilt = changed(bag, path, (text) => text.replace(from, to));
    expect(not(await told(spoilt, all)).slice(0, expected.length)).toEqual(expected);
  });

  it('and listed again by somebody without the key is found by the seal', async () => {
    const spoilt = relisted(
      changed(bag, 'data/raw/members.csv', (text) => text.replace('甲', '乙')),
    );
    expect(not(await told(spoilt))).toContain('seal: untold unsigned');
    expect(not(await told(spoilt, all))).toContain('seal: broken unsigned');
    const sealed = new Map(spoilt).set('seal.json', bag.get('seal.json')!);
    expect(not(await told(sealed, all))).toContain(
      'seal: broken changed manifest-sha256.txt, manifest-sha512.txt',
    );
  });

  it('in what a finding says is found by its id, whoever signed it', async () => {
    const report = Buffer.from(bag.get('data/report/report.json') ?? []).toString();
    const edited = report.replace('"levels":4', '"levels":5');
    const [, id] = /"id":"([0-9a-f]{64})"/.exec(report) ?? [];
    const rewritten = smallBag({ report: Buffer.from(edited) });
    expect(not(await told(rewritten, all))).toContain(`findings: broken bad_id ${id}`);
  });

  it('by a file taken out or put in', async () => {
    const less = new Map(bag);
    less.delete('data/raw/members.csv');
    expect(not(await told(less, all))).toContain('complete: broken missing data/raw/members.csv');
    const more = new Map(bag).set('data/raw/more.csv', Buffer.from('x'));
    expect(not(await told(more, all))).toContain('complete: broken extra data/raw/more.csv');
    const beside = new Map(bag).set('note.txt', Buffer.from('x'));
    expect(not(await told(beside, all))).toContain('tags: broken extra note.txt');
  });

  it('by a finding left out', async () => {
    const lines = (text: string): string => text.slice(0, text.indexOf('\n') + 1);
    const less = relisted(changed(bag, 'data/findings.ndjson', lines));
    expect(not(await told(less))).toContain('findings: broken disagrees data/findings.ndjson');
  });

  it('in its manifests: another order, another case, a line twice', async () => {
    const path = 'manifest-sha256.txt';
    for (const edit of [
      (text: string) => text.split('\n').toReversed().join('\n').slice(1) + '\n',
      (text: string) => text.toUpperCase(),
      (text: string) => text + text,
      (text: string) => text.replace('  ', ' *'),
      (text: string) => text.slice(0, -1),
    ])
      expect(not(await told(changed(bag, path, edit)))).toContain(
        `payload: broken malformed ${path}`,
      );
  });
});

describe('what the log says', () => {
  it('is refused of another history, another log and an unknown state', async () => {
    const other = Buffer.from(older.toString().replaceAll('log.example/1', 'log.example/2'));
    expect(not(await told(bag, { ...nothing, older: forked }))).toContain(
      'older: broken rewritten 3, 7',
    );
    expect(not(await told(bag, { ...nothing, older: other }))).toContain('older: broken other_log');
    const spoilt = Buffer.from(older.toString().replace('\n3\n', '\n2\n'));
    expect(not(await told(bag, { ...all, older: spoilt }))).toContain('older: broken other_signer');
    const silent = smallBag({ log: { ...log, earlier: [] } });
    expect(not(await told(silent, all))).toEqual(['older: untold older_unknown 3, 7']);
    expect(not(await told(bag, { ...all, older: checkpoint }))).toEqual([]);
  });

  it('is refused of a statement that is elsewhere in it', async () => {
    const placeOf = (payload: Uint8Array): ReturnType<typeof log.placeOf> => {
      const place = log.placeOf(payload);
      return { ...place, index: place.index + 1 };
    };
    const spoilt = smallBag({ log: { ...log, placeOf } });
    expect(not(await told(spoilt, all))).toEqual(['log: broken not_included 1, 2, 3']);
    const unsalted = (payload: Uint8Array): ReturnType<typeof log.placeOf> => ({
      ...log.placeOf(payload),
      salt: Buffer.alloc(32),
    });
    expect(not(await told(smallBag({ log: { ...log, placeOf: unsalted } }), all))).toEqual([
      'log: broken not_included 1, 2, 3',
    ]);
  });

  it('is refused by keys of others', async () => {
    const [seal, own, witness] = keys;
    const without = (...known: (typeof keys)[number][]): Promise<string[]> =>
      told(bag, { ...nothing, keys: known });
    expect(not(await without(seal!))).toContain('checkpoint: broken other_log log.example/1');
    expect(not(await without(own!))).toContain('seal: broken other_signer');
    const stranger = { ...witness!, id: '00000000' };
    expect(not(await without(own!, stranger))).toContain('witnesses: broken not_cosigned');
    const liar = { ...own!, key: seal!.key };
    expect(not(await without(liar))).toContain('checkpoint: broken other_signer log.example/1');
    expect(not(await without(witness!))).toContain('seal: untold no_key');
  });

  it('is refused when its timestamp is of something else or by somebody else', async () => {
    const token = Buffer.from(log.timestamp!);
    token.writeUInt8(token.readUInt8(token.length - 1) ^ 1, token.length - 1);
    const spoilt = smallBag({ log: { ...log, timestamp: token } });
    expect(not(await told(spoilt, all))).toEqual(['timestamp: broken timestamp bad_signature']);
    const bare = smallBag({ log: { ...log, timestamp: null } });
    expect(not(await told(bare, all))).toEqual(['timestamp: broken none']);
  });

  it('is looked for at most so far back', async () => {
    const earlier = (count: number): typeof log.earlier =>
      Array.from({ length: count }, (_, at) => log.earlier[at % 3]!);
    const most = limits.bag_earlier_max;
    for (const count of [most - 1, most])
      expect(not(await told(smallBag({ log: { ...log, earlier: earlier(count) } }), all))).toEqual(
        [],
      );
    const over = smallBag({ log: { ...log, earlier: earlier(most + 1) } });
    expect(not(await told(over, all))).toEqual(['older: broken malformed data/log/earlier.ndjson']);
  });
});

describe('custody', () => {
  it('waits for the reviews that are not done', async () => {
    const waiting = { ...custody, items: [{ ...item, reviews: item.reviews.slice(0, 2) }] };
    expect(not(await told(smallBag({ custody: waiting }), all))).toEqual([
      'custody: untold not_usable E1: legal_ok',
    ]);
    const none = { ...custody, items: [{ ...item, reviews: [] }] };
    expect(not(await told(smallBag({ custody: none }), all))).toEqual([
      'custody: untold not_usable E1: captured',
    ]);
  });

  it('is broken without a basis in law', async () => {
    const spoilt = relisted(
      changed(bag, 'data/custody.json', (text) =>
        text.replace(/"lawful_basis":"[^"]*"/, '"lawful_basis":" "'),
      ),
    );
    expect(not(await told(spoilt))).toContain('custody: broken gaps items[0].lawful_basis');
  });
});

describe('a bag made to deceive', () => {
  const entry = (path: string, kind: BagEntry['kind'] = 'file'): BagEntry => ({
    path,
    kind,
    bytes: 1,
  });
  const readNothing = (): never => {
    throw new Error('something of it was read');
  };
  const verdict = async (...entries: BagEntry[]): Promise<string> => {
    const outcomes = await verifyBag({ entries, read: readNothing }, nothing);
    const { state, why } = outcomes.find((one) => one.state === 'broken') ?? {};
    const others = outcomes.filter((one) => one.state === 'untold' && one.why === 'not_looked_at');
    expect(others.length).toBeGreaterThan(8);
    return `${state} ${why}`;
  };

  it.each([
    ['data/../../etc/passwd', 'bad_name'],
    ['/etc/passwd', 'bad_name'],
    ['data//a', 'bad_name'],
    ['data/./a', 'bad_name'],
    ['data\\..\\a', 'bad_name'],
    ['C:/a', 'bad_name'],
    ['data/a\u0000b', 'bad_name'],
    ['data/a\nb', 'bad_name'],
    ['data/a%0Ab', 'bad_name'],
    ['data/\u202Egpj.exe', 'bad_name'],
    ['data/a\u200Bb', 'bad_name'],
    ['data/e\u0301', 'bad_name'],
    ['data/CON', 'bad_name'],
    ['data/nul.txt', 'bad_name'],
    ['data/a.', 'bad_name'],
    ['data/a ', 'bad_name'],
    ['data/ a', 'bad_name'],
    ['data/\uD800', 'bad_name'],
  ])('by the name %j', async (path, why) => {
    expect(await verdict(entry(path))).toBe(`broken ${why}`);
  });

  it.each([
    ['data/a', 'data/A'],
    ['data/ﬁle', 'data/file'],
    ['data/Ａ', 'data/a'],
    ['data/a/x', 'data/A/y'],
    ['data/a', 'data/a/b'],
    ['data/a/b', 'data/a'],
    ['data/a', 'data/a'],
    ['data/straße', 'data/STRAßE'],
  ])('by %j beside %j', async (one, other) => {
    expect(await verdict(entry(one), entry(other))).toBe('broken clash');
  });

  it('by links, devices, and files it would have fetched', async () => {
    expect(await verdict(entry('data/raw', 'other'))).toBe('broken not_a_file');
    expect(await verdict(entry('fetch.txt'))).toBe('broken fetch');
    expect(await verdict(entry('bagit.txt'))).toBe('broken no_bag');
    const huge = [...bag.keys()].map((path) => ({
      ...entry(path),
      bytes: limits.bag_text_bytes_max + 1,
    }));
    expect(await verdict(...huge)).toBe('broken too_large');
  });

  it('by numbers: limits hold at the limit and not beyond', async () => {
    const most = limits.bag_files_max;
    const many = (count: number): BagEntry[] =>
      Array.from({ length: count }, (_, at) => entry(`data/${at}`));
    for (const count of [most - 1, most])
      expect(await verdict(...many(count))).toBe('broken no_bag');
    expect(await verdict(...many(most + 1))).toBe('broken too_many');
    const deep = (parts: number): BagEntry => entry(Array(parts).fill('a').join('/'));
    for (const parts of [limits.bag_depth_max - 1, limits.bag_depth_max])
      expect(await verdict(deep(parts))).toBe('broken no_bag');
    expect(await verdict(deep(limits.bag_depth_max + 1))).toBe('broken bad_name');
    const long = (bytes: number): BagEntry => entry('a'.repeat(bytes));
    for (const bytes of [limits.bag_path_bytes_max - 1, limits.bag_path_bytes_max])
      expect(await verdict(long(bytes))).toBe('broken no_bag');
    expect(await verdict(long(limits.bag_path_bytes_max + 1))).toBe('broken bad_name');
  });

  it('names no more than it must', async () => {
    const bad = Array.from({ length: 9 }, (_, at) => entry(`data/${at}.`));
    const [names] = await verifyBag({ entries: bad, read: readNothing }, nothing);
    expect([names?.named.length, names?.count]).toEqual([limits.bag_named_max, 9]);
    const shown = await verifyBag({ entries: [entry('a\u202Eb')], read: readNothing }, nothing);
    expect(shown[0]?.named).toEqual(['"a\\u{202e}b"']);
  });
});
