import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csvLine } from '../../src/model/csv-cell.ts';
import { findingsCsv, membersCsv } from '../../src/report/csv.ts';
import { hostileTexts } from '../support/hostile.ts';
import { sampleReport } from '../support/sample-report.ts';

const folder = mkdtempSync(join(tmpdir(), 'report-spreadsheet-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function* hostileMembers(): AsyncGenerator<Record<string, string | number>> {
  for (const [i, member_id] of hostileTexts.entries()) {
    yield { tree: 'sponsor', member_id, parent_id: member_id, people: i, paid_in_minor: -1250 };
  }
}

async function all(chunks: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const chunk of chunks) text += chunk;
  return text;
}

/**
 * LibreOffice at its most eager: it detects special numbers and evaluates formulas (fields 8 and
 * 13 of its CSV filter), as a user may tell it to.
 */
const eager = 'CSV:44,34,76,1,,0,false,true,false,false,false,-1,true';

describe('in LibreOffice', () => {
  const sheets = new Map<string, string>();

  beforeAll(async () => {
    const money = { currency: 'CNY', minor_units: 100 };
    const files: Record<string, string> = {
      findings: await all(findingsCsv(sampleReport({ texts: hostileTexts }))),
      members: await all(membersCsv(hostileMembers(), money)),
      cells: hostileTexts.map((text) => csvLine([text, -12.5, '-12.50'])).join(''),
      control: '=1+1,-12.50\r\n',
    };
    const names = Object.keys(files);
    for (const name of names) writeFileSync(join(folder, `${name}.csv`), files[name]!);
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        `--infilter=${eager}`,
        '--convert-to',
        'fods',
        '--outdir',
        folder,
        ...names.map((name) => join(folder, `${name}.csv`)),
      ],
      { stdio: 'pipe', timeout: 110_000 },
    );
    for (const name of names) sheets.set(name, readFileSync(join(folder, `${name}.fods`), 'utf8'));
  });

  it('a formula would be alive: the check can fail', () => {
    expect(sheets.get('control')).toContain('table:formula=');
  });

  it.each(['findings', 'members', 'cells'])('%s.csv holds no live formula', (name) => {
    expect(sheets.get(name)).toContain('<table:table-cell');
    expect(sheets.get(name)).not.toContain('table:formula=');
  });

  it('numbers stay numbers, minus sign and all', () => {
    const numbers = sheets.get('cells')?.match(/office:value="-12.5"/g) ?? [];
    expect(numbers.length).toBeGreaterThanOrEqual(hostileTexts.length);
    expect(sheets.get('members')).toContain('office:value="-12.5"');
  });
});
