import { expect, it } from 'vitest';
import { codeText } from '../../console/src/parts/code-text.ts';
import { columnsOf, importedTables } from '../../src/model/tables.ts';

it('every value of a code column has words in both languages', () => {
  const bare = importedTables().flatMap((table) =>
    [...columnsOf(table)].flatMap(([column, { values = [] }]) =>
      values
        .filter((value) => (['zh', 'en'] as const).some((one) => isBare(table, column, value, one)))
        .map((value) => `${table}.${column} ${value}`),
    ),
  );
  expect(bare).toEqual([]);
  expect(codeText('order', 'status', 'completed', 'zh')).toBe('已完成');
  expect(codeText('plan', 'join_condition', 'open', 'en')).toBe('Open to all');
  expect(codeText('after_sale', 'status', 'open', 'en')).toBe('Open');
  // A value nobody knows is shown as it is.
  expect(codeText('order', 'status', 'vanished', 'zh')).toBe('vanished');
});

/** Whether the value itself is all there is to read. */
function isBare(...[table, column, value, language]: Parameters<typeof codeText>): boolean {
  return codeText(table, column, value, language) === value;
}
