import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';

export interface OidcProvider {
  readonly issuer: string;
  /** Spoils the next ID token in one way. */
  spoil: 'nothing' | 'nonce' | 'audience' | 'signature' | 'expiry';
  /** What the next ID tokens say of how one signed in. */
  how: { readonly acr?: string; readonly amr?: readonly string[] };
  end(): Promise<void>;
}

interface Grant {
  readonly nonce: string;
  readonly challenge: string;
  readonly redirect_uri: string;
}

/** An OpenID provider over HTTP that signs everybody in as one subject: discovery, PKCE, RS256. */
export async function oidcProvider(subject: string, client_id: string): Promise<OidcProvider> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  const grants = new Map<string, Grant>();
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const tokenFor = ({ nonce }: Grant): string => {
    const { spoil } = provider;
    const now = Math.floor(Date.now() / 1_000);
    const claims = {
      iss: provider.issuer,
      sub: subject,
      aud: spoil === 'audience' ? 'somebody-else' : client_id,
      ...provider.how,
      nonce: spoil === 'nonce' ? 'another' : nonce,
      iat: spoil === 'expiry' ? now - 7_200 : now,
      exp: spoil === 'expiry' ? now - 3_600 : now + 60,
    };
    const text = `${part({ alg: 'RS256', kid: 'k' })}.${part(claims)}`;
    const signature = sign('sha256', Buffer.from(text), privateKey);
    if (spoil === 'signature') signature[0] = (signature[0] ?? 0) ^ 1;
    return `${text}.${signature.toString('base64url')}`;
  };
  const answers: Record<string, (url: URL, body: URLSearchParams) => unknown> = {
    '/.well-known/openid-configuration': () => ({
      issuer: provider.issuer,
      authorization_endpoint: `${provider.issuer}/authorize`,
      token_endpoint: `${provider.issuer}/token`,
      jwks_uri: `${provider.issuer}/keys`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      code_challenge_methods_supported: ['S256'],
    }),
    '/keys': () => ({
      keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256', use: 'sig' }],
    }),
    '/token': (_, body) => {
      const grant = grants.get(body.get('code') ?? '');
      grants.delete(body.get('code') ?? '');
      const verifier = createHash('sha256').update(body.get('code_verifier') ?? '');
      if (grant?.challenge !== verifier.digest('base64url')) return null;
      return {
        access_token: randomUUID(),
        token_type: 'bearer',
        id_token: tokenFor(grant),
      };
    },
  };
  const authorize = (url: URL, response: ServerResponse): void => {
    const asked = (name: string): string => url.searchParams.get(name) ?? '';
    const code = randomUUID();
    const redirect_uri = asked('redirect_uri');
    grants.set(code, { nonce: asked('nonce'), challenge: asked('code_challenge'), redirect_uri });
    const back = new URL(redirect_uri);
    back.search = new URLSearchParams({ code, state: asked('state') }).toString();
    response.writeHead(302, { location: back.href }).end();
  };
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://provider');
    if (url.pathname === '/authorize') return authorize(url, response);
    let text = '';
    for await (const data of request) text += String(data);
    const value = answers[url.pathname]?.(url, new URLSearchParams(text)) ?? null;
    response.writeHead(value === null ? 400 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(value ?? { error: 'invalid_grant' }));
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const provider: OidcProvider = {
    issuer: `http://127.0.0.1:${port}`,
    spoil: 'nothing',
    how: {},
    end: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return provider;
}
