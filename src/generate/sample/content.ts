import type { DumpRow } from '../mysql-dump.ts';
import { chinaTime, DAY_S, phone } from '../names.ts';

interface Post {
  readonly title: string;
  readonly body: string;
}

export const lawfulPosts: readonly Post[] = [
  { title: '换季收纳的三个办法', body: '衣物先清洗晾干,再分季节装箱,箱外写上日期。' },
  { title: '如何申请退货', body: '签收后七天内,在订单页点“申请退款”,寄回后我们会尽快退款。' },
  { title: '茶怎么泡', body: '水温九十度左右,三分钟即可,喜欢浓的多等一分钟。' },
  { title: '推广员须知', body: '请如实介绍商品,不得夸大功效,不得承诺收益。' },
];

/** Posts that promise income to recruits. */
export const incomePosts: readonly Post[] = [
  { title: '三百九十九开启事业', body: '买一份礼包,邀请三个朋友,人人躺赚,月入过万不是梦。' },
  { title: '团队荣耀榜', body: '加入我们零风险,团队越大分得越多,包回本。' },
];

export function articleRows(posts: readonly Post[], from: number): DumpRow[] {
  return posts.map(({ title }, i) => ({
    id: i + 1,
    cid: '1',
    title,
    author: '商城运营',
    status: 1,
    add_time: String(from + (i + 1) * 60 * DAY_S),
  }));
}

export function articleContentRows(posts: readonly Post[]): DumpRow[] {
  return posts.map(({ body }, i) => ({ nid: i + 1, content: `<p>${body}</p>` }));
}

export interface LiveRoom {
  readonly anchor: boolean;
  readonly replay: boolean;
}

export function liveRows(rooms: readonly LiveRoom[], from: number): DumpRow[] {
  return rooms.map(({ anchor, replay }, i) => {
    const start = from + (i + 1) * 40 * DAY_S + 19 * 3_600;
    return {
      id: i + 1,
      room_id: 100 + i,
      name: `第${i + 1}场好物分享`,
      start_time: start,
      end_time: start + 2 * 3_600,
      anchor_name: anchor ? `主播${i + 1}号` : '',
      anchor_wechat: anchor ? `anchor_${i + 1}` : '',
      phone: phone(9_000 + i),
      status: 2,
      live_status: 103,
      replay_status: replay ? 1 : 0,
      is_show: 1,
      add_time: start - DAY_S,
    };
  });
}

export function anchorRows(rooms: readonly LiveRoom[]): DumpRow[] {
  return rooms.flatMap(({ anchor }, i) =>
    anchor
      ? [
          {
            id: i + 1,
            name: `主播${i + 1}号`,
            wechat: `anchor_${i + 1}`,
            phone: phone(9_000 + i),
            is_show: 1,
            add_time: chinaTime('2024-09-01'),
          },
        ]
      : [],
  );
}
