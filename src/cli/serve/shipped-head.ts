import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';

export interface ShippedHead {
  readonly jurisdiction: string | null;
  /** ISO 4217, of the amounts its law imposes. */
  readonly currency: string | null;
}

/** What the head of a shipped pack says of the law in it. */
export async function shippedHead(folder: string): Promise<ShippedHead> {
  const head: unknown = parse(await readFile(join(folder, 'pack.yaml'), 'utf8'));
  const said: Readonly<Record<string, unknown>> =
    typeof head === 'object' && head !== null ? { ...head } : {};
  const text = (name: string): string | null => {
    const value = said[name];
    return typeof value === 'string' ? value : null;
  };
  return { jurisdiction: text('jurisdiction'), currency: text('currency') };
}
