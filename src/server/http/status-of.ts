import type { IssueCode } from '../../model/issue.ts';

/** Codes whose HTTP status is not that of their family. */
const statuses: Readonly<Partial<Record<IssueCode, number>>> = {
  'affiliation.no_step': 409,
  'affiliation.taken': 409,
  'affiliation.there': 409,
  'auth.forbidden': 403,
  'auth.key_unknown': 401,
  'auth.needed': 401,
  'auth.scope_missing': 403,
  'auth.last_admin': 409,
  'auth.link_unknown': 404,
  'auth.login_taken': 409,
  'auth.no_tenant': 403,
  'auth.not_hosting': 403,
  'auth.oidc_refused': 401,
  'auth.oidc_unknown': 403,
  'auth.second_factor_needed': 401,
  'auth.second_factor_required': 403,
  'auth.second_factor_wrong': 401,
  'auth.setup_done': 409,
  'auth.wait': 429,
  'auth.wrong': 401,
  'auth.wrong_origin': 403,
  'disclosure.no_matter': 404,
  'disclosure.not_decided': 409,
  'disclosure.withdrawn': 409,
  'http.body_too_large': 413,
  'http.cut_short': 400,
  'http.internal': 500,
  'http.invalid': 400,
  'http.media_type': 415,
  'http.method_not_allowed': 405,
  'http.not_found': 404,
  'http.not_json': 400,
  'http.stopping': 503,
  'http.too_many_requests': 429,
  'http.wrong_host': 421,
  'job.not_failed': 409,
  'job.over': 409,
  'upload.busy': 409,
  'upload.too_long': 413,
  'upload.wrong_offset': 409,
};

/** The status an issue answers with: 422 where the request was understood and cannot be done. */
export function statusOf(code: IssueCode): number {
  return statuses[code] ?? 422;
}
