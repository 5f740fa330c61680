import { parties, roles } from '../src/model/actor.ts';
import type { Party } from '../src/model/actor.ts';
import { contract } from '../src/server/contract/contract.ts';
import { permissions } from '../src/server/permissions.ts';
import type { Access } from '../src/server/permissions.ts';

/** Who may call which route, as a page. */
export function permissionsPage(): string {
  const rows = contract.map(({ id, method, path, summary }) => {
    const access = permissions[id];
    if (access === undefined) throw new Error(`No permissions for ${id}`);
    const cells = parties.map((party) => cellOf(access, party));
    const scope = access.scope === null ? '' : `\`${access.scope}\``;
    const what = `\`${id}\`<br>${summary.en}<br>${summary.zh}`;
    const place = `\`${method.toUpperCase()} ${path}\``;
    return `| ${what} | ${place} | ${cells.join(' | ')} | ${objects[access.objects]} | ${scope} |`;
  });
  return `${intro}\n${rows.join('\n')}\n`;
}

const objects: Readonly<Record<Access['objects'], string>> = {
  none: '',
  self: 'one’s own 本人的',
  tenant: 'of the acting tenant 本机构的',
  matter: 'of a matter’s parties 事项当事方的',
  installation: 'of the whole installation 整个系统的',
};

/** Roles by their first two letters: short enough for a table of six columns. */
function cellOf(access: Access, party: Party): string {
  if (access.who === 'anyone') return 'anyone 任何人';
  if (access.who === 'signed_in') return 'signed in 已登录';
  if (party === 'consumer') return access.consumers === true ? 'may 可' : '';
  const allowed = access.allow[party] ?? [];
  return roles.filter((role) => allowed.includes(role)).join(', ');
}

const intro = `# Permissions

Who may call which route, over whose objects, and the scope an API key needs; made from
\`src/server/permissions.ts\`. An object of somebody else answers 404, as one that is not there.
Every cell is asserted against a running server by a test.

| route 路由 | | ${parties.join(' | ')} | objects 对象 | key scope 密钥范围 |
|---|---|---|---|---|---|---|---|---|`;
