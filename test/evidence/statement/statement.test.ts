import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { utf8Text } from '../../../src/evidence/bytes.ts';
import { findingId } from '../../../src/evidence/statement/finding-id.ts';
import {
  loggedStatement,
  loggedStatementLine,
  readLoggedStatement,
} from '../../../src/evidence/statement/logged-statement.ts';
import {
  payloadOf,
  readStatement,
  statementOf,
} from '../../../src/evidence/statement/statement.ts';
import { privateKey } from '../keys.ts';

const input = { name: 'mall.sql', sha256: 'ab'.repeat(32) };
const statement = statementOf([input], 'urn:polyprism:finding:1', { b: 1, a: '证据' });

describe('statements', () => {
  it('are in-toto statements, one text each', () => {
    expect(utf8Text(payloadOf(statement))).toBe(
      '{"_type":"https://in-toto.io/Statement/v1","predicate":{"a":"证据","b":1},' +
        '"predicateType":"urn:polyprism:finding:1",' +
        `"subject":[{"digest":{"sha256":"${'ab'.repeat(32)}"},"name":"mall.sql"}]}`,
    );
    expect(readStatement(payloadOf(statement), 'urn:polyprism:finding:1')).toEqual(statement);
  });

  it.each([
    ['of another kind', { ...statement, predicateType: 'urn:other' }],
    ['of another form', { ...statement, _type: 'https://in-toto.io/Statement/v0.1' }],
    ['with more in it', { ...statement, more: 1 }],
    ['about nothing named', { ...statement, subject: [{ name: 'a', digest: {} }] }],
    ['about no digest', { ...statement, subject: [{ name: 'a', digest: { sha256: 'AB' } }] }],
    ['that state nothing', { ...statement, predicate: null }],
    ['that are none', [statement]],
  ])('are not read %s', (_, value) => {
    const payload = payloadOf(value as typeof statement);
    expect(readStatement(payload, 'urn:polyprism:finding:1')).toBeNull();
  });

  it('are not read in another text of the same value', () => {
    const text = utf8Text(payloadOf(statement));
    for (const other of [
      `${text} `,
      text.replace('"b":1', '"b":1.0'),
      text.replace('证', '\\u8bc1'),
    ])
      expect(readStatement(Buffer.from(other), 'urn:polyprism:finding:1')).toBeNull();
  });
});

describe('lines of statements', () => {
  const place = { salt: new Uint8Array(32).fill(1), index: 3, proof: [new Uint8Array(32).fill(2)] };
  const line = loggedStatementLine(loggedStatement(statement, privateKey(1), place));

  it('hold the envelope and where the log has it', () => {
    const read = readLoggedStatement(line.slice(0, -1));
    expect(read && loggedStatementLine(read)).toBe(line);
    expect(read?.place).toEqual(place);
    const unlogged = loggedStatementLine(loggedStatement(statement, null, null));
    expect(readLoggedStatement(unlogged.slice(0, -1))?.place).toBeNull();
    expect(unlogged).toContain('"log":null');
  });

  it.each([
    ['', ''],
    ['"log":', '"lag":'],
    ['"index":3', '"index":"3"'],
    ['"index":3', '"index":3,"more":1'],
    ['AQEBAQE=', 'AQEBAQ=='],
    ['AgICAgI=', 'AgICAgJ='],
    ['application/vnd.in-toto+json', 'application/json'],
    ['{"envelope"', ' {"envelope"'],
    ['"keyid":"', '"keyid":"\\ud800'],
    ['{"envelope":', '{"beside":1,"envelope":'],
  ])('are not read when %j is %j', (from, to) => {
    const spoilt = from === '' ? '' : line.slice(0, -1).replace(from, to);
    expect(spoilt).not.toBe(line.slice(0, -1));
    expect(readLoggedStatement(spoilt)).toBeNull();
  });
});

describe('ids of findings', () => {
  it('are the digest of what was found in which raw files, whatever else a finding says', () => {
    const facts = {
      provision: 'cn.a.b',
      provision_sha256: '11',
      version_in_force: '2005-11-01',
      subject: { table: 'member', id: '7' },
      act_on: '2024-01-02',
      parameters: { levels: 3 },
      evidence: [{ n: 1, act_on: '2024-01-02' }],
    } as const;
    const text =
      '{"act_on":"2024-01-02","evidence":[{"act_on":"2024-01-02","n":1}],"inputs":["aa","bb"],' +
      '"parameters":{"levels":3},"provision":"cn.a.b","provision_sha256":"11",' +
      '"schema":"polyprism.finding/1","subject":{"id":"7","table":"member"},' +
      '"version_in_force":"2005-11-01"}';
    const expected = createHash('sha256').update(text).digest('hex');
    expect(findingId(facts, ['bb', 'aa'])).toBe(expected);
    const more = { ...facts, severity: 'high', explanation: { en: 'x', zh: 'y' } };
    expect(findingId(more, ['aa', 'bb'])).toBe(expected);
  });
});
