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
  const vouched = vouchedFrom(env['POLYPRISM_OIDC_SECOND_FACTOR'] ?? '');
  return { issuer, client_id, client_secret, vouched };
}

/** Claims separated by spaces, each `acr:` or `amr:` and its value. */
function vouchedFrom(text: string): OidcConfig['vouched'] {
  const claims = text.split(/\s+/).filter((claim) => claim !== '');
  const wrong = claims.find((claim) => !/^(acr|amr):./.test(claim));
  if (wrong !== undefined) throw new PolyprismError('serve.oidc_second_factor', { claim: wrong });
  const of = (name: string): string[] =>
    claims.filter((claim) => claim.startsWith(name)).map((claim) => claim.slice(name.length));
  return { acr: of('acr:'), amr: of('amr:') };
}
