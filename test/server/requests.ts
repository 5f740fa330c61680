import type { Person } from '../support/api-server.ts';

/** What a good request of a route holds, its object and the caller given. */
export interface GoodRequest {
  readonly params?: (object: string) => Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: (caller: Person | null) => unknown;
  /** What kind of object is in the path: one is made for each request. */
  readonly object?:
    | 'user'
    | 'key'
    | 'session'
    | 'tenant'
    | 'upload'
    | 'mapping'
    | 'inspection'
    | 'left'
    | 'job'
    | 'finding'
    | 'affiliation'
    | 'unlock'
    | 'connector'
    | 'webhook'
    | 'publication'
    | 'plan'
    | 'draft'
    | 'proposal'
    | 'matter'
    | 'view'
    | 'submission';
  /** Further headers. */
  readonly headers?: Readonly<Record<string, string>>;
  /**
   * Which walls keep others from its object: the handler and the database (left out), or row
   * security alone (`rows`), where whose it is follows from the parties of a matter.
   */
  readonly wall?: 'rows';
  /** Codes that show that the gate was passed, where what is asked cannot succeed here. */
  readonly beyond?: readonly string[];
}

const password = 'fünf leise Uhren im Schnee';
const token = 'A'.repeat(43);
let number = 0;
const login = (): string => `made-${(number += 1)}@example.org`;
const upload = (upload_id: string) => ({ upload_id });
const inspection = (inspection_id: string) => ({ inspection_id });
/** In the sponsor tree of an inspection. */
const tree = (more: Readonly<Record<string, string>>) => (inspection_id: string) => ({
  inspection_id,
  tree: 'sponsor',
  ...more,
});
const matter = (matter_id: string) => ({ matter_id });
const submission = (submission_id: string) => ({ submission_id });
const view = (view_id: string) => ({ view_id });
const savedPlan = (plan_id: string) => ({ plan_id });
const draft = (draft_id: string) => ({ draft_id });
const proposal = (proposal_id: string) => ({ proposal_id });
const draftFiles = [{ name: 'pack.yaml', text: '' }];
const job = (job_id: string) => ({ job_id });
const mapping = (name: string) => ({ mapping: name });
const user = (object: string) => ({ user_id: object });

/** A mapping that makes an event of every message with an order. */
export const shopMapping = `
schema: polyprism.webhook/1
events:
  - kind: order.paid
    when: [{ path: $.type, in: [OrderPaid] }]
    id: { path: $.order.code, prefix: paid- }
    at: { path: $.order.paidAt }
    rows:
      - table: order
        columns:
          order_id: { path: $.order.code }
          paid_minor: { path: $.order.total, as: money_major }
`;
const decision = {
  matter_id: 'none',
  kind: 'decision',
  number: null,
  title: 'a',
  subject: null,
  region: null,
  category: 'a',
  facts: 'a',
  outcome: 'a',
  basis: ['a'],
  amount_minor: null,
  currency: null,
  decided_on: '2026-03-01',
  reasons: null,
  draw: null,
};

/** One good request of every route; a route that is missing here fails the matrix. */
export const goodRequests: Readonly<Record<string, GoodRequest>> = {
  'health.read': {},
  'readiness.read': {},
  'about.read': {},
  'metrics.read': {},
  'contract.read': {},
  'setup.create': {
    body: () => ({
      token,
      tenant: { name: 'a', party: 'platform', time_zone: 'UTC' },
      user: { name: 'a', login: login() },
      password,
    }),
    beyond: ['auth.link_unknown'],
  },
  'invitation.accept': { body: () => ({ token, password }), beyond: ['auth.link_unknown'] },
  'session.create': { body: () => ({ login: login(), password }), beyond: ['auth.wrong'] },
  'session.link': { body: () => ({ token }), beyond: ['auth.link_unknown'] },
  'oidc.begin': { beyond: ['http.not_found'] },
  'oidc.finish': { beyond: ['http.not_found'] },
  'demo.faces': {},
  'demo.enter': { body: () => ({ user_id: 'nobody' }), beyond: ['http.not_found'] },
  'session.read': {},
  'session.delete': {},
  'session.enter': {
    body: (caller) => ({ tenant_id: caller?.tenant_id }),
    beyond: ['auth.no_tenant'],
  },
  'session.confirm': { body: () => ({ password }), beyond: ['auth.wrong', 'http.not_found'] },
  'sessions.list': {},
  'sessions.revoke': { params: (session_id) => ({ session_id }), object: 'session' },
  'password.change': { body: () => ({ current: password, new: password }), beyond: ['auth.wrong'] },
  'second_factor.begin': { body: () => ({ password }), beyond: ['auth.wrong'] },
  'second_factor.confirm': {
    body: () => ({ sealed: 'a', code: '000000' }),
    beyond: ['auth.second_factor_wrong'],
  },
  'second_factor.delete': {
    body: () => ({ password, code: '000000' }),
    beyond: ['auth.wrong', 'auth.wait'],
  },
  'tenants.list': { query: { limit: '2' } },
  'tenants.read': { params: (tenant_id) => ({ tenant_id }), object: 'tenant' },
  'tenants.create': {
    body: () => ({
      name: 'a',
      party: 'operator',
      time_zone: 'UTC',
      admin: { name: 'a', login: login() },
    }),
    beyond: ['auth.not_hosting'],
  },
  'tenants.changes': {
    params: (tenant_id) => ({ tenant_id }),
    query: { limit: '2' },
    object: 'tenant',
    beyond: ['auth.not_hosting'],
  },
  'tenants.change': {
    params: (tenant_id) => ({ tenant_id }),
    object: 'tenant',
    body: () => ({
      from_on: '2027-01-01',
      jurisdiction: 'eu',
      licence_number: null,
      licence_url: null,
      reason: 'a',
    }),
    beyond: ['auth.not_hosting'],
  },
  'users.list': { query: { limit: '2' } },
  'users.read': { params: user, object: 'user' },
  'users.create': { body: () => ({ login: login(), name: 'a', roles: ['reader'] }) },
  'users.update': { params: user, object: 'user', body: () => ({ disabled: true }) },
  'users.sign_out': { params: user, object: 'user' },
  'users.invite': { params: user, object: 'user' },
  'memberships.set': { params: user, object: 'user', body: () => ({ roles: ['handler'] }) },
  'consumers.create': { body: () => ({ name: 'a' }) },
  'keys.list': {},
  'keys.create': {
    body: () => ({ name: 'a', scopes: ['read'], roles: ['admin'], days: 1 }),
  },
  'keys.revoke': { params: (key_id) => ({ key_id }), object: 'key' },
  'webhooks.list': {},
  'webhooks.create': {
    body: () => ({ url: 'https://example.com/hook' }),
    beyond: ['webhook.too_many'],
  },
  'webhooks.revoke': { params: (webhook_id) => ({ webhook_id }), object: 'webhook' },
  'webhooks.deliveries': { params: (webhook_id) => ({ webhook_id }), object: 'webhook' },
  'webhooks.retry': { params: (webhook_id) => ({ webhook_id }), object: 'webhook' },
  'refusals.list': {},
  'sign_ins.list': {},
  'uploads.create': { body: () => ({ name: 'a.csv', size_bytes: 3 }) },
  'uploads.append': {
    params: upload,
    object: 'upload',
    headers: { 'upload-offset': '0' },
    body: () => 'abc',
  },
  'kept_files.list': {},
  'kept_term.read': {},
  'kept_term.set': { body: () => ({ months: 12 }) },
  'uploads.read': { params: upload, object: 'upload' },
  'uploads.delete': { params: upload, object: 'upload' },
  'inspections.create': {
    body: () => ({ title: 'a', uploads: ['none'] }),
    // Its uploads are the tenant's: none is there.
    beyond: ['http.not_found'],
  },
  // An upload of the matrix has not arrived.
  'detections.create': { params: upload, object: 'upload', beyond: ['upload.unfinished'] },
  'inspections.accounting': { params: inspection, object: 'left' },
  'inspections.list': {},
  'inspections.read': { params: inspection, object: 'inspection' },
  'inspections.findings': { params: inspection, object: 'inspection' },
  'inspections.file': {
    params: (inspection_id) => ({ inspection_id, file: 'report.json' }),
    object: 'inspection',
  },
  'network.read': { params: inspection, object: 'left' },
  'network.file': { params: tree({ file_path: 'index.json' }), object: 'left' },
  'network.search': { params: tree({}), object: 'left', query: { text: 'g' } },
  'network.member': { params: tree({ member_id: 'a' }), object: 'left' },
  'network.recruits': { params: tree({}), object: 'left' },
  'network.candidates': { params: tree({}), object: 'left' },
  'network.flows': { params: tree({ member_id: 'a' }), object: 'left' },
  'network.growth': { params: tree({}), object: 'left' },
  'network.profiles': {
    params: tree({}),
    object: 'left',
    query: { a: 'accounts', b: 'paid' },
  },
  'orders.list': { params: inspection, object: 'left', query: { with_findings: 'true' } },
  'orders.read': {
    params: (inspection_id) => ({ inspection_id, order_id: 'o1' }),
    object: 'left',
  },
  'bags.read': { params: matter, object: 'matter' },
  'bags.create': {
    params: matter,
    object: 'matter',
    body: () => ({ custody: {} }),
    beyond: ['bag.custody_gaps'],
  },
  'matters.list': { query: { limit: '2', queue: 'mine' } },
  'matters.read': { params: matter, object: 'matter' },
  'matters.events': { params: matter, object: 'matter' },
  'matters.open': {
    body: () => ({ kind: 'notice', data: { title: 'a', facts: 'a' } }),
    // Who may open which kind is for casework to say.
    beyond: ['casework.party_wrong', 'casework.one_owner'],
  },
  'matters.step': {
    params: matter,
    object: 'matter',
    headers: { 'if-match': '"1"' },
    body: () => ({ type: 'note', data: { text: 'a' } }),
    beyond: ['casework.not_yours', 'store.conflict'],
  },
  'matters.steps': {
    body: () => ({
      type: 'note',
      data: { text: 'a' },
      matters: [{ matter_id: 'none', expected: 1 }],
    }),
  },
  'matters.overdue': {},
  'sheets.list': { query: { tier: 'high' } },
  'sheets.read': {
    query: { platform_id: 'none', operator_id: 'a' },
    // The platform was not inspected.
    beyond: ['http.not_found'],
  },
  'effects.read': { query: { platform_id: 'none' }, beyond: ['http.not_found'] },
  'market.read': {},
  'barometer.read': { query: { platform_id: 'none' }, beyond: ['http.not_found'] },
  'submissions.owed': {},
  'submissions.create': {
    body: () => ({
      inspection_id: 'none',
      report: 'report.cn.order37.art25@v1',
      reference_on: '2026-01-31',
      by: 'a',
    }),
    beyond: ['http.not_found'],
  },
  'submissions.list': { query: { limit: '2' } },
  'submissions.read': { params: submission, object: 'submission' },
  'submissions.file': {
    params: (submission_id) => ({ submission_id, file: 'gaps.csv' }),
    object: 'submission',
    // It was handed over long ago.
    beyond: ['http.not_found'],
  },
  'submissions.acknowledge': {
    params: submission,
    object: 'submission',
    body: () => ({ number: 'R-1', on: '2026-02-01', by: 'a' }),
  },
  'overview.read': { query: { limit: '2' } },
  'views.list': {},
  'views.create': { body: () => ({ name: 'a', query: { queue: 'overdue' } }) },
  'views.update': { params: view, object: 'view', body: () => ({ name: 'a', query: {} }) },
  'views.delete': { params: view, object: 'view' },
  'jobs.list': {},
  'jobs.read': { params: job, object: 'job' },
  'jobs.events': { params: job, object: 'job' },
  'jobs.cancel': { params: job, object: 'job', beyond: ['job.over'] },
  'jobs.retry': { params: job, object: 'job', beyond: ['job.not_failed'] },
  'connectors.list': {},
  'connectors.create': {
    body: () => ({ name: 'a', url: 'mysql://a:b@nowhere/c' }),
    // The server of this test allows no address.
    beyond: ['connector.not_allowed'],
  },
  'connectors.run': { params: (connector_id) => ({ connector_id }), object: 'connector' },
  'connectors.delete': { params: (connector_id) => ({ connector_id }), object: 'connector' },
  'affiliations.list': { query: { kind: 'member' } },
  'affiliations.create': {
    body: () => ({ kind: 'jurisdiction', tenant_id: 'nobody' }),
    beyond: ['http.not_found'],
  },
  'affiliations.update': {
    params: (affiliation_id) => ({ affiliation_id }),
    object: 'affiliation',
    body: () => ({ status: 'refused' }),
  },
  'findings.list': { query: { verdict: 'breach' } },
  'findings.facets': { query: { verdict: 'breach' } },
  'findings.read': { params: (finding_id) => ({ finding_id }), object: 'finding' },
  'inspections.verdicts': { params: inspection, object: 'inspection' },
  'inspections.changes': {
    params: inspection,
    object: 'inspection',
    query: { since: 'none' },
    // The earlier one is nobody's.
    beyond: ['http.not_found'],
  },
  'findings.open_matter': {
    body: () => ({ kind: 'case', findings: ['none_1'], title: 'a', facts: 'a' }),
    beyond: ['http.not_found'],
  },
  'unlocks.look': {
    params: (matter_id) => ({ matter_id }),
    object: 'unlock',
    body: () => ({ inspection_id: 'none', fields: ['a.b'], reason: 'a' }),
    // Granted to nobody yet: the rules of the kind say so.
    beyond: ['casework.wrong_status'],
  },
  'conformance.read': { params: () => ({ month: '2026-02' }) },
  'events.append': { body: () => [{ schema: 'events@1' }] },
  'hooks.receive': { params: mapping, headers: {}, object: 'mapping', body: () => ({}) },
  'hooks.list': {},
  'hooks.set': { params: () => mapping('shop'), body: () => ({ source: shopMapping }) },
  'hooks.delete': { params: mapping, object: 'mapping' },
  'live.read': {},
  'live.set': { body: () => ({ packs: ['association-group-buying'], currency: 'CNY' }) },
  'alerts.list': {},
  'alerts.stream': {},
  'prechecks.create': { body: () => ({ table: 'listing', record: { title: 'a' } }) },
  'prechecks.plan': { body: () => ({ plan: '' }) },
  'publications.create': { body: () => decision, beyond: ['disclosure.no_matter'] },
  'publications.withdraw': {
    params: (publication_id) => ({ publication_id }),
    body: () => ({ why: 'annulled' }),
    object: 'publication',
  },
  'public.root': {},
  'public.page': { params: () => ({ language: 'zh', page: 'index' }) },
  'public.record': { params: () => ({ record_id: 'none' }), beyond: ['http.not_found'] },
  'integrity.shown': {},
  'integrity.show': { body: () => ({ shown: false }) },
  'public.months': {},
  'public.month_file': {
    params: () => ({ file: 'publications-999.csv' }),
    beyond: ['http.not_found'],
  },
  'public.file': { params: () => ({ file: 'publications.csv' }) },
  'standards.list': {},
  'standards.read': { params: () => ({ standard: 'association-group-buying' }) },
  'standards.deadlines': { params: () => ({ standard: 'association-group-buying' }) },
  'standards.provision': {
    params: () => ({ standard: 'association-group-buying', provision: 'none' }),
    beyond: ['http.not_found'],
  },
  'standards.files': {
    params: () => ({ standard: 'association-group-buying', provision: 'none' }),
    beyond: ['http.not_found'],
  },
  'provisions.list': { query: { standard: 'association-group-buying', text: 'a' } },
  'public.offices': {},
  'public.complain': {
    body: () => ({ office_id: 'none', title: 'a', facts: 'a', request: 'a', contact: {} }),
    beyond: ['matters.no_tenant'],
  },
  'public.status': { headers: { 'status-secret': token }, beyond: ['auth.link_unknown'] },
  'public.step': {
    headers: { 'status-secret': token },
    body: () => ({ type: 'withdraw', expected: 1 }),
    beyond: ['auth.link_unknown'],
  },
  'complaints.contact': {
    params: matter,
    object: 'matter',
    body: () => ({ reason: 'a' }),
    // Opened by the office itself, which left no contact.
    beyond: ['matters.no_contact'],
  },
  'drafts.list': { query: { limit: '2' } },
  'drafts.create': { body: () => ({ title: 'a', files: draftFiles }) },
  'drafts.read': { params: draft, object: 'draft' },
  'drafts.revise': {
    params: draft,
    object: 'draft',
    body: () => ({ expected: 1, files: draftFiles }),
  },
  'drafts.lint': { body: () => ({ files: draftFiles }) },
  'drafts.test': { params: draft, object: 'draft', body: () => ({}) },
  'drafts.run': {
    params: draft,
    object: 'draft',
    body: () => ({ inspection_id: 'none' }),
    // The inspection is nobody's.
    beyond: ['http.not_found'],
  },
  'proposals.list': { query: { limit: '2' } },
  'proposals.create': {
    params: draft,
    object: 'draft',
    body: () => ({ revision: 1, reason: 'a' }),
    // The file of the draft is empty.
    beyond: ['proposal.unsound'],
  },
  'proposals.read': { params: proposal, object: 'proposal' },
  'proposals.opinions': { params: proposal, object: 'proposal' },
  'proposals.step': {
    params: proposal,
    object: 'proposal',
    body: () => ({ expected: 1, reason: 'a', step: { type: 'submit' } }),
    // Steps have roles of their own.
    beyond: ['proposal.role'],
  },
  'proposals.publish': {
    params: proposal,
    object: 'proposal',
    body: () => ({ expected: 1 }),
    // Nobody has approved it.
    beyond: ['proposal.not_now'],
  },
  'public.proposals': { query: { limit: '2' } },
  'public.proposal': { params: () => proposal('none'), beyond: ['http.not_found'] },
  'public.opinions': { params: () => proposal('none'), beyond: ['http.not_found'] },
  'public.opine': {
    params: () => proposal('none'),
    body: () => ({ text: 'a' }),
    beyond: ['http.not_found'],
  },
  'public.editions': { query: { limit: '2' } },
  'public.edition_file': {
    params: () => ({ edition_id: 'none', file: 'pack.tgz' }),
    beyond: ['http.not_found'],
  },
  'publishers.list': {},
  'publishers.decide': {
    params: () => ({ publisher_id: 'nobody' }),
    body: () => ({ trusted: true, public_key: `${'A'.repeat(59)}=`, reason: 'a' }),
    beyond: ['http.not_found'],
  },
  'plans.known': {},
  'plans.lint': { body: () => ({ plan: '' }) },
  'plans.simulate': { body: () => ({ plan: '' }) },
  'plans.mend': { body: () => ({ plan: '' }) },
  'plans.compare': { body: () => ({ plans: ['', ''] }) },
  'plans.list': { query: { limit: '2' } },
  'plans.create': { body: () => ({ title: 'a', plan: '' }) },
  'plans.read': { params: savedPlan, object: 'plan' },
  'plans.delete': { params: savedPlan, object: 'plan' },
  'plans.share': { params: savedPlan, object: 'plan' },
  'plans.unshare': { params: savedPlan, object: 'plan' },
  'plans.shared': { params: () => ({ link: token }), beyond: ['http.not_found'] },
  'log.checkpoint': {},
  'log.key': {},
  'log.tile': { params: () => ({ tile_path: '0/999' }), beyond: ['http.not_found'] },
};
