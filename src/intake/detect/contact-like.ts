import type { DetectTable } from './staged.ts';
import { mentions, terms, toWords } from './words.ts';

const contactWords = terms(
  `
    phone, mobile, tel, telephone, cellphone, email, mail, wechat, weixin, idcard, id card,
    nick, nickname, realname, real name, full name, buyer username, buyer name, customer name,
    shouji, shoujihao, dianhua, xingming, alipay, 手机, 电话, 身份证, 邮箱, 微信, 姓名, 昵称, 会员名, 买家, 客户名,
    支付宝`,
);

/** Whether a column names people as people do: such a value is kept only as a pseudonym. */
export function isContactLike(column: string, table: DetectTable): boolean {
  const words = toWords(column);
  if (contactWords.some((word) => mentions(words, word))) return true;
  const comment = table.columns.find((one) => one.name === column)?.comment ?? null;
  return (
    comment !== null && /手机|电话|身份证|姓名|邮箱/.test(comment) && !/id|编号/i.test(comment)
  );
}
