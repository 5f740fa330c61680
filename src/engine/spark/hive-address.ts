import { PolyprismError } from '../../model/issue.ts';

/** Where a HiveServer2 listens and how it is spoken to. */
export interface HiveAddress {
  /** Without user and password: what may be shown and written. */
  readonly name: string;
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  readonly password: string;
  /** `sasl` is SASL PLAIN, what a server without any setting expects. */
  readonly transport: 'sasl' | 'plain' | 'http';
  readonly http_path: string;
  readonly tls: boolean;
  /** Settings of the session: what stands after `?` and `#`. */
  readonly settings: Readonly<Record<string, string>>;
}

const ports = { sasl: 10_000, plain: 10_000, http: 10_001 } as const;

/** Options of an address that are known, by their names in JDBC. */
const known = new Set(['auth', 'httppath', 'password', 'ssl', 'transportmode', 'user']);

/**
 * Reads `hive2://host:port/database;auth=noSasl;transportMode=http;httpPath=…;ssl=true?conf`, the
 * address of JDBC with or without `jdbc:`. Throws `spark.bad_url`, which tells nothing of it.
 */
export function parseHiveAddress(text: string): HiveAddress {
  const [, head = '', options = '', ...settings] =
    /^(?:jdbc:)?(?:hive2|kyuubi):\/\/([^;?#]*)((?:;[^;?#]*)*)(?:\?([^#]*))?(?:#(.*))?$/i.exec(
      text,
    ) ?? [];
  const url = URL.parse(`hive2://${head}`);
  if (head === '' || url === null || url.hostname === '') throw new PolyprismError('spark.bad_url');
  const given = pairsOf(options);
  const of = new Map(Object.entries(given).map(([name, value]) => [name.toLowerCase(), value]));
  const auth = (of.get('auth') ?? 'plain').toLowerCase();
  const mode = (of.get('transportmode') ?? 'binary').toLowerCase();
  const wrong = [...of.keys()].some((name) => !known.has(name));
  if (wrong || !/^(plain|none|nosasl)$/.test(auth) || !/^(binary|http)$/.test(mode)) {
    throw new PolyprismError('spark.bad_url');
  }
  const transport = mode === 'http' ? 'http' : auth === 'nosasl' ? 'plain' : 'sasl';
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const port = url.port === '' ? ports[transport] : Number(url.port);
  const database = decoded(url.pathname.slice(1)) || 'default';
  return {
    name: `hive2://${url.hostname}:${port}/${database}`,
    host,
    port,
    database,
    user: of.get('user') ?? (decoded(url.username) || 'anonymous'),
    password: of.get('password') ?? (decoded(url.password) || 'anonymous'),
    transport,
    http_path: (of.get('httppath') ?? 'cliservice').replace(/^\//, ''),
    tls: /^(1|true)$/i.test(of.get('ssl') ?? ''),
    settings: Object.assign({}, ...settings.map((some) => pairsOf(some ?? ''))),
  };
}

/** `a=1;b=2` as a record. */
function pairsOf(text: string): Record<string, string> {
  const parts = text.split(';').filter((part) => part !== '');
  return Object.fromEntries(
    parts.map((part) => {
      const at = part.indexOf('=');
      if (at < 1) throw new PolyprismError('spark.bad_url');
      return [decoded(part.slice(0, at)), decoded(part.slice(at + 1))];
    }),
  );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new PolyprismError('spark.bad_url');
  }
}
