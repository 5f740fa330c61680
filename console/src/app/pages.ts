import {
  AuditOutlined,
  BellOutlined,
  CompassOutlined,
  DeploymentUnitOutlined,
  EditOutlined,
  ExperimentOutlined,
  FileSearchOutlined,
  FolderOpenOutlined,
  HighlightOutlined,
  ImportOutlined,
  LineChartOutlined,
  NodeIndexOutlined,
  ReadOutlined,
  SettingOutlined,
  ShopOutlined,
} from '@ant-design/icons';
import type { ComponentType } from 'react';
import type { Localised } from '../../../src/model/localised.ts';
import type { Session } from '../api/session.ts';
import { handlers, keepers, roles, supervisors, workers } from './who.ts';

/** One page of the console. */
export interface Page {
  /** Below `/console`; with `:names` as React Router has them. */
  readonly path: string;
  /** In the browser's title, in the navigation and where pages are searched. */
  readonly title: Localised;
  readonly load: () => Promise<{ readonly default: ComponentType }>;
  /** In the navigation: with its symbol and, for `g` and a letter, its shortcut. */
  readonly nav?: { readonly icon: ComponentType; readonly letter: string };
  /** Left out: every user who is signed in. `anyone`: without signing in, in the open frame. */
  readonly who?: 'anyone' | ((session: Session) => boolean);
}

/** Title in both languages, symbol and letter of the navigation, who sees it. */
type More = Pick<Page, 'nav' | 'who'>;

function page(path: string, zh: string, en: string, load: Page['load'], more: More = {}): Page {
  return { path, title: { zh, en }, load, ...more };
}

const overview = () => import('../pages/overview/OverviewPage.tsx');
const findings = () => import('../pages/findings/FindingsPage.tsx');
const finding = () => import('../pages/findings/FindingPage.tsx');
const orders = () => import('../pages/orders/OrdersPage.tsx');
const order = () => import('../pages/orders/OrderPage.tsx');
const matters = () => import('../pages/matters/MattersPage.tsx');
const newMatter = () => import('../pages/matters/NewMatterPage.tsx');
const matter = () => import('../pages/matters/MatterPage.tsx');
const networks = () => import('../pages/network/NetworkChoicePage.tsx');
const network = () => import('../pages/network/NetworkPage.tsx');
const market = () => import('../pages/market/MarketPage.tsx');
const effects = () => import('../pages/market/EffectsPage.tsx');
const wholeMarket = () => import('../pages/market/WholeMarketPage.tsx');
const precheck = () => import('../pages/precheck/PrecheckPage.tsx');
const plans = () => import('../pages/plans/PlansPage.tsx');
const planLab = () => import('../pages/plans/PlanLabPage.tsx');
const imports = () => import('../pages/imports/ImportsPage.tsx');
const inspection = () => import('../pages/imports/InspectionPage.tsx');
const operator = () => import('../pages/operator/OperatorPage.tsx');
const alerts = () => import('../pages/alerts/AlertsPage.tsx');
const proposals = () => import('../pages/proposals/ProposalsPage.tsx');
const proposal = () => import('../pages/proposals/ProposalPage.tsx');
const publicStandards = () => import('../pages/proposals/PublicStandardsPage.tsx');
const publicStandard = () => import('../pages/proposals/PublicStandardPage.tsx');
const admin = () => import('../pages/admin/AdminPage.tsx');
const standards = () => import('../pages/standards/StandardsPage.tsx');
const standard = () => import('../pages/standards/StandardPage.tsx');
const provision = () => import('../pages/standards/ProvisionPage.tsx');
const drafts = () => import('../pages/drafts/DraftsPage.tsx');
const draft = () => import('../pages/drafts/DraftPage.tsx');
const account = () => import('../pages/account/AccountPage.tsx');
const signIn = () => import('../pages/sign-in/SignInPage.tsx');
const setup = () => import('../pages/sign-in/SetupPage.tsx');
const invitation = () => import('../pages/sign-in/InvitationPage.tsx');
const complain = () => import('../pages/public/ComplainPage.tsx');
const status = () => import('../pages/public/StatusPage.tsx');
const publicFiles = () => import('../pages/public/FilesPage.tsx');
const verify = () => import('../pages/verify/VerifyPage.tsx');
const link = () => import('../pages/sign-in/LinkPage.tsx');

/** Whoever looks into the data of an inspection: operators are told what was found alone. */
const inspectors = roles(
  ['handler', 'approver', 'reader', 'auditor'],
  ['regulator', 'association', 'platform'],
);

/** Matters are for consumers too, who have no roles. */
const mattersSeers = (session: Session): boolean =>
  workers(session) || session.party === 'consumer';

/** One line a page here and one above, in the order of the navigation. */
export const pages: readonly Page[] = [
  page('/', '总览', 'Overview', overview, { nav: { icon: CompassOutlined, letter: 'o' } }),
  page('/operator', '本店情况', 'Your business', operator, {
    nav: { icon: ShopOutlined, letter: 'b' },
    who: roles(['handler', 'approver', 'reader', 'auditor'], ['operator']),
  }),
  page('/matters', '事项', 'Matters', matters, {
    nav: { icon: FolderOpenOutlined, letter: 'm' },
    who: mattersSeers,
  }),
  page('/matters/new', '新建事项', 'Open a matter', newMatter, { who: handlers }),
  page('/matters/:id', '事项', 'Matter', matter, { who: mattersSeers }),
  page('/findings', '发现', 'Findings', findings, {
    nav: { icon: FileSearchOutlined, letter: 'f' },
    who: workers,
  }),
  page('/findings/:id', '发现', 'Finding', finding, { who: workers }),
  page('/orders', '订单', 'Orders', orders, {
    nav: { icon: NodeIndexOutlined, letter: 'r' },
    who: inspectors,
  }),
  page('/orders/:inspection/:order', '订单全程', 'Life of an order', order, { who: inspectors }),
  page('/alerts', '实时预警', 'Live alerts', alerts, {
    nav: { icon: BellOutlined, letter: 'e' },
    who: roles(['handler', 'approver', 'reader', 'auditor'], ['regulator', 'platform']),
  }),
  page('/network', '推荐网络', 'Network', networks, {
    nav: { icon: DeploymentUnitOutlined, letter: 'n' },
    who: inspectors,
  }),
  page('/network/:inspection', '推荐网络', 'Network', network, { who: inspectors }),
  page('/market', '市场晴雨表', 'Market', market, {
    nav: { icon: LineChartOutlined, letter: 'k' },
    who: inspectors,
  }),
  page('/market/effects', '措施效果', 'What followed measures', effects, { who: inspectors }),
  page('/market/whole', '全市场', 'The whole market', wholeMarket, { who: supervisors }),
  page('/precheck', '发布前检查', 'Pre-check', precheck, {
    nav: { icon: HighlightOutlined, letter: 'c' },
    who: workers,
  }),
  page('/plans', '方案推演', 'Plan lab', plans, {
    nav: { icon: ExperimentOutlined, letter: 'p' },
    who: workers,
  }),
  page('/plans/lab', '方案推演', 'Plan lab', planLab, { who: workers }),
  page('/imports', '数据导入', 'Imports', imports, {
    nav: { icon: ImportOutlined, letter: 'i' },
    who: workers,
  }),
  page('/imports/:inspection', '检查', 'Inspection', inspection, { who: workers }),
  page('/proposals', '标准制定', 'Standards under way', proposals, {
    nav: { icon: AuditOutlined, letter: 'd' },
    who: roles(['admin', 'handler', 'approver', 'reader', 'auditor']),
  }),
  page('/proposals/part/:part', '标准制定', 'Standards under way', proposals, {
    who: roles(['admin', 'handler', 'approver', 'reader', 'auditor']),
  }),
  page('/proposals/:id', '标准提案', 'Proposal of a standard', proposal, {
    who: roles(['handler', 'approver', 'reader', 'auditor'], ['regulator', 'association']),
  }),
  page('/admin', '管理', 'Administration', admin, {
    nav: { icon: SettingOutlined, letter: 'a' },
    who: keepers,
  }),
  page('/admin/:part', '管理', 'Administration', admin, { who: keepers }),
  page('/standards', '标准库', 'Law library', standards, {
    nav: { icon: ReadOutlined, letter: 'l' },
  }),
  page('/standards/:standard', '标准包', 'Pack', standard),
  page('/standards/:standard/:provision', '条款', 'Provision', provision),
  page('/drafts', '标准起草', 'Drafts', drafts, {
    nav: { icon: EditOutlined, letter: 'w' },
    who: supervisors,
  }),
  page('/drafts/:id', '标准起草', 'Draft', draft, { who: supervisors }),
  page('/account', '账户与安全', 'Account and security', account),
  page('/sign-in', '登录', 'Sign in', signIn, { who: 'anyone' }),
  page('/setup', '初始设置', 'Set up', setup, { who: 'anyone' }),
  page('/invitation', '设置密码', 'Set a password', invitation, { who: 'anyone' }),
  page('/public/complain', '我要投诉', 'Complain', complain, { who: 'anyone' }),
  page('/public/status', '查询投诉进度', 'Follow a complaint', status, { who: 'anyone' }),
  page('/public/files', '数据下载', 'Data files', publicFiles, { who: 'anyone' }),
  page('/public/verify', '核对证据包与抽取', 'Verify a bag or a draw', verify, { who: 'anyone' }),
  page('/public/standards', '标准征求意见', 'Standards out for comment', publicStandards, {
    who: 'anyone',
  }),
  page('/public/standards/:id', '标准征求意见', 'Standard', publicStandard, { who: 'anyone' }),
  page('/link', '凭链接进入', 'Enter by link', link, { who: 'anyone' }),
];

/** May this session see the page? */
export function isFor({ who }: Page, session: Session): boolean {
  return typeof who !== 'function' || who(session);
}
