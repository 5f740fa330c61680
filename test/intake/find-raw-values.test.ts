import { createHmac } from 'node:crypto';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findRawValues } from '../../src/intake/find-raw-values.ts';
import { limits } from '../../src/model/limits.ts';
import { inFolder } from '../support/inspected.ts';

const person_key = Buffer.alloc(32, 7);
const keyed = (text: string): string => createHmac('sha256', person_key).update(text).digest('hex');

const both = ['members.phone', 'members.note'];

async function look(csv: string, pseudonyms: readonly string[], columns = both) {
  return await inFolder(async (folder) => {
    const path = join(folder, 'members.csv');
    writeFileSync(path, csv);
    const options = { directory: folder, person_key, pseudonyms, columns };
    const found = await findRawValues([path], options);
    // The work database, which held everything, is gone.
    expect(readdirSync(folder)).toEqual(['members.csv']);
    return found.map(({ value, column, line }) => `${value} ${column} ${line}`);
  });
}

describe('what stands behind a pseudonym', () => {
  const csv = [
    'id,phone,note',
    '1,138 1234 5678,x',
    '2,+86 13812345678,x',
    '3,13912345678,13812345678',
    '4,11010519491231002x,x',
    '5,138****5678,x',
    '',
  ].join('\n');

  it('is found in every spelling and column the import keys alike, by place', async () => {
    expect(await look(csv, [keyed('13812345678')])).toEqual([
      '138 1234 5678 phone 2',
      '+86 13812345678 phone 3',
      '13812345678 note 4',
    ]);
    expect(await look(csv, [keyed('11010519491231002X')])).toEqual(['11010519491231002x phone 5']);
  });

  it('is nothing where nobody has it, or the value is masked', async () => {
    expect(await look(csv, [keyed('13812340000'), keyed('138****5678')])).toEqual([]);
  });

  it('is read in the columns named alone', async () => {
    expect(await look(csv, [keyed('13812345678')], ['members.note', 'phone'])).toEqual([
      '13812345678 note 4',
    ]);
  });

  it('is told up to a limit', async () => {
    for (const extra of [-1, 0, 1]) {
      const count = limits.raw_values_max + extra;
      // Spellings of one number differ by the spaces in it.
      const rows = Array.from({ length: count }, (_, i) => `${i},1381234567${' '.repeat(i + 1)}8`);
      const found = await look(['id,phone', ...rows, ''].join('\n'), [keyed('13812345678')]);
      expect(found).toHaveLength(Math.min(count, limits.raw_values_max));
    }
  });
});
