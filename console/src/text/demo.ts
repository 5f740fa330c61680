import { words } from './words.ts';

/** A demonstration: its faces, and how to change from one to another. */
export const demoWords = words({
  zh: {
    title: '演示环境：以谁的视角查看？',
    lead: '数据均为虚构。点击任意一位即可进入，无需密码；进入后可随时在账户菜单中更换。',
    consumer_office: '以个人身份',
    change: '更换视角（演示）',
  },
  en: {
    title: 'A demonstration: look through the eyes of …',
    lead: 'All data are invented. Choose anyone, without a password; change later in the menu.',
    consumer_office: 'as a private person',
    change: 'Change the face (demonstration)',
  },
});
