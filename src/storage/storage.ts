import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { PolyprismError } from '../model/issue.ts';
import { readProfiles } from './read-profile.ts';

/** How object storage is reached: at which address, by whose key, until when. */
export interface Storage {
  /** Null where it is that of Amazon. */
  readonly endpoint: URL | null;
  readonly region: string;
  /** Whether the bucket is part of the host's name; else it is the first part of the path. */
  readonly bucket_in_host: boolean;
  /** Null: requests are not signed; what everybody may read can be read so. */
  readonly credentials: Credentials | null;
  readonly signal?: AbortSignal;
}

export interface Credentials {
  readonly access_key_id: string;
  readonly secret_access_key: string;
  readonly session_token: string | null;
}

type Settings = ReadonlyMap<string, string>;

/**
 * Storage as the environment and the files below `~/.aws` say, by the names that the tools of
 * Amazon gave them. Throws `s3.no_profile` or `s3.bad_endpoint`.
 */
export async function openStorage(env: NodeJS.ProcessEnv, signal?: AbortSignal): Promise<Storage> {
  const profile = await profileOf(env);
  const endpoint = endpointOf(
    env['AWS_ENDPOINT_URL_S3'] ?? env['AWS_ENDPOINT_URL'] ?? profile.get('endpoint_url'),
  );
  const region = env['AWS_REGION'] ?? env['AWS_DEFAULT_REGION'] ?? profile.get('region');
  const style = profile.get('s3.addressing_style');
  return {
    endpoint,
    region: region ?? 'us-east-1',
    bucket_in_host: style === 'virtual' || (endpoint === null && style !== 'path'),
    credentials: credentialsOf(env, profile),
    ...(signal !== undefined && { signal }),
  };
}

async function profileOf(env: NodeJS.ProcessEnv): Promise<Settings> {
  const name = env['AWS_PROFILE'] ?? 'default';
  const folder = join(homedir(), '.aws');
  const files = [
    env['AWS_CONFIG_FILE'] ?? join(folder, 'config'),
    env['AWS_SHARED_CREDENTIALS_FILE'] ?? join(folder, 'credentials'),
  ];
  const settings = new Map<string, string>();
  let found = false;
  for (const file of files) {
    const section = readProfiles(await readFile(file, 'utf8').catch(() => '')).get(name);
    found ||= section !== undefined;
    for (const [setting, value] of section ?? []) settings.set(setting, value);
  }
  if (!found && env['AWS_PROFILE'] !== undefined) {
    throw new PolyprismError('s3.no_profile', { profile: name });
  }
  return settings;
}

function credentialsOf(env: NodeJS.ProcessEnv, profile: Settings): Credentials | null {
  const [id, secret] = [env['AWS_ACCESS_KEY_ID'], env['AWS_SECRET_ACCESS_KEY']];
  const token = env['AWS_SESSION_TOKEN'];
  if (id && secret) return credentials(id, secret, token);
  const stored = profile.get('aws_access_key_id');
  const kept = profile.get('aws_secret_access_key');
  return stored && kept ? credentials(stored, kept, profile.get('aws_session_token')) : null;
}

function credentials(id: string, secret: string, token: string | undefined): Credentials {
  return { access_key_id: id, secret_access_key: secret, session_token: token || null };
}

function endpointOf(text: string | undefined): URL | null {
  if (!text) return null;
  const url = URL.parse(text);
  const plain = url !== null && /^https?:$/.test(url.protocol) && url.search + url.hash === '';
  if (!plain || url.username + url.password !== '') throw new PolyprismError('s3.bad_endpoint');
  return url;
}
