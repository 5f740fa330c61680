import { execFileSync, spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.ts';

const example = new URL('../../examples/vendure', import.meta.url).pathname;

/** Asks one of Vendure's APIs, as the customer or administrator who signed in there. */
export type Ask = <T>(query: string, variables?: Readonly<Record<string, unknown>>) => Promise<T>;

export interface VendureShop {
  /** A visitor of the shop, each with a session of its own. */
  visitor(): Ask;
  admin(): Promise<Ask>;
  log(): string;
  stop(): Promise<void>;
}

/**
 * The example shop with Vendure from npm. It is under the GPL and so nothing of ours: installed
 * outside the repository, once for each version.
 */
export async function vendureShop(hook: string, key: string): Promise<VendureShop> {
  const folder = installed();
  const port = await freePort();
  const env = {
    ...process.env,
    PORT: String(port),
    POLYPRISM_URL: hook,
    POLYPRISM_KEY: key,
  };
  const child = spawn(process.execPath, ['shop.mjs'], { cwd: folder, env });
  let log = '';
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.stderr.on('data', (part: Buffer) => (log += part.toString()));
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (part: Buffer) => {
      log += part.toString();
      if (/^ready /m.test(log)) resolve();
    });
    void gone.then(() => reject(new Error(`the shop did not start: ${log}`)));
  });
  const ask = (path: string): Ask => session(`http://127.0.0.1:${port}/${path}`);
  return {
    visitor: () => ask('shop-api'),
    admin: async () => {
      const admin = ask('admin-api');
      await admin(`mutation {
        login(username: "superadmin", password: "superadmin") { __typename } }`);
      return admin;
    },
    log: () => log,
    stop: async () => {
      child.kill('SIGTERM');
      await gone;
    },
  };
}

function installed(): string {
  const text = readFileSync(join(example, 'package.json'), 'utf8');
  // Ours.
  const wanted = JSON.parse(text) as { dependencies: Record<string, string> };
  const version = wanted.dependencies['@vendure/core'] ?? '';
  const folder = join(tmpdir(), `polyprism-vendure-${version}`);
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(example)) copyFileSync(join(example, file), join(folder, file));
  if (!existsSync(join(folder, 'node_modules/@vendure/core/package.json'))) {
    const quiet = ['--no-audit', '--no-fund', '--ignore-scripts'];
    execFileSync('npm', ['install', ...quiet], { cwd: folder, stdio: 'inherit' });
  }
  return folder;
}

/** Remembers the token of its session, as a browser remembers a cookie. */
function session(url: string): Ask {
  let token = '';
  return async <T>(query: string, variables = {}) => {
    const answer = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token !== '' && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ query, variables }),
    });
    token = answer.headers.get('vendure-auth-token') ?? token;
    // GraphQL's own shape.
    const told = (await answer.json()) as { data: T; errors?: readonly { message: string }[] };
    const [wrong] = told.errors ?? [];
    if (wrong !== undefined) throw new Error(wrong.message);
    return told.data;
  };
}
