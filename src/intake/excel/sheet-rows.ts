import { columnOf } from './cell-address.ts';
import { serialToText } from './serial-date.ts';
import { parseXml } from './xml.ts';

export interface SheetContext {
  readonly texts: readonly string[];
  readonly dateStyles: readonly boolean[];
  readonly date_system: 1900 | 1904;
  readonly columns_max: number;
}

/** One row: its number in the sheet and its cells by column; null where a cell is empty. */
export interface SheetRow {
  readonly line: number;
  readonly cells: readonly (string | null)[];
  /** A number of more than 15 digits stood in a cell: its last digits are gone. */
  readonly digits_lost: boolean;
  /** The first cell that could not be read, as a column number from 1; null for none. */
  readonly broken_at: number | null;
}

/** Calls `onRow` for each row that has a cell; false where the sheet's XML breaks off. */
export async function readSheetRows(
  part: AsyncIterable<Uint8Array>,
  context: SheetContext,
  onRow: (row: SheetRow) => void,
  between: () => Promise<void>,
): Promise<boolean> {
  let line = 0;
  let cells: (string | null)[] = [];
  let digits_lost = false;
  let broken_at: number | null = null;
  let column = -1;
  let type = 'n';
  let style = 0;
  let value = '';
  let taking = false;
  let phonetic = false;
  return await parseXml(
    part,
    {
      open(name, attributes) {
        if (name === 'row') {
          const stated = Number(attributes['r']);
          line = Number.isSafeInteger(stated) && stated > line ? stated : line + 1;
          cells = [];
          digits_lost = false;
          broken_at = null;
          column = -1;
        } else if (name === 'c') {
          const stated = attributes['r'] === undefined ? column + 1 : columnOf(attributes['r']);
          column = stated < 0 ? column + 1 : stated;
          type = attributes['t'] ?? 'n';
          style = Number(attributes['s'] ?? 0);
          value = '';
        } else if (name === 'rPh') phonetic = true;
        else if (name === 'v' || (name === 't' && !phonetic)) taking = true;
      },
      text(piece) {
        if (taking) value += piece;
      },
      close(name) {
        if (name === 'v' || name === 't') taking = false;
        else if (name === 'rPh') phonetic = false;
        else if (name === 'c' && column < context.columns_max) {
          const read = readCell(value, type, style, context);
          if (read.broken) broken_at ??= column + 1;
          digits_lost ||= read.digits_lost;
          while (cells.length < column) cells.push(null);
          cells[column] = read.text;
        } else if (name === 'row' && (broken_at !== null || cells.some((cell) => cell !== null))) {
          onRow({ line, cells, digits_lost, broken_at });
        }
      },
    },
    between,
  );
}

interface Cell {
  readonly text: string | null;
  readonly digits_lost: boolean;
  readonly broken: boolean;
}

const empty: Cell = { text: null, digits_lost: false, broken: false };
const unreadable: Cell = { text: null, digits_lost: false, broken: true };

function readCell(value: string, type: string, style: number, context: SheetContext): Cell {
  if (type === 'inlineStr' || type === 'str') return textCell(value);
  if (value === '') return empty;
  if (type === 's') {
    const text = context.texts[Number(value)];
    return text === undefined ? unreadable : textCell(text);
  }
  if (type === 'b') return textCell(value === '1' ? 'true' : 'false');
  // A formula's error (#N/A, #REF!) is no value.
  if (type === 'e') return empty;
  if (type === 'd') return textCell(value.replace('T', ' '));
  return numberCell(value, context.dateStyles[style] ?? false, context.date_system);
}

function textCell(text: string): Cell {
  return text === '' ? empty : { text, digits_lost: false, broken: false };
}

/** Largest number whose every digit a spreadsheet keeps. */
const exact_max = 1e15;

function numberCell(value: string, isDate: boolean, system: 1900 | 1904): Cell {
  const number = Number(value);
  if (!Number.isFinite(number)) return unreadable;
  if (isDate) {
    const text = serialToText(number, system);
    return text === null ? unreadable : textCell(text);
  }
  // Kept in scientific form, so that nobody downstream takes the padded digits for an id.
  if (Math.abs(number) >= exact_max) {
    return { text: number.toExponential(14).toUpperCase(), digits_lost: true, broken: false };
  }
  return textCell(String(number));
}
