/** What a file is, as far as reading it goes. */
export type Format =
  | 'mysql-dump'
  | 'csv'
  | 'tsv'
  | 'xlsx'
  | 'json'
  | 'ndjson'
  | 'parquet'
  /** Holds files: looked into. */
  | 'gzip'
  | 'zip'
  /** Data in a form that is not read, with a way out to tell. */
  | 'sqlite'
  | 'postgres-dump'
  | 'xls'
  | 'html'
  | 'packed'
  | 'empty'
  /** Not data as far as one can see: pictures, programs, texts. */
  | 'other';

/** Formats a reader takes. */
export const readableFormats = [
  'mysql-dump',
  'csv',
  'tsv',
  'xlsx',
  'json',
  'ndjson',
  'parquet',
] as const satisfies readonly Format[];

export type ReadableFormat = (typeof readableFormats)[number];

export function isReadable(format: Format): format is ReadableFormat {
  return (readableFormats as readonly Format[]).includes(format);
}

/** How much of a file's beginning `detectFormat` likes to see. */
export const head_bytes = 64 * 1024;

const signatures: readonly (readonly [Format, string, number])[] = [
  ['gzip', '\x1f\x8b', 0],
  ['parquet', 'PAR1', 0],
  ['sqlite', 'SQLite format 3\0', 0],
  ['postgres-dump', 'PGDMP', 0],
  ['xls', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 0],
  ['packed', 'Rar!\x1a\x07', 0],
  ['packed', '7z\xbc\xaf\x27\x1c', 0],
  ['packed', 'BZh', 0],
  ['packed', '\xfd7zXZ\0', 0],
  ['packed', '\x28\xb5\x2f\xfd', 0],
  ['packed', 'ustar', 257],
  ['other', '\xff\xd8\xff', 0],
  ['other', '%PDF-', 0],
];

/** Of an entry, of an empty archive, of a part of a split one. */
const zipSignatures = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08'];

/** By content first; the extension decides only where the content could be several things. */
export function detectFormat(name: string, head: Uint8Array): Format {
  if (head.length === 0) return 'empty';
  const latin = Buffer.from(head.buffer, head.byteOffset, head.length).toString('latin1');
  for (const [format, signature, at] of signatures) {
    if (latin.startsWith(signature, at)) return format;
  }
  if (zipSignatures.some((signature) => latin.startsWith(signature))) return officeOrZip(latin);
  const wide = /^(\xff\xfe|\xfe\xff)/.test(latin);
  if (!wide && latin.includes('\0') && !hasSqlText(latin)) return 'other';
  return textFormat(name, wide ? latin.replaceAll('\0', '').slice(2) : latin);
}

/** The first entry of an Office file is one of a few; other archives hold what they like. */
function officeOrZip(latin: string): Format {
  const length = latin.charCodeAt(26) + 256 * latin.charCodeAt(27);
  const first = latin.slice(30, 30 + length);
  const office = /^(\[Content_Types\]\.xml|_rels\/|docProps\/|xl\/|customXml\/|word\/|ppt\/)/;
  if (!office.test(first)) return 'zip';
  const others = latin.split('PK\x03\x04').map((entry) => entry.slice(26, 32));
  return others.some((name) => /^(word|ppt)\//.test(name)) ? 'other' : 'xlsx';
}

function textFormat(name: string, latin: string): Format {
  const text = latin.replace(/^\xef\xbb\xbf/, '').trimStart();
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  if (text === '') return 'empty';
  if (text.startsWith('<')) return extension === 'xls' ? 'html' : 'other';
  if (isPostgresDump(text)) return 'postgres-dump';
  if (text.startsWith('{')) return isLines(text) ? 'ndjson' : 'json';
  if (/^\[\s*([[{"\]\-0-9]|true|false|null)/.test(text)) return 'json';
  if (extension === 'sql') return 'mysql-dump';
  // A cell of a CSV file may hold SQL; a dump says what it is from the first line on.
  const records = /^[ct]sv$/.test(extension) && !startsAsSql.test(text);
  if (hasSqlText(text) && !records) return 'mysql-dump';
  return delimitedFormat(extension, text);
}

const sqlStatement = new RegExp(
  String.raw`^[ \t]*(/\*!\d|(CREATE TABLE|INSERT (IGNORE )?INTO|REPLACE INTO|DROP TABLE` +
    String.raw`|LOCK TABLES|SET NAMES)\b)`,
  'im',
);

const startsAsSql =
  /^(--|#|\/\*|(CREATE|INSERT|REPLACE|DROP|LOCK|SET|USE|BEGIN|START|ALTER|TRUNCATE)\b)/i;

function hasSqlText(latin: string): boolean {
  return sqlStatement.test(latin);
}

function isPostgresDump(text: string): boolean {
  return (
    /^-- PostgreSQL database (cluster )?dump/m.test(text) ||
    /^COPY .{1,2000} FROM stdin;$/im.test(text)
  );
}

/** One object a line: the first line is whole and another begins. */
function isLines(text: string): boolean {
  return /^\{[^\r\n]*\}[ \t]*\r?\n\s*\{/.test(text);
}

/** Texts that are made of lines too, but not of records. */
const notRecords =
  /^(md|html?|xml|css|js|ts|mjs|php|py|java|vue|ya?ml|ini|conf|cfg|env|sh|bat|log|key|pem|lock)$/;

function delimitedFormat(extension: string, text: string): Format {
  if (notRecords.test(extension)) return 'other';
  const line = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  const tabs = line.split('\t').length;
  const commas = line.split(/[,;|]/).length;
  if (extension === 'csv' || extension === 'tsv') return tabs > commas ? 'tsv' : 'csv';
  if (tabs > 1 && tabs >= commas) return 'tsv';
  return commas > 1 || extension === 'txt' || extension === 'xls' ? 'csv' : 'other';
}
