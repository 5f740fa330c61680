/**
 * Rows that fill every table as it stood after each migration, in the order of the migrations:
 * what an office that installed that version would have. `T` and `U` stand for a tenant and a
 * user, so that several tenants can be filled alike.
 */
export const rowsByVersion: readonly string[] = [
  `INSERT INTO tenant (id, party, name, time_zone)
     VALUES ('T', 'regulator', '某局 T', 'Asia/Shanghai');
   INSERT INTO tenant_setting (tenant_id, name, value) VALUES ('T', 'language', '"zh"');
   INSERT INTO app_user (id, login, name) VALUES ('U', 'U@example.org', '张三');
   INSERT INTO membership (user_id, tenant_id, role) VALUES ('U', 'T', 'handler');
   INSERT INTO credential (id, user_id, kind, secret) VALUES ('cr-U', 'U', 'password', 'x');
   INSERT INTO session (digest, user_id, tenant_id, expires_at)
     VALUES (sha256('U'), 'U', 'T', '2030-01-01T00:00:00Z');
   INSERT INTO api_key (id, tenant_id, user_id, name, digest, roles)
     VALUES ('key-U', 'T', 'U', '接口', sha256('key-U'), '{handler}');`,
  `INSERT INTO link (digest, purpose, user_id, tenant_id, created_at, expires_at)
     VALUES (sha256('link-U'), 'invitation', 'U', 'T', now(), '2030-01-01T00:00:00Z');
   INSERT INTO attempt (digest, failures, last_at) VALUES (sha256('try-U'), 1, now());
   INSERT INTO refusal (at, tenant_id, user_id, route, code, request_id)
     VALUES (now(), 'T', 'U', 'users.list', 'auth.forbidden', 'r');`,
];

export function rowsFor(version: number, tenant: string, user: string): string {
  return (rowsByVersion[version - 1] ?? '')
    .replaceAll("'T'", `'${tenant}'`)
    .replaceAll(' T', ` ${tenant}`)
    .replace(/\bU\b/g, user);
}
