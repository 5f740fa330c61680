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
  `INSERT INTO matter_party (matter_id, tenant_id, face, party)
     VALUES ('m-U', 'T', 'owner', 'regulator');
   INSERT INTO matter (id, kind, owner_tenant_id, number, status, title, opened_on, last_at, tags)
     VALUES ('m-U', 'case', 'T', 1, 'open', '案件', '2026-01-05', '2026-01-05T01:00:00Z', '{}');
   INSERT INTO event (matter_id, number, type, at, payload, salt, entry)
     VALUES ('m-U', 1, 'open', '2026-01-05T01:00:00Z',
       '{"actor":{"tenant_id":"T","user_id":"U"},"matter_id":"m-U","number":1,"type":"open"}',
       sha256('salt'), sha256('entry'));
   INSERT INTO event_words (position, matter_id, words)
     SELECT position, matter_id, '''案件'':1' FROM event WHERE matter_id = 'm-U';
   INSERT INTO idempotency (tenant_id, user_id, key, request)
     VALUES ('T', 'U', 'k', sha256('request'));`,
  `INSERT INTO log_leaf (index, source, entry)
     SELECT count(*), 'event/U', sha256('entry') FROM log_leaf;
   INSERT INTO log_pending (source, entry) VALUES ('event/late U', sha256('late'));
   INSERT INTO log_tile (level, index, hashes)
     SELECT 0, count(*), decode(repeat('00', 8192), 'hex') FROM log_tile;
   INSERT INTO checkpoint (size, root, note)
     SELECT count(*) + 1, sha256('root'), 'note' FROM checkpoint;`,
  `INSERT INTO file (tenant_id, user_id, sha256, bytes, name, matter_id, keep_until)
     VALUES ('T', 'U', encode(sha256('U'), 'hex'), 3, '合同.pdf', 'm-U', '2046-01-05');
   INSERT INTO inspection (id, tenant_id, snapshot_id, as_of, report, summary)
     VALUES ('i-U', 'T', 's', '2026-01-05', 'digest', '{}');
   INSERT INTO finding VALUES ('i-U', 'T', 1, 'cn.x', 'member', '1', 'breach', '{}');
   INSERT INTO tenant (id, party, name, time_zone)
     VALUES ('other-U', 'platform', '平台', 'Asia/Shanghai');
   INSERT INTO jurisdiction VALUES ('T', 'other-U', '2026-01-01');
   INSERT INTO association_member VALUES ('T', 'other-U', '2026-01-01');
   INSERT INTO operator_claim (tenant_id, platform_id, account) VALUES ('T', 'other-U', 'a');
   INSERT INTO saved_view (id, tenant_id, user_id, shared, name, query)
     VALUES ('v-U', 'T', 'U', true, '我的', '{}');
   INSERT INTO outbox (tenant_id, matter_id, number, type) VALUES ('T', 'm-U', 1, 'open');`,
  `INSERT INTO inbox_end VALUES ('T', 2);
   INSERT INTO inbox_entry (tenant_id, position, day) VALUES ('T', 1, '2026-01-05');
   INSERT INTO inbox_entry (tenant_id, position, event_id, digest, event)
     VALUES ('T', 2, 'e', sha256('e'), '{}');
   INSERT INTO live_progress VALUES ('T', 'context', 2, 1);
   INSERT INTO alert VALUES ('T', 'a-U', 1, 1, true, 'line', 'levels_3_on', '{}');
   INSERT INTO alert_change VALUES ('T', 1, 2, 'raised', '{}');
   INSERT INTO webhook_mapping (tenant_id, name, source) VALUES ('T', 'shop', '');`,
  `INSERT INTO inspection_provision VALUES ('i-U', 'T', 'cn.x', 'breach', '{}');`,
  `INSERT INTO connector (id, tenant_id, user_id, name, address, sealed, packs, time_zone)
     VALUES ('co-U', 'T', 'U', '商城库', 'mysql://db/mall', 'x', '{cn}', 'Asia/Shanghai');`,
  // Functions alone.
  '',
  `INSERT INTO webhook VALUES ('w-U', 'T', 'U', 'https://example.com/', 's', '{}', now());
   INSERT INTO webhook_delivery (id, webhook_id, tenant_id, outbox_id, matter_id, number, type, at,
       next_at)
     VALUES ('d-U', 'w-U', 'T', 1, 'm-U', 1, 'open', now(), now());`,
  `INSERT INTO publication (id, version, tenant_id, kind, matter_id, published_on, digest, content)
     VALUES ('p-U', 1, 'T', 'decision', 'm-U', '2026-01-06',
       encode(sha256('{"U":1}'), 'hex'), '{"U":1}');`,
  `INSERT INTO sign_in (at, tenant_id, user_id, way, second_factor, address, request_id)
     VALUES (now(), 'T', 'U', 'password', true, decode(repeat('00', 16), 'hex'), 'r');`,
  `INSERT INTO status_link (digest, matter_id, user_id, contact, created_at, expires_at)
     VALUES (sha256('status-U'), 'm-U', 'U', 'x', now(), '2030-01-01T00:00:00Z');`,
  `INSERT INTO operator_sheet VALUES ('i-U', 'T', 'a', 'usual', 2, '{}');
   INSERT INTO market_figure VALUES ('i-U', 'T', 'return', '2026-01', 1, 10);`,
  `INSERT INTO submission (id, tenant_id, user_id, inspection_id, report, reference_on,
       submitted_on, at, digest, receipt, kept_until)
     VALUES ('s-U', 'T', 'U', 'i-U', 'report.cn.order37.art25@v1', '2026-01-31', '2026-01-31',
       now(), 'd', '{}', '2029-01-31');`,
  // A constraint alone.
  '',
  `INSERT INTO disk_use (kind, id, tenant_id, bytes) VALUES ('upload', 'u-U', 'T', 3);`,
  `INSERT INTO matter_seat (matter_id, tenant_id, user_id, faces, owns, kind, owner_tenant_id,
       opened_on, last_at, number, types, tags, unassigned, late)
     VALUES ('m-U', 'T', '', '{owner}', true, 'case', 'T', '2026-01-05', '2026-01-05T01:00:00Z', 1,
       '{}', '{急}', true, 0);
   INSERT INTO matter_tag VALUES ('T', '', '急', 'm-U');`,
  // A column and indexes.
  '',
  `INSERT INTO checkpoint_timestamp (size, authority, token)
     SELECT size, 'https://tsa.example/', 'x' FROM checkpoint ON CONFLICT DO NOTHING;`,
  `INSERT INTO saved_plan VALUES ('pl-U', 'T', 'U', '方案', '', NULL, now(), sha256('plan-U'));`,
  `INSERT INTO draft VALUES ('dr-U', 'T', 'U', '规范', now());
   INSERT INTO draft_revision
     VALUES ('dr-U', 1, 'T', 'U', now(), '[]', encode(sha256('[]'), 'hex'));`,
  `INSERT INTO proposal VALUES ('ps-U', 'T', 'U', 'dr-U', now());
   INSERT INTO proposal_event
     VALUES ('ps-U', 1, 'T', 'U', '{}', encode(sha256('{}'), 'hex'));
   INSERT INTO opinion VALUES ('op-U', 'ps-U', 'T', '{}', encode(sha256('{}'), 'hex'));
   INSERT INTO standard VALUES ('st-U', 'T');
   INSERT INTO edition
     VALUES ('ed-U', 'st-U', '1.0.0', 'T', 'ps-U', '2026-01-05', now(), '协会', '{}', 'U', '', '',
       encode(sha256('U'), 'hex'));
   INSERT INTO trust_decision VALUES ('T', 'other-U', 1, 'U', now(), 'k', '公开核实');`,
  `INSERT INTO data_file
     SELECT 'publications', count(*) + 1, '2026-01', '{}', encode(sha256('{}'), 'hex'), ''
     FROM data_file;
   INSERT INTO measure_effect VALUES ('i-U', 'T', 'complaint', '{}');
   UPDATE tenant SET jurisdiction = 'eu' WHERE id = 'other-U';`,
  `INSERT INTO inspection_provision VALUES ('i-U', 'T', 'cn.line', 'reached', '{}');`,
  // Written by a trigger.
  `INSERT INTO finding VALUES ('i-U', 'T', 2, 'cn.y', 'member', '2', 'breach', '{}');`,
  `INSERT INTO tenant_change
     VALUES ('T', 1, '2026-02-01', 'eu', NULL, NULL, 'U', '2026-01-05T01:00:00Z', '更正');`,
  // Functions alone.
  '',
];

export function rowsFor(version: number, tenant: string, user: string): string {
  return (rowsByVersion[version - 1] ?? '')
    .replaceAll("'T'", `'${tenant}'`)
    .replaceAll(' T', ` ${tenant}`)
    .replace(/\bU\b/g, user);
}
