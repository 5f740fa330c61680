import * as client from 'openid-client';
import { PolyprismError } from '../../model/issue.ts';
import type { OidcConfig, ServerConfig } from '../config.ts';
import { fetchOutbound } from '../outbound/fetch-outbound.ts';
import type { OutboundPolicy } from '../outbound/outbound-url.ts';
import { vouchedFactor } from './vouched-factor.ts';

/** What must be remembered between going to the provider and coming back. */
export interface Flow {
  readonly verifier: string;
  readonly nonce: string;
  /** Path on this server where the browser goes once it is back. */
  readonly return_path: string;
}

export interface CameBack {
  readonly subject: string;
  readonly second_factor: boolean;
}

export interface Provider {
  /** Where to send the browser: authorization code with PKCE, a state and a nonce. */
  address(flow: Flow, state: string): Promise<URL>;
  /**
   * Who came back, and whether the provider vouches for a second factor; every check of the
   * protocol is the library's.
   */
  cameBack(current: URL, flow: Flow, state: string): Promise<CameBack>;
}

export function newFlow(return_path: string): Flow {
  return { verifier: client.randomPKCECodeVerifier(), nonce: client.randomNonce(), return_path };
}

/** Loopback providers alone may go without TLS: they are tests and trials on one machine. */
function isLoopback(issuer: string): boolean {
  return /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?(\/|$)/.test(issuer);
}

/** A provider on this machine was written down by whoever runs it. */
function policyFor({ outbound }: ServerConfig, { issuer }: OidcConfig): OutboundPolicy {
  if (!isLoopback(issuer)) return outbound;
  return { ...outbound, internal: [...outbound.internal, '127.0.0.0/8', '::1/128'] };
}

/** The provider of the configuration; its description is fetched when it is first needed. */
export function oidcProvider(config: ServerConfig, oidc: OidcConfig): Provider {
  const discovered = lazily(
    async () =>
      await client.discovery(new URL(oidc.issuer), oidc.client_id, oidc.client_secret, undefined, {
        timeout: 10,
        [client.customFetch]: fetchOutbound(policyFor(config, oidc)),
        // Signatures are checked as well, though the token comes straight from the provider.
        execute: [
          client.enableNonRepudiationChecks,
          ...(isLoopback(oidc.issuer) ? [client.allowInsecureRequests] : []),
        ],
      }),
  );
  const redirect_uri = callbackOf(config);
  return {
    address: async ({ verifier, nonce }, state) =>
      client.buildAuthorizationUrl(await discovered(), {
        redirect_uri,
        scope: 'openid',
        ...(oidc.vouched.acr.length > 0 && { acr_values: oidc.vouched.acr.join(' ') }),
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
      }),
    cameBack: async (current, { verifier, nonce }, state) => {
      const came = new URL(redirect_uri);
      came.search = current.search;
      const tokens = await client.authorizationCodeGrant(await discovered(), came, {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (claims === undefined) throw new PolyprismError('auth.oidc_refused');
      const { sub: subject, acr, amr } = claims;
      return { subject, second_factor: vouchedFactor({ acr, amr }, oidc) };
    },
  };
}

export function callbackOf({ public_url, host, port }: ServerConfig): string {
  return `${public_url ?? `http://${host}:${port}`}/api/v1/oidc/callback`;
}

/** Once it has worked it is kept; a failure is tried again by whoever comes next. */
function lazily<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return async () => {
    made ??= make();
    return await made.catch((error: unknown) => {
      made = null;
      throw error;
    });
  };
}
