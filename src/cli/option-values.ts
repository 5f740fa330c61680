import { marketNames } from '../generate/lawful/markets/market.ts';
import type { MarketName } from '../generate/lawful/markets/market.ts';
import { encodingOf } from '../intake/charset-names.ts';
import { PolyprismError } from '../model/issue.ts';
import type { LakePlace } from '../inspect/lake/lake-place.ts';
import { isNetwork } from '../server/http/client-address.ts';
import type { Language } from './language.ts';
import { formats } from './report-formats.ts';
import type { Format } from './report-formats.ts';

/** Readers of option values: each returns the value or throws a `cli.bad_…` that says why not. */

export function isoDate(value: string): string {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
  // Date.parse takes 30 February for 2 March.
  const real = !Number.isNaN(at) && new Date(at).toISOString().startsWith(value);
  if (!real) throw new PolyprismError('cli.bad_date', { value });
  return value;
}

export function wholeNumber(min: number, max: number): (value: string) => number {
  return (value) => {
    const number = /^\d{1,10}$/.test(value) ? Number(value) : Number.NaN;
    if (number >= min && number <= max) return number;
    throw new PolyprismError('cli.bad_number', { value, min, max });
  };
}

/** A whole number that may be written as 1e9 or 2.5e6. */
export function count(min: number, max: number): (value: string) => number {
  return (value) => {
    const number = /^\d{1,16}(\.\d{1,15})?(e\d{1,2})?$/i.test(value) ? Number(value) : Number.NaN;
    if (Number.isInteger(number) && number >= min && number <= max) return number;
    throw new PolyprismError('cli.bad_number', { value, min, max });
  };
}

export function reportFormats(value: string): Format[] {
  const names = value.split(',').map((name) => name.trim());
  const unknown = names.filter((name) => !(formats as readonly string[]).includes(name));
  if (unknown.length === 0) return names as Format[];
  const params = { value: unknown.join(', '), names: formats.join(', ') };
  throw new PolyprismError('cli.bad_format', params);
}

export function engine(value: string): 'duckdb' | 'spark' {
  if (value === 'duckdb' || value === 'spark') return value;
  throw new PolyprismError('cli.bad_engine', { value });
}

/** `iceberg:catalog.namespace`, or `parquet:` and an address of a folder as Spark writes it. */
export function engineTables(value: string): LakePlace {
  const [, namespace] = /^iceberg:([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+)$/.exec(value) ?? [];
  if (namespace !== undefined) return { kind: 'iceberg', namespace };
  // Spark reads these characters as patterns.
  const [, folder] = /^parquet:([a-z][a-z0-9+.-]*:\/[^*?[\]{}]+?)\/*$/i.exec(value) ?? [];
  if (folder !== undefined) return { kind: 'parquet', folder: folder.replace(/^s3:/i, 's3a:') };
  throw new PolyprismError('cli.bad_engine_tables', { value });
}

export function forest(value: string): 'kernels' | 'sql' | 'both' {
  if (value === 'kernels' || value === 'sql' || value === 'both') return value;
  throw new PolyprismError('cli.bad_forest', { value });
}

export function language(value: string): Language {
  if (value === 'zh' || value === 'en') return value;
  throw new PolyprismError('cli.bad_language', { value });
}

export function market(value: string): MarketName {
  const found = marketNames.find((name) => name === value);
  if (found !== undefined) return found;
  throw new PolyprismError('cli.bad_market', { value, names: marketNames.join(', ') });
}

export function timeZone(value: string): string {
  // Offsets such as +08:00 are no zones of the tz database, though Intl would take them.
  const known = /^[A-Za-z]/.test(value) && isTimeZone(value);
  if (!known) throw new PolyprismError('cli.bad_time_zone', { value });
  return value;
}

function isTimeZone(value: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: value }) !== null;
  } catch {
    return false;
  }
}

export function currency(value: string): string {
  const code = value.toUpperCase();
  if (Intl.supportedValuesOf('currency').includes(code)) return code;
  throw new PolyprismError('cli.bad_currency', { value });
}

export function charset(value: string): string {
  if (encodingOf(value) !== null) return value;
  throw new PolyprismError('cli.bad_charset', { value });
}

/** As DuckDB takes it. */
export function memorySize(value: string): string {
  if (/^[1-9]\d{0,6}(\.\d+)? ?([KMGT]i?B)$/i.test(value)) return value;
  throw new PolyprismError('cli.bad_memory', { value });
}

const powers = 'KMGT';

/** The same as bytes: KB, MB, GB, TB are thousands, KiB, MiB, GiB, TiB 1,024. */
export function bytes(value: string): number {
  const [, number, power = '', binary] = /^([\d.]+) ?([KMGT])(i?)B$/i.exec(memorySize(value)) ?? [];
  const exponent = powers.indexOf(power.toUpperCase()) + 1;
  return Number(number) * (binary ? 1024 : 1000) ** exponent;
}

/** The address users type: http or https, a host, nothing behind it. */
export function publicUrl(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : null;
  const bare = url !== null && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`;
  if (!bare) throw new PolyprismError('cli.bad_public_url', { value });
  return url.origin;
}

/** Addresses and networks (`10.0.0.0/8`), one after the other. */
export function networks(value: string, before: readonly string[] = []): readonly string[] {
  if (!isNetwork(value)) throw new PolyprismError('cli.bad_network', { value });
  return [...before, value];
}

export function secondFactor(value: string): 'required' | 'offered' {
  if (value === 'required' || value === 'offered') return value;
  throw new PolyprismError('cli.bad_second_factor', { value });
}

/** Ports, one after the other. */
export function ports(value: string, before: readonly number[] = []): readonly number[] {
  return [...before, wholeNumber(1, 65_535)(value)];
}
