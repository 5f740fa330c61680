import { isDateFormat } from './serial-date.ts';
import { PolyprismError } from '../../model/issue.ts';
import { parseXml } from './xml.ts';
import type { XmlHandlers } from './xml.ts';

/** A sheet as the workbook lists it. */
export interface Sheet {
  readonly name: string;
  /** Path of its part inside the archive. */
  readonly part: string;
}

export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly date_system: 1900 | 1904;
}

/** Reads a part that others depend on: half of it would change what they say. */
async function parseWhole(
  part: AsyncIterable<Uint8Array>,
  name: string,
  handlers: XmlHandlers,
): Promise<void> {
  if (!(await parseXml(part, handlers)))
    throw new PolyprismError('excel.broken_part', { part: name });
}

type OpenPart = (path: string) => AsyncIterable<Uint8Array> | null;

/** Reads which sheets there are, in the workbook's order. */
export async function readWorkbook(open: OpenPart): Promise<Workbook | null> {
  const part = open('xl/workbook.xml');
  if (part === null) return null;
  const targets = await readRelations(open('xl/_rels/workbook.xml.rels'));
  const sheets: Sheet[] = [];
  let date_system: Workbook['date_system'] = 1900;
  await parseWhole(part, 'xl/workbook.xml', {
    open(name, attributes) {
      if (name === 'workbookPr' && /^(1|true)$/.test(attributes['date1904'] ?? '')) {
        date_system = 1904;
      }
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
      const target = targets.get(id ?? '');
      if (target !== undefined) sheets.push({ name: attributes['name'] ?? '', part: target });
    },
  });
  return { sheets, date_system };
}

async function readRelations(
  part: AsyncIterable<Uint8Array> | null,
): Promise<ReadonlyMap<string, string>> {
  const targets = new Map<string, string>();
  if (part === null) return targets;
  await parseWhole(part, 'xl/_rels/workbook.xml.rels', {
    open(name, { Id, Target }) {
      if (name !== 'Relationship' || Id === undefined || Target === undefined) return;
      targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
    },
  });
  return targets;
}

/** For each cell style: whether it shows its number as a date. */
export async function readDateStyles(part: AsyncIterable<Uint8Array> | null): Promise<boolean[]> {
  const formats = new Map<number, string>();
  const styles: boolean[] = [];
  if (part === null) return styles;
  let inCellStyles = false;
  await parseWhole(part, 'xl/styles.xml', {
    open(name, attributes) {
      if (name === 'numFmt') {
        formats.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      }
      if (name === 'cellXfs') inCellStyles = true;
      if (name === 'xf' && inCellStyles) {
        const id = Number(attributes['numFmtId'] ?? 0);
        styles.push(isDateFormat(id, formats.get(id)));
      }
    },
    close(name) {
      if (name === 'cellXfs') inCellStyles = false;
    },
  });
  return styles;
}

/** The workbook's shared texts; phonetic guides left out. */
export async function readSharedTexts(part: AsyncIterable<Uint8Array> | null): Promise<string[]> {
  const texts: string[] = [];
  if (part === null) return texts;
  let text = '';
  let taking = false;
  let phonetic = false;
  await parseWhole(part, 'xl/sharedStrings.xml', {
    open(name) {
      if (name === 'si') text = '';
      if (name === 'rPh') phonetic = true;
      taking = name === 't' && !phonetic;
    },
    text(piece) {
      if (taking) text += piece;
    },
    close(name) {
      if (name === 't') taking = false;
      if (name === 'rPh') phonetic = false;
      if (name === 'si') texts.push(text);
    },
  });
  return texts;
}
