/** What an expression over a row holds, as DuckDB types it. */
export type RowType =
  | { readonly kind: 'int'; readonly bits: 32 | 64 }
  | { readonly kind: 'decimal'; readonly width: number; readonly scale: number }
  | { readonly kind: 'double' | 'text' | 'bool' | 'date' | 'instant' | 'null' };

export type RowKind = RowType['kind'];

export const integer: RowType = { kind: 'int', bits: 32 };
export const bigint: RowType = { kind: 'int', bits: 64 };
export const double: RowType = { kind: 'double' };
export const text: RowType = { kind: 'text' };
export const bool: RowType = { kind: 'bool' };
export const date: RowType = { kind: 'date' };
export const instant: RowType = { kind: 'instant' };
export const nothing: RowType = { kind: 'null' };

/** Digits of the widest DECIMAL. */
const width_max = 38;

/** Digits of a DECIMAL that still fits 64 bits; engines do not widen past it unasked. */
const width_64 = 18;

/** A number's digits before and after the point; null for what is no exact number. */
export function digitsOf(type: RowType): { readonly width: number; readonly scale: number } | null {
  if (type.kind === 'decimal') return type;
  if (type.kind !== 'int') return null;
  return { width: type.bits === 32 ? 10 : 19, scale: 0 };
}

/** The type both can be brought to without a cast written out; null where there is none. */
export function commonType(a: RowType, b: RowType): RowType | null {
  if (a.kind === 'null') return b;
  if (b.kind === 'null') return a;
  if (a.kind === 'int' && b.kind === 'int') return a.bits === 64 ? a : b;
  const [left, right] = [digitsOf(a), digitsOf(b)];
  if (left && right) {
    const scale = Math.max(left.scale, right.scale);
    const whole = Math.max(left.width - left.scale, right.width - right.scale);
    return decimal(whole + scale, scale);
  }
  if ((left ?? a.kind === 'double') && (right ?? b.kind === 'double')) return double;
  return a.kind === b.kind ? a : null;
}

export type Arithmetic = '+' | '-' | '*' | '%';

/** The type of a sum, difference, product or remainder; null where one side is no number. */
export function arithmeticType(operation: Arithmetic, a: RowType, b: RowType): RowType | null {
  if (a.kind === 'null' || b.kind === 'null') return numberOf(a.kind === 'null' ? b : a);
  if (a.kind === 'int' && b.kind === 'int') return a.bits === 64 ? a : b;
  const [left, right] = [digitsOf(a), digitsOf(b)];
  if (!left || !right) return (left ?? right ?? true) && numeric(a) && numeric(b) ? double : null;
  const widest = Math.max(left.width, right.width);
  const most = (width: number): number =>
    width > width_64 && widest <= width_64 ? width_64 : width;
  if (operation === '*') {
    const scale = left.scale + right.scale;
    const width = left.width + right.width;
    return decimal(scale < width_64 ? most(width) : width, scale);
  }
  const scale = Math.max(left.scale, right.scale);
  const whole = Math.max(left.width - left.scale, right.width - right.scale);
  if (operation === '%') return decimal(whole + scale, scale);
  return decimal(most(Math.max(whole + scale, widest) + 1), scale);
}

function numeric({ kind }: RowType): boolean {
  return kind === 'int' || kind === 'decimal' || kind === 'double';
}

function numberOf(type: RowType): RowType | null {
  if (type.kind === 'null') return bigint;
  return numeric(type) ? type : null;
}

/** null where it has more digits than any engine holds. */
function decimal(width: number, scale: number): RowType | null {
  return width <= width_max && scale <= width_max ? { kind: 'decimal', width, scale } : null;
}

/** As SQL writes it. */
export function nameOf(type: RowType): string {
  if (type.kind === 'int') return type.bits === 64 ? 'BIGINT' : 'INTEGER';
  if (type.kind === 'decimal') return `DECIMAL(${type.width},${type.scale})`;
  return names[type.kind];
}

const names = {
  double: 'DOUBLE',
  text: 'VARCHAR',
  bool: 'BOOLEAN',
  date: 'DATE',
  instant: 'TIMESTAMP',
  null: 'NULL',
} as const;
