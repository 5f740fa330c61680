import { isIP } from 'node:net';
import { PolyprismError } from '../../model/issue.ts';

/** A database address taken apart. */
export interface DatabaseUrl {
  readonly kind: 'mysql' | 'postgres';
  /** Without user and password: what may be shown and written. */
  readonly name: string;
  readonly host: string;
  /** IP address to connect to where the host was looked up already (`?address=`). */
  readonly address: string | null;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  /** Unix socket (`?socket=`): a file for MySQL, a folder for PostgreSQL. */
  readonly socket: string | null;
  /** `?ssl=true`, or what PostgreSQL calls it: encrypted, certificate checked. */
  readonly ssl: boolean;
}

const schemes: Readonly<Record<string, DatabaseUrl['kind']>> = {
  'mysql:': 'mysql',
  'mariadb:': 'mysql',
  'postgres:': 'postgres',
  'postgresql:': 'postgres',
};

const ports = { mysql: 3306, postgres: 5432 } as const;

export function isDatabaseUrl(input: string): boolean {
  return /^(mysql|mariadb|postgres|postgresql):\/\//i.test(input);
}

/** Throws `live.bad_url` or `live.no_database`; neither says more of the address than its host. */
export function parseDatabaseUrl(input: string): DatabaseUrl {
  const url = URL.parse(input);
  const kind = url === null ? undefined : schemes[url.protocol];
  if (url === null || kind === undefined) throw new PolyprismError('live.bad_url');
  const ssl = url.searchParams.get('ssl') ?? url.searchParams.get('sslmode');
  const socket = url.searchParams.get('socket');
  const address = url.searchParams.get('address');
  if (address !== null && isIP(address) === 0) throw new PolyprismError('live.bad_url');
  const host = url.hostname === '' ? 'localhost' : url.hostname.replace(/^\[(.*)\]$/, '$1');
  const port = url.port === '' ? ports[kind] : Number(url.port);
  const database = decoded(url.pathname.slice(1));
  const where = socket === null ? `${url.hostname || host}:${port}` : 'localhost';
  const name = `${kind}://${where}/${database}`;
  if (database === '') {
    throw new PolyprismError('live.no_database', {}, { file: name, line: null, column: null });
  }
  return {
    kind,
    name,
    host,
    address,
    port,
    user: decoded(url.username),
    password: decoded(url.password),
    database,
    socket,
    ssl: /^(1|true|require|verify-full)$/.test(ssl ?? ''),
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new PolyprismError('live.bad_url');
  }
}
