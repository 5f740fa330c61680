import { roles as all } from '../model/actor.ts';
import type { Party, Role } from '../model/actor.ts';

/** Who may call a route. */
export interface Access {
  /** `anyone`: without signing in. `signed_in`: any user, about itself. `roles`: see `allow`. */
  readonly who: 'anyone' | 'signed_in' | 'roles';
  /** Roles by party; read when `who` is `roles`. A user needs one of them in the acting tenant. */
  readonly allow: Readonly<Partial<Record<Party, readonly Role[]>>>;
  /** Whose objects: nobody's, the user's own, those of the acting tenant, or a matter's parties. */
  readonly objects: 'none' | 'self' | 'tenant' | 'matter' | 'installation';
  /** The scope an API key needs; null where no key is taken. */
  readonly scope: string | null;
  /** Whether consumers may, who have no roles. */
  readonly consumers?: true;
  /** Must the session have shown within the last minutes who it is? */
  readonly recent?: true;
}

/** Whoever works with matters and what was found; administrators as such do not. */
const workers: readonly Role[] = ['handler', 'approver', 'reader', 'auditor'];

/**
 * Route → who may. Whatever is not here is refused, and a route without a row fails a test. Over
 * whose objects is checked a second time by the database itself (row level security).
 */
export const permissions: Readonly<Record<string, Access>> = {
  'health.read': anyone(),
  'readiness.read': anyone(),
  'about.read': anyone(),
  'metrics.read': anyone(),
  'contract.read': anyone(),
  'setup.create': anyone(),
  'invitation.accept': anyone(),
  'session.create': anyone(),
  'session.link': anyone(),
  'oidc.begin': anyone(),
  'oidc.finish': anyone(),
  'demo.faces': anyone(),
  'demo.enter': anyone(),
  'session.read': self('read'),
  'session.delete': self(null),
  'session.enter': self(null),
  'session.confirm': self(null),
  'sessions.list': self(null),
  'sessions.revoke': lately(self(null)),
  'password.change': self(null),
  'second_factor.begin': self(null),
  'second_factor.confirm': lately(self(null)),
  'second_factor.delete': self(null),
  'tenants.list': tenants(all, 'read', 'installation'),
  'tenants.read': tenants(all, 'read', 'installation'),
  'tenants.create': tenants(['admin'], null, 'installation'),
  'tenants.changes': tenants(['admin'], null, 'installation'),
  'tenants.change': lately(tenants(['admin'], null, 'installation')),
  'users.list': tenants(all, 'read'),
  'users.read': tenants(all, 'read'),
  'users.create': tenants(['admin'], 'admin'),
  'users.update': tenants(['admin'], 'admin'),
  'users.sign_out': tenants(['admin'], 'admin'),
  'users.invite': lately(tenants(['admin'], null)),
  'memberships.set': lately(tenants(['admin'], null)),
  'consumers.create': supervisors(['handler'], 'write'),
  'keys.list': tenants(['admin', 'auditor'], null),
  'keys.create': lately(tenants(['admin'], null)),
  'keys.revoke': tenants(['admin'], null),
  'refusals.list': tenants(['auditor'], 'read'),
  'webhooks.list': tenants(['admin', 'auditor'], null),
  'webhooks.create': lately(tenants(['admin'], null)),
  'webhooks.revoke': tenants(['admin'], null),
  'webhooks.deliveries': tenants(['admin', 'auditor'], null),
  'webhooks.retry': tenants(['admin'], null),
  'sign_ins.list': tenants(['auditor'], 'read'),
  'uploads.create': tenants(['handler'], 'write'),
  'uploads.append': tenants(['handler'], 'write'),
  'uploads.read': tenants(['handler'], 'write'),
  'uploads.delete': tenants(['handler'], 'write'),
  'kept_files.list': tenants(all, 'read'),
  'kept_term.read': tenants(all, 'read'),
  'kept_term.set': tenants(['admin'], 'admin'),
  'inspections.create': tenants(['handler'], 'write'),
  'inspections.list': tenants(workers, 'read'),
  'inspections.read': tenants(workers, 'read'),
  'inspections.findings': tenants(workers, 'read'),
  'inspections.file': tenants(workers, 'read'),
  'network.read': tenants(workers, 'read'),
  'network.file': tenants(workers, 'read'),
  'network.search': tenants(workers, 'read'),
  'network.member': tenants(workers, 'read'),
  'network.recruits': tenants(workers, 'read'),
  'network.candidates': tenants(workers, 'read'),
  'network.flows': tenants(workers, 'read'),
  'network.growth': tenants(workers, 'read'),
  'network.profiles': tenants(workers, 'read'),
  'orders.list': tenants(workers, 'read'),
  'orders.read': tenants(workers, 'read'),
  'detections.create': tenants(['handler'], 'write'),
  'inspections.accounting': tenants(workers, 'read'),
  'jobs.list': tenants(workers, 'read'),
  'jobs.read': tenants(workers, 'read'),
  'jobs.events': tenants(workers, 'read'),
  'jobs.cancel': tenants(['handler'], 'write'),
  'jobs.retry': tenants(['handler'], 'write'),
  'connectors.list': tenants(all, 'read'),
  'connectors.create': lately(tenants(['admin'], null)),
  'connectors.run': tenants(['admin', 'handler'], 'write'),
  'connectors.delete': tenants(['admin'], 'admin'),
  'affiliations.list': tenants(all, 'read'),
  'affiliations.create': tenants(['admin'], 'admin'),
  'affiliations.update': tenants(['admin'], 'admin'),
  'findings.list': tenants(workers, 'read'),
  'findings.facets': tenants(workers, 'read'),
  'findings.read': tenants(workers, 'read'),
  'inspections.verdicts': tenants(workers, 'read'),
  'inspections.changes': tenants(workers, 'read'),
  'findings.open_matter': { ...opened(['handler']), scope: 'write' },
  // Raw identities go to a person who is signed in, never to a key.
  'unlocks.look': opened(['handler']),
  'conformance.read': only('association', workers, 'read'),
  'events.append': only('platform', ['admin', 'handler'], 'events:write'),
  'hooks.receive': only('platform', ['admin', 'handler'], 'events:write'),
  'hooks.list': only('platform', ['admin', 'handler', 'auditor'], 'read'),
  'hooks.set': only('platform', ['admin'], 'admin'),
  'hooks.delete': only('platform', ['admin'], 'admin'),
  'live.read': only('platform', all, 'read'),
  'live.set': only('platform', ['admin'], 'admin'),
  'alerts.list': overseers(workers, 'read'),
  'alerts.stream': overseers(workers, 'read'),
  'prechecks.create': tenants(workers, 'read'),
  'prechecks.plan': tenants(workers, 'read'),
  'publications.create': publishers(['handler'], 'write'),
  'publications.withdraw': publishers(['handler'], 'write'),
  'integrity.shown': only('operator', all, 'read'),
  'integrity.show': only('operator', ['admin'], 'admin'),
  'public.root': anyone(),
  'public.page': anyone(),
  'public.record': anyone(),
  'public.file': anyone(),
  'public.months': anyone(),
  'public.month_file': anyone(),
  'public.offices': anyone(),
  'public.complain': anyone(),
  'public.status': anyone(),
  'public.step': anyone(),
  // How a person can be reached goes to a person who is signed in, never to a key.
  'complaints.contact': { ...only('regulator', ['handler'], null), objects: 'matter' },
  'log.checkpoint': anyone(),
  'log.key': anyone(),
  'log.tile': anyone(),
  'bags.read': parties(workers, 'read'),
  'bags.create': parties(['handler', 'approver'], 'read'),
  'matters.list': parties(workers, 'read'),
  'matters.read': parties(workers, 'read'),
  'matters.events': parties(workers, 'read'),
  'matters.open': parties(['handler'], 'write'),
  'matters.step': parties(['handler', 'approver'], 'write'),
  'matters.steps': tenants(['handler', 'approver'], 'write', 'matter'),
  'matters.overdue': tenants(workers, 'read'),
  'sheets.list': tenants(workers, 'read'),
  'sheets.read': tenants(workers, 'read'),
  'barometer.read': publishers(workers, 'read'),
  'market.read': supervisors(workers, 'read'),
  'effects.read': publishers(workers, 'read'),
  'submissions.owed': only('platform', workers, 'read'),
  'submissions.create': only('platform', ['handler'], 'write'),
  'submissions.list': overseers(workers, 'read'),
  'submissions.read': overseers(workers, 'read'),
  // What is handed over may hold identities: to a person who is signed in, never to a key.
  'submissions.file': only('platform', ['handler'], null),
  'submissions.acknowledge': only('platform', ['handler'], 'write'),
  'overview.read': { ...tenants(workers, 'read'), consumers: true },
  'views.list': tenants(workers, 'read'),
  'views.create': tenants(workers, 'write'),
  'views.update': tenants(workers, 'write'),
  'views.delete': tenants(workers, 'write'),
  // Law is public.
  'standards.list': anyone(),
  'standards.read': anyone(),
  'standards.deadlines': anyone(),
  'standards.provision': anyone(),
  'standards.files': anyone(),
  'provisions.list': anyone(),
  'drafts.list': supervisors(workers, 'read'),
  'drafts.read': supervisors(workers, 'read'),
  'drafts.create': supervisors(['handler'], 'write'),
  'drafts.revise': supervisors(['handler'], 'write'),
  'drafts.lint': supervisors(workers, 'read'),
  'drafts.test': supervisors(workers, 'read'),
  'drafts.run': supervisors(workers, 'read'),
  'proposals.list': supervisors(workers, 'read'),
  'proposals.read': supervisors(workers, 'read'),
  'proposals.opinions': supervisors(workers, 'read'),
  'proposals.create': supervisors(['handler'], 'write'),
  'proposals.step': supervisors(['handler', 'approver'], 'write'),
  'proposals.publish': supervisors(['approver'], 'write'),
  'public.proposals': anyone(),
  'public.proposal': anyone(),
  'public.opinions': anyone(),
  'public.opine': anyone(),
  'public.editions': anyone(),
  'public.edition_file': anyone(),
  'publishers.list': tenants(all, 'read'),
  // Whose standards judge others is for a person who is signed in, never for a key.
  'publishers.decide': tenants(['admin', 'approver'], null),
  'plans.known': anyone(),
  'plans.lint': tenants(workers, 'read'),
  'plans.simulate': tenants(workers, 'read'),
  'plans.mend': tenants(workers, 'read'),
  'plans.compare': tenants(workers, 'read'),
  'plans.list': tenants(workers, 'read'),
  'plans.read': tenants(workers, 'read'),
  'plans.create': tenants(workers, 'write'),
  'plans.delete': tenants(workers, 'write'),
  'plans.share': tenants(workers, 'write'),
  'plans.unshare': tenants(workers, 'write'),
  // Whoever is signed in and has the link.
  'plans.shared': self('read'),
};

/** Anyone, signed in or not. */
function anyone(): Access {
  return { who: 'anyone', allow: {}, objects: 'none', scope: null };
}

/** Any user, about itself. */
function self(scope: Access['scope']): Access {
  return { who: 'signed_in', allow: {}, objects: 'self', scope };
}

/** The same, by a session that has just shown who it is. */
function lately(access: Access): Access {
  return { ...access, recent: true };
}

/** These roles in tenants of every party. */
function tenants(
  roles: readonly Role[],
  scope: Access['scope'],
  objects: Access['objects'] = 'tenant',
): Access {
  const allow = { regulator: roles, association: roles, platform: roles, operator: roles };
  return { who: 'roles', allow, objects, scope };
}

/** These roles in platforms, and in regulators over those they supervise. */
function overseers(roles: readonly Role[], scope: Access['scope']): Access {
  return { who: 'roles', allow: { platform: roles, regulator: roles }, objects: 'tenant', scope };
}

/** These roles in tenants of every party, and consumers, in matters they are a party of. */
function parties(roles: readonly Role[], scope: Access['scope']): Access {
  return { ...tenants(roles, scope, 'matter'), consumers: true };
}

/** These roles in tenants that supervise. */
function supervisors(roles: readonly Role[], scope: Access['scope']): Access {
  return {
    who: 'roles',
    allow: { regulator: roles, association: roles },
    objects: 'tenant',
    scope,
  };
}

/** These roles in tenants of one party. */
function only(party: Party, roles: readonly Role[], scope: Access['scope']): Access {
  return { who: 'roles', allow: { [party]: roles }, objects: 'tenant', scope };
}

/** Those who may ask for identities to be unsealed (casework, kind `unlock`). */
function opened(roles: readonly Role[]): Access {
  const allow = { regulator: roles, association: roles, platform: roles };
  return { who: 'roles', allow, objects: 'matter', scope: null };
}

/** These roles in tenants that decide about others. */
function publishers(roles: readonly Role[], scope: Access['scope']): Access {
  const allow = { regulator: roles, association: roles, platform: roles };
  return { who: 'roles', allow, objects: 'tenant', scope };
}
