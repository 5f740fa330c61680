import { describe, expect, it } from 'vitest';
import { owedReport } from '../../src/submissions/owed-reports.ts';
import { readIdentities } from '../../src/submissions/read-identities.ts';

const report = owedReport('report.cn.order37.art25@v1');

function read(text: string, lines_max?: number): Record<string, Record<string, string>> {
  const found = [...readIdentities(text, report, lines_max)];
  return Object.fromEntries(found.map(([id, one]) => [id, Object.fromEntries(one)]));
}

describe('a file of identities', () => {
  it('is CSV: quotes, line ends of any kind, a byte order mark, blank lines and cells', () => {
    expect(
      read('\ufeffsubject,contact,person_name\r\n1,"a ""b"", c",李\n\n2, 5 ,\r3,,"x\ny"'),
    ).toEqual({
      1: { contact: 'a "b", c', person_name: '李' },
      2: { contact: '5' },
      3: { person_name: 'x\ny' },
    });
    expect(read('subject')).toEqual({});
    expect(read('subject,contact\n1,')).toEqual({ 1: {} });
  });

  it.each([
    ['', 1, 'heading'],
    ['id,contact\n1,2', 1, 'heading'],
    ['subject,phone\n1,2', 1, 'heading'],
    ['subject,contact,contact\n1,2,3', 1, 'heading'],
    ['subject,contact\n1', 2, 'cells'],
    ['subject,contact\n1,2,3', 2, 'cells'],
    ['subject,contact\n"1\n2",3\n1', 4, 'cells'],
    ['subject,contact\n,2', 2, 'subject'],
    ['subject,contact\n1,2\n1,3', 3, 'subject'],
    ['subject,contact\n1,"2', 2, 'quotes'],
    ['subject,contact\n1,2"3"', 2, 'quotes'],
    ['subject,contact\n1,"2"3', 2, 'quotes'],
  ])('%j is refused at line %i', (text, line, where) => {
    expect(() => read(text)).toThrow(`at line ${line} (${where})`);
  });

  it('has a limit of lines', () => {
    const text = (lines: number): string =>
      `subject\n${Array.from({ length: lines }, (_, i) => i).join('\n')}`;
    expect(Object.keys(read(text(3), 4)).length).toBe(3);
    expect(Object.keys(read(text(4), 4)).length).toBe(4);
    expect(() => read(text(5), 4)).toThrow('at line 6 (lines)');
  });
});
