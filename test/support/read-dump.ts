export type DumpRecord = Readonly<Record<string, string | null>>;

/**
 * Reads a dump as this project's generators write them: one statement a line, one INSERT form.
 * Character by character and on purpose unlike the importer, whose oracle it helps to be.
 */
export function readDump(text: string): Map<string, DumpRecord[]> {
  const tables = new Map<string, DumpRecord[]>();
  const columns = new Map<string, string[]>();
  let table = '';
  for (const line of text.split('\n')) {
    const created = /^CREATE TABLE `(\w+)`/.exec(line);
    const declared = /^ {2}`(\w+)` /.exec(line);
    const inserted = /^INSERT INTO `(\w+)` VALUES /.exec(line);
    if (created) {
      table = created[1]!;
      columns.set(table, []);
      tables.set(table, []);
    } else if (declared) columns.get(table)!.push(declared[1]!);
    else if (inserted) {
      const names = columns.get(inserted[1]!)!;
      for (const values of readTuples(line.slice(inserted[0].length))) {
        if (values.length !== names.length) throw new Error(`${values.length} values: ${line}`);
        const record = Object.fromEntries(names.map((name, i) => [name, values[i]!]));
        tables.get(inserted[1]!)!.push(record);
      }
    }
  }
  return tables;
}

const unescaped: Readonly<Record<string, string>> = { n: '\n', r: '\r', '0': '\0' };

function* readTuples(text: string): Generator<(string | null)[]> {
  let at = 0;
  while (text[at] === '(') {
    const values: (string | null)[] = [];
    do {
      at++;
      if (text[at] === "'") {
        let value = '';
        for (at++; text[at] !== "'"; at++) {
          if (text[at] === '\\') value += unescaped[text[++at]!] ?? text[at];
          else value += text[at];
        }
        at++;
        values.push(value);
      } else {
        const start = at;
        while (text[at] !== ',' && text[at] !== ')') at++;
        const word = text.slice(start, at);
        values.push(word === 'NULL' ? null : word);
      }
    } while (text[at] === ',');
    yield values;
    at += 2;
  }
}
