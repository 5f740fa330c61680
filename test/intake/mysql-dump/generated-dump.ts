import type { CollectingSink } from '../../support/collecting-sink.ts';

/** A small generator of numbers, so that a failing case can be run again from its seed. */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed >>> 0 || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % below;
  };
}

/** How a dump is laid out. */
export type Layout = 'one_line' | 'line_each' | 'statement_each';

export interface GeneratedDump {
  readonly text: string;
  /** Where each row stands in the text, from its opening to behind its closing parenthesis. */
  readonly rows: readonly GeneratedRow[];
}

export interface GeneratedRow {
  readonly table: string;
  readonly id: string;
  readonly start: number;
  readonly end: number;
  /** Values as a server holds them. */
  readonly values: readonly (string | null)[];
}

/** Texts that look like what stands around them. */
const nastyTexts = [
  '',
  'plain',
  "it's",
  'say "hi"',
  '),(',
  "'),('",
  '(1,2),(3,4)',
  'a;\nINSERT INTO `member` VALUES (9',
  '; ',
  'C:\\path\\',
  '\\',
  "\\'",
  '100% _done_',
  'line one\r\nline two\ttab',
  '乗俓僜 上级',
  '😀,)(',
  '-- no comment',
  '/* none */',
  'NULL',
  '\u0000\u001a\b',
  '0,1,5,9,',
  '{"price":"9.90","spec":["a","b"]}',
];

/** Writes a text the way mysqldump does: every special character behind a backslash. */
export function quoted(text: string): string {
  const escapes: Record<string, string> = {
    '\0': '\\0',
    '\n': '\\n',
    '\r': '\\r',
    '\u001a': '\\Z',
    "'": "\\'",
    '"': '\\"',
    '\\': '\\\\',
  };
  return `'${[...text].map((char) => escapes[char] ?? char).join('')}'`;
}

type Make = (random: (below: number) => number, id: number) => string | null;

const nasty: Make = (random) => nastyTexts[random(nastyTexts.length)]!;
const orNull =
  (make: Make): Make =>
  (random, id) =>
    random(4) === 0 ? null : make(random, id);

const tables: readonly { name: string; columns: readonly (readonly [string, string, Make])[] }[] = [
  {
    name: 'member',
    columns: [
      ['nickname', 'varchar(64)', nasty],
      ['parent', 'int(11)', (random, id) => String(random(id + 1))],
      ['note', 'text', orNull(nasty)],
    ],
  },
  {
    name: 'bill',
    columns: [
      ['amount', 'decimal(8,2)', (random) => `${random(3) - 1}${random(99)}.${10 + random(90)}`],
      ['level', 'tinyint(1)', orNull((random) => String(random(3)))],
    ],
  },
  {
    name: 'order',
    columns: [
      ['no', 'varchar(32)', (random) => `wx${random(1e9)}`],
      ['cart', 'longtext', nasty],
      ['remark', 'varchar(255)', orNull(nasty)],
      ['price', 'decimal(8,2)', (random) => `${random(500)}.00`],
      ['title', 'varchar(255)', nasty],
    ],
  },
];

/** A dump of three tables with `rows` rows each; the first column is a number unlike any other. */
export function generateDump(seed: number, layout: Layout, rows: number): GeneratedDump {
  const random = randomFrom(seed);
  let text = '-- generated\nSET NAMES utf8mb4;\n';
  const places: GeneratedRow[] = [];
  let id = 1_000_000;
  for (const { name, columns } of tables) {
    const declared = columns.map(([column, type]) => `  \`${column}\` ${type}`).join(',\n');
    text += `DROP TABLE IF EXISTS \`${name}\`;\nCREATE TABLE \`${name}\` (\n`;
    text += '  `id` int(11) NOT NULL,\n';
    text += `${declared},\n  PRIMARY KEY (\`id\`)\n) ENGINE=InnoDB COMMENT='${name}';\n`;
    const head = `INSERT INTO \`${name}\` VALUES `;
    for (let i = 0; i < rows; i += 1) {
      id += 1;
      const values = [String(id), ...columns.map(([, , make]) => make(random, id))];
      const first = i === 0 || layout === 'statement_each';
      if (first) text += head;
      const start = text.length;
      const literals = columns.map(([, type], at) => {
        const value = values[at + 1]!;
        if (value === null) return 'NULL';
        return /char|text/.test(type) ? quoted(value) : value;
      });
      text += `(${[id, ...literals].join(',')})`;
      places.push({ table: name, id: String(id), start, end: text.length, values });
      const last = i === rows - 1 || layout === 'statement_each';
      text += last ? ';\n' : layout === 'one_line' ? ',' : ',\n';
    }
  }
  return { text: `${text}-- end\n`, rows: places };
}

/** Rows the sink was given, and rows it was told of as refused. */
export function accountedRows(sink: CollectingSink): { read: number; refused: number } {
  let read = 0;
  let refused = 0;
  for (const table of sink.tables.values()) {
    read += table.rows.length;
    refused += table.refused.length;
  }
  return { read, refused };
}
