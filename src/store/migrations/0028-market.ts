import type { Migration } from './migration.ts';

/** What associations are told of their members together: months by the clock of the association. */
export const market: Migration = {
  number: 28,
  name: 'market',
  works_from: 27,
  sql: `
-- As before, with the days of inspections counted where the association is.
CREATE OR REPLACE FUNCTION conformance(first date, last date)
  RETURNS TABLE (provision_id text, members integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = polyprism
  AS $$
    WITH member AS (
      SELECT DISTINCT a.member_id FROM association_member a
      WHERE a.association_id = tenant_here() AND a.status IN ('confirmed', 'ended')
        AND a.since <= last AND (a.until IS NULL OR a.until > last)
    ), account AS (
      SELECT m.member_id, m.member_id AS platform_id, NULL::text AS account FROM member m
      UNION SELECT m.member_id, c.platform_id, c.account
      FROM member m JOIN operator_claim c ON c.tenant_id = m.member_id
      WHERE c.status IN ('confirmed', 'ended')
        AND c.since <= last AND (c.until IS NULL OR c.until > last)
    ), done AS (
      SELECT i.id, i.tenant_id FROM inspection i
      JOIN tenant t ON t.id = tenant_here()
      WHERE i.at >= first::timestamp AT TIME ZONE t.time_zone
        AND i.at < (last + 1)::timestamp AT TIME ZONE t.time_zone
    )
    SELECT NULL::text, count(DISTINCT a.member_id)::integer
      FROM account a JOIN done d ON d.tenant_id = a.platform_id
    UNION ALL
    SELECT f.provision_id, count(DISTINCT a.member_id)::integer
      FROM account a JOIN done d ON d.tenant_id = a.platform_id
      JOIN finding f ON f.inspection_id = d.id AND f.verdict = 'breach'
        AND (a.account IS NULL OR f.operator_id = a.account)
      GROUP BY f.provision_id
  $$;
-- Whole months of the market over the asking association's members of the time, each as its own
-- inspections had it by the end of the month after: so long as that is over, always the same. The
-- largest exposure of one member, and who they are by a digest, decide what of it may be told.
CREATE FUNCTION market_of_members(first date, last date)
  RETURNS TABLE (name text, month text, platforms integer, cases bigint, out_of bigint,
    largest bigint, members text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = polyprism
  AS $$
    WITH span AS (
      SELECT to_char(day, 'YYYY-MM') AS month, (day + interval '1 month - 1 day')::date AS last_on,
        (day + interval '2 months') AT TIME ZONE t.time_zone AS until
      FROM generate_series(first::timestamp, last::timestamp, interval '1 month') day
      JOIN tenant t ON t.id = tenant_here()
    ), told AS (
      SELECT DISTINCT ON (f.name, s.month, a.member_id)
        f.name, s.month, a.member_id, f.cases, f.out_of
      FROM span s
      JOIN association_member a ON a.association_id = tenant_here()
        AND a.status IN ('confirmed', 'ended')
        AND a.since <= s.last_on AND (a.until IS NULL OR a.until > s.last_on)
      JOIN inspection i ON i.tenant_id = a.member_id AND i.at < s.until
        AND coalesce(i.platform_id, i.tenant_id) = a.member_id
      JOIN market_figure f ON f.inspection_id = i.id AND f.month = s.month
      ORDER BY f.name, s.month, a.member_id, i.at DESC, i.id DESC
    )
    SELECT t.name, t.month, count(*)::integer, sum(t.cases)::bigint, sum(t.out_of)::bigint,
      max(t.out_of), encode(sha256(convert_to(
        string_agg(t.member_id, chr(10) ORDER BY t.member_id), 'UTF8')), 'hex')
    FROM told t GROUP BY t.name, t.month
  $$;
`,
};
