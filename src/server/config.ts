import type { Party, Role } from '../model/actor.ts';
import { limits } from '../model/limits.ts';
import type { OutboundPolicy } from './outbound/outbound-url.ts';
import type { Rate } from './http/token-bucket.ts';

export interface OidcConfig {
  readonly issuer: string;
  readonly client_id: string;
  readonly client_secret: string;
  /** What in its tokens says that a second factor was shown; where both are empty, nothing does. */
  readonly vouched: { readonly acr: readonly string[]; readonly amr: readonly string[] };
}

/** Somebody whom a visitor of a demonstration may be. */
export interface DemoFace {
  readonly user_id: string;
  readonly name: string;
  readonly party: Party;
  readonly tenant_id: string;
  readonly tenant: string;
  readonly roles: readonly Role[];
}

/** Spark behind a HiveServer2, on which inspections run their provisions. */
export interface SparkConfig {
  readonly url: string;
  /** What Spark calls the workspace. */
  readonly workspace: string;
}

/** How a server is run; every setting with its meaning. */
export interface ServerConfig {
  readonly host: string;
  readonly port: number;
  /** Address users type, without a path; null where it is the address listened on. */
  readonly public_url: string | null;
  /** Addresses and networks whose X-Forwarded-For is believed. */
  readonly trusted_proxies: readonly string[];
  /** Databases that connectors may read, each as `host:port`. */
  readonly connector_hosts: readonly string[];
  /** File of SHA-1 digests of passwords that leaked, in order; null: none is at hand. */
  readonly breached_passwords: string | null;
  /** Must a second factor be shown for anything but one's own account? Consumers have none. */
  readonly second_factor: 'required' | 'offered';
  /** Signing in at somebody else's: address of the provider and what it knows us by. */
  readonly oidc: OidcConfig | null;
  /** In a demonstration on one's own machine: users anybody may sign in as; else nobody. */
  readonly demo: readonly DemoFace[];
  /** Address of an authority that stamps states of the log (RFC 3161); null: nobody is asked. */
  readonly timestamp_authority: string | null;
  /** Whom the server itself may ask: webhooks, providers of sign-in. */
  readonly outbound: OutboundPolicy;
  /** Where provisions of inspections run; null: in the process of each. */
  readonly spark: SparkConfig | null;
  /** Bytes a tenant's uploads and inspections may take in the workspace together. */
  readonly tenant_disk_bytes_max: number;
  /** Requests of one address before it is known who asks. */
  readonly rate_address: Rate;
  /** Requests of one user or key. */
  readonly rate_caller: Rate;
  /** Attempts to sign in, and the like, of one address. */
  readonly rate_secrets: Rate;
}

export const defaultConfig: ServerConfig = {
  host: '127.0.0.1',
  port: 4_880,
  public_url: null,
  trusted_proxies: [],
  connector_hosts: [],
  breached_passwords: null,
  second_factor: 'required',
  oidc: null,
  demo: [],
  timestamp_authority: null,
  outbound: { ports: [443, 8_443], internal: [] },
  spark: null,
  tenant_disk_bytes_max: limits.tenant_disk_bytes_max,
  rate_address: { burst: 400, per_second: 100 },
  rate_caller: { burst: 200, per_second: 50 },
  rate_secrets: { burst: 20, per_second: 0.2 },
};

/** Is what users type https, whoever ends TLS? */
export function behindTls(config: ServerConfig): boolean {
  return config.public_url?.startsWith('https:') ?? false;
}

/** Name of the session cookie: the prefix makes browsers insist on Secure, no Domain, Path=/. */
export function cookieName(config: ServerConfig): string {
  return behindTls(config) ? '__Host-polyprism_session' : 'polyprism_session';
}
