export type DumpRecord = Readonly<Record<string, string | null>>;

/** What one line of a dump says: the rows it inserts, as values in the order of `columns`. */
export interface DumpLine {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: Iterable<readonly (string | null)[]>;
}

/**
 * Reads a dump as this project's generators write them: one statement a line, one INSERT form.
 * Character by character and on purpose unlike the importer, whose oracle it helps to be.
 */
export function readDump(text: string): Map<string, DumpRecord[]> {
  const tables = new Map<string, DumpRecord[]>();
  const read = dumpLines();
  for (const line of text.split('\n')) {
    const found = read(line);
    if (found === null) continue;
    const { table, columns } = found;
    let records = tables.get(table);
    if (records === undefined) tables.set(table, (records = []));
    for (const values of found.rows) {
      records.push(Object.fromEntries(columns.map((name, i) => [name, values[i]!])));
    }
  }
  return tables;
}

/** The same line by line, for dumps longer than a text can be. Null: the line says nothing. */
export function dumpLines(): (line: string) => DumpLine | null {
  const columns = new Map<string, string[]>();
  let table = '';
  return (line) => {
    const created = /^CREATE TABLE `(\w+)`/.exec(line);
    const declared = /^ {2}`(\w+)` /.exec(line);
    const inserted = /^INSERT INTO `(\w+)` VALUES /.exec(line);
    if (created) {
      table = created[1]!;
      columns.set(table, []);
      return { table, columns: [], rows: [] };
    }
    if (declared) columns.get(table)!.push(declared[1]!);
    if (!inserted) return null;
    const names = columns.get(inserted[1]!)!;
    const rows = readTuples(line.slice(inserted[0].length), names.length);
    return { table: inserted[1]!, columns: names, rows };
  };
}

const unescaped: Readonly<Record<string, string>> = { n: '\n', r: '\r', '0': '\0' };

function* readTuples(text: string, width: number): Generator<(string | null)[]> {
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
    if (values.length !== width) throw new Error(`${values.length} values: ${text}`);
    yield values;
    at += 2;
  }
}
