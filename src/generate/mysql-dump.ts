import type { PlatformFile } from './platform-writer.ts';

export interface DumpTable {
  readonly name: string;
  readonly comment: string;
  readonly columns: readonly DumpColumn[];
  /** null for a table without a primary key. */
  readonly primary_key: string | null;
}

export interface DumpColumn {
  readonly name: string;
  readonly type: string;
  readonly comment: string;
}

/** Values by column; what is left out takes the column's default. */
export type DumpRow = Readonly<Record<string, string | number | null>>;

/** Bytes after which mysqldump, too, begins a new INSERT. */
const INSERT_CHARS = 64 * 1024;

/**
 * Declares a table in short: each line 'name type | comment', the first being the primary key
 * unless it is said that there is none.
 */
export function table(
  name: string,
  comment: string,
  lines: readonly string[],
  keyed = true,
): DumpTable {
  const columns = lines.map((line) => {
    const [declaration = '', about = ''] = line.split(' | ');
    const space = declaration.indexOf(' ');
    return {
      name: declaration.slice(0, space),
      type: declaration.slice(space + 1),
      comment: about,
    };
  });
  return { name, comment, columns, primary_key: keyed ? columns[0]!.name : null };
}

export async function dumpHeader(file: PlatformFile, database: string): Promise<void> {
  await file.write(`-- MySQL dump 10.13  Distrib 8.0.36, for Linux (x86_64)
--
-- Host: localhost    Database: ${database}
-- ------------------------------------------------------
-- Server version\t8.0.36

/*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;
/*!50503 SET NAMES utf8mb4 */;
/*!40103 SET @OLD_TIME_ZONE=@@TIME_ZONE */;
/*!40103 SET TIME_ZONE='+00:00' */;
/*!40014 SET @OLD_UNIQUE_CHECKS=@@UNIQUE_CHECKS, UNIQUE_CHECKS=0 */;
`);
}

export async function dumpFooter(file: PlatformFile): Promise<void> {
  await file.write(`
/*!40103 SET TIME_ZONE=@OLD_TIME_ZONE */;
/*!40014 SET UNIQUE_CHECKS=@OLD_UNIQUE_CHECKS */;
/*!40101 SET CHARACTER_SET_CLIENT=@OLD_CHARACTER_SET_CLIENT */;

-- Dump completed
`);
  await file.end();
}

/** Writes a table's definition and its rows as extended INSERTs. Returns the number of rows. */
export async function dumpTable(
  file: PlatformFile,
  definition: DumpTable,
  rows: Iterable<DumpRow>,
): Promise<number> {
  await file.write(createTable(definition));
  const { name, columns } = definition;
  const blanks = columns.map(({ type }) => blank(type));
  const names = columns.map((column) => column.name);
  let count = 0;
  let insert = '';
  for (const row of rows) {
    insert += insert === '' ? `INSERT INTO \`${name}\` VALUES (` : ',(';
    for (let i = 0; i < names.length; i++) {
      const value = row[names[i]!];
      if (i > 0) insert += ',';
      insert += value === undefined ? blanks[i]! : literal(value);
    }
    insert += ')';
    count++;
    if (insert.length > INSERT_CHARS) {
      await file.write(`${insert};\n`);
      insert = '';
    }
  }
  if (insert !== '') await file.write(`${insert};\n`);
  await file.write(`/*!40000 ALTER TABLE \`${name}\` ENABLE KEYS */;\nUNLOCK TABLES;\n`);
  return count;
}

function createTable({ name, comment, columns, primary_key }: DumpTable): string {
  const lines = columns.map((column) => {
    const about = column.comment === '' ? '' : ` COMMENT ${literal(column.comment)}`;
    const ends = column.name === primary_key ? 'NOT NULL AUTO_INCREMENT' : ending(column.type);
    return `  \`${column.name}\` ${column.type} ${ends}${about}`;
  });
  if (primary_key !== null) lines.push(`  PRIMARY KEY (\`${primary_key}\`)`);
  return `
--
-- Table structure for table \`${name}\`
--

DROP TABLE IF EXISTS \`${name}\`;
CREATE TABLE \`${name}\` (
${lines.join(',\n')}
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT=${literal(comment)};

--
-- Dumping data for table \`${name}\`
--

LOCK TABLES \`${name}\` WRITE;
/*!40000 ALTER TABLE \`${name}\` DISABLE KEYS */;
`;
}

function ending(type: string): string {
  return type.endsWith('text') ? '' : `NOT NULL DEFAULT ${blank(type)}`;
}

/** What a column holds when nobody set it. */
function blank(type: string): string {
  if (type.endsWith('text')) return 'NULL';
  if (type.startsWith('decimal')) return "'0.00'";
  if (type.includes('int')) return '0';
  return "''";
}

function literal(value: string | number | null): string {
  if (value === null) return 'NULL';
  if (typeof value === 'number') return String(value);
  return `'${value.replace(/[\\'\n\r\0]/g, (char) => escapes[char]!)}'`;
}

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '\n': '\\n',
  '\r': '\\r',
  '\0': '\\0',
};
