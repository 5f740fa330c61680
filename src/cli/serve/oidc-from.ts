import { PolyprismError } from '../../model/issue.ts';
import type { OidcConfig } from '../../server/config.ts';

/** The provider of single sign-on, from the environment: no secret on a command line. */
export function oidcFrom(env: Readonly<Record<string, string | undefined>>): OidcConfig | null {
  const issuer = env['POLYPRISM_OIDC_ISSUER'];
  const client_id = env['POLYPRISM_OIDC_CLIENT_ID'];
  const client_secret = env['POLYPRISM_OIDC_CLIENT_SECRET'];
  if (issuer === undefined && client_id === undefined) return null;
  if (issuer === undefined || client_id === undefined || client_secret === undefined) {
    throw new PolyprismError('serve.oidc_incomplete');
  }
  return { issuer, client_id, client_secret };
}
