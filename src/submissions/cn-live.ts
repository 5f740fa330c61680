import { isRegistered, isThere, isUnregistered, isUntold, shopNames } from './cn-operators.ts';
import { field } from './owed-report.ts';
import type { OwedReport, PartSql, ReportPart } from './owed-report.ts';

/** Sessions that were held by the end of the reference date. */
const held = ({ on, day }: PartSql): string =>
  `coalesce(l.status, 'ended') NOT IN ('planned', 'cancelled') AND ${day('l.started_at')} <= ${on}`;

const accounts = (context: PartSql): string => shopNames(context, "s.kind = 'live_account'");

/** Who runs a live room: has held a session, or has a live account that is open. */
const roomOperator = (context: PartSql): string => `(a.operator_id IS NOT NULL OR EXISTS (
    SELECT 1 FROM live_session l WHERE l.operator_id = o.operator_id AND ${held(context)}))`;

const operators = 'SELECT operator_id FROM operator WHERE operator_id IS NOT NULL';

const accountField = field('live_account', ['直播账号', 'live account'], 'table');

const registeredRooms: ReportPart = {
  name: 'room-operators-registered',
  title: { zh: '已办理登记的直播间运营者', en: 'registered live-room operators' },
  fields: [
    field('name', ['名称（姓名）', 'name'], 'table'),
    field('credit_code', ['统一社会信用代码', 'unified social credit code'], 'table'),
    field('address', ['实际经营地址', 'actual address of business'], 'table'),
    field('contact', ['联系方式', 'contact'], 'sealed'),
    accountField,
  ],
  sql: (context) => `WITH accounts AS (${accounts(context)})
    SELECT o.operator_id AS subject, o.name, o.credit_code, o.address, a.names AS live_account
    FROM operator o LEFT JOIN accounts a ON a.operator_id = o.operator_id
    WHERE ${isThere(context)} AND ${isRegistered} AND ${roomOperator(context)}`,
  subjects: operators,
};

const unregisteredRooms: ReportPart = {
  name: 'room-operators-unregistered',
  title: { zh: '未办理登记的直播间运营者', en: 'unregistered live-room operators' },
  fields: [
    field('person_name', ['姓名', 'name'], 'sealed'),
    field('id_number', ['身份证件号码', 'identity number'], 'sealed'),
    field('address', ['实际经营地址', 'actual address of business'], 'table'),
    field('contact', ['联系方式', 'contact'], 'sealed'),
    accountField,
  ],
  sql: (context) => `WITH accounts AS (${accounts(context)})
    SELECT o.operator_id AS subject, o.address, a.names AS live_account
    FROM operator o LEFT JOIN accounts a ON a.operator_id = o.operator_id
    WHERE ${isThere(context)} AND ${isUnregistered} AND ${roomOperator(context)}`,
  subjects: operators,
};

const streamers: ReportPart = {
  name: 'streamers',
  title: { zh: '直播营销人员（主播）', en: 'streamers' },
  fields: [
    field('person_name', ['姓名', 'name'], 'sealed'),
    field('id_number', ['身份证件号码', 'identity number'], 'sealed'),
    field('residence', ['经常居住地', 'habitual residence'], 'supplied'),
    field('contact', ['联系方式', 'contact'], 'sealed'),
    field('mcn', ['所属直播营销人员服务机构', 'agency'], 'table', { compulsory: false }),
    field('qualification', ['职业资格', 'professional qualification'], 'supplied', {
      compulsory: false,
    }),
    field('occupation', ['职业', 'occupation'], 'supplied', { compulsory: false }),
  ],
  // A session may name a streamer the table of streamers lacks: it is owed all the same.
  sql: (context) => `WITH live AS (
      SELECT l.streamer_id, max(l.mcn_id) AS mcn_id FROM live_session l
      WHERE l.streamer_id IS NOT NULL AND ${held(context)} GROUP BY l.streamer_id
      UNION ALL
      SELECT s.streamer_id, s.mcn_id FROM streamer s
      WHERE s.streamer_id IS NOT NULL AND ${context.day('s.first_live_at')} <= ${context.on}),
    each AS (SELECT streamer_id, max(mcn_id) AS mcn_id FROM live GROUP BY streamer_id)
    SELECT e.streamer_id AS subject,
      coalesce(m.name, s.mcn_id, n.name, e.mcn_id) AS mcn
    FROM each e
    LEFT JOIN streamer s ON s.streamer_id = e.streamer_id
    LEFT JOIN operator m ON m.operator_id = s.mcn_id
    LEFT JOIN operator n ON n.operator_id = e.mcn_id`,
  subjects: `SELECT streamer_id FROM streamer WHERE streamer_id IS NOT NULL
    UNION SELECT streamer_id FROM live_session WHERE streamer_id IS NOT NULL`,
};

/** Order 117 art. 9: who sells live, twice a year. */
export const liveReport: OwedReport = {
  id: 'report.cn.order117.art9@v1',
  title: {
    zh: '直播间运营者、直播营销人员身份信息报送',
    en: 'identity data of live-room operators and streamers',
  },
  cites: [
    {
      law: {
        zh: '直播电商监督管理办法',
        en: 'Measures for the Supervision of Livestream E-commerce (SAMR and CAC Order 117)',
      },
      article: 'art. 9',
    },
  ],
  recipient: {
    zh: '住所地省级市场监督管理部门',
    en: "provincial market regulator of the platform's seat",
  },
  in_force_from: '2026-02-01',
  window: { months: [1, 7], deadline: 'cn.deadline.report.live' },
  kept: 'cn.deadline.submission.kept',
  parts: [registeredRooms, unregisteredRooms, streamers],
  unplaced: (context) => `WITH accounts AS (${accounts(context)})
    SELECT o.operator_id AS subject, 'operator.kind' AS needs
    FROM operator o LEFT JOIN accounts a ON a.operator_id = o.operator_id
    WHERE ${isThere(context)} AND ${isUntold} AND ${roomOperator(context)}
    UNION
    SELECT l.live_session_id, 'live_session.started_at' FROM live_session l
    WHERE l.started_at IS NULL AND coalesce(l.status, 'ended') NOT IN ('planned', 'cancelled')`,
};
