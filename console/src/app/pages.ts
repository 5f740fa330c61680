import { CompassOutlined } from '@ant-design/icons';
import type { ComponentType } from 'react';
import type { Localised } from '../../../src/model/localised.ts';
import type { Session } from '../api/session.ts';

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
const signIn = () => import('../pages/sign-in/SignInPage.tsx');
const setup = () => import('../pages/sign-in/SetupPage.tsx');
const invitation = () => import('../pages/sign-in/InvitationPage.tsx');
const complain = () => import('../pages/public/ComplainPage.tsx');
const status = () => import('../pages/public/StatusPage.tsx');
const link = () => import('../pages/sign-in/LinkPage.tsx');

/** One line a page here and one above, in the order of the navigation. */
export const pages: readonly Page[] = [
  page('/', '总览', 'Overview', overview, { nav: { icon: CompassOutlined, letter: 'o' } }),
  page('/sign-in', '登录', 'Sign in', signIn, { who: 'anyone' }),
  page('/setup', '初始设置', 'Set up', setup, { who: 'anyone' }),
  page('/invitation', '设置密码', 'Set a password', invitation, { who: 'anyone' }),
  page('/public/complain', '我要投诉', 'Complain', complain, { who: 'anyone' }),
  page('/public/status', '查询投诉进度', 'Follow a complaint', status, { who: 'anyone' }),
  page('/link', '凭链接进入', 'Enter by link', link, { who: 'anyone' }),
];

/** May this session see the page? */
export function isFor({ who }: Page, session: Session): boolean {
  return typeof who !== 'function' || who(session);
}
