import type { Localised } from '../../model/localised.ts';
import { html } from '../../report/html/markup.ts';
import type { Markup } from '../../report/html/markup.ts';
import type { Language } from './public-page.ts';

const say = (zh: string, en: string): Localised => ({ zh, en });

const steps: readonly Localised[] = [
  say(
    '先与商家或者平台协商，并保存订单、聊天、直播回放、付款和物流记录。',
    'Talk to the seller or the platform first, and keep orders, chats, replays, payments and ' +
      'parcel records.',
  ),
  say(
    '协商不成，向平台页面所公示的经营者地址所在地的市场监督管理部门投诉：拨打 12315，或者登录全国 12315 平台。',
    'If that fails, complain to the market regulator of the place that the operator shows on the ' +
      'platform: call 12315, or use the national 12315 platform.',
  ),
  say(
    '部门自收到投诉之日起七个工作日内决定是否受理；受理后六十日内调解。',
    'Within seven working days it decides whether to take the complaint up; mediation ends ' +
      'within sixty days after that.',
  ),
  say(
    '发现虚假宣传、传销、刷单等违法行为，可以向同一部门举报。',
    'False advertising, pyramid selling, faked orders and other breaches can be reported to the ' +
      'same office.',
  ),
  say(
    '对平台的处置措施不服，可以在平台申诉；由程序单独决定的，可以要求人工判定。',
    'Whoever disagrees with a measure of a platform can appeal there, and can ask for a person ' +
      'where a program alone decided.',
  ),
];

/** How a consumer gets heard (SAMR Order 121; Order 116, art. 19). */
export function complaintsBody(language: Language): Markup {
  return html`<ol class="steps">
    ${steps.map((step) => html`<li>${step[language]}</li>`)}
  </ol>`;
}

const downloads: readonly (readonly [string, Localised])[] = [
  ['/public-data/files/publications.csv', say('在公示的信息（CSV）', 'What is on display (CSV)')],
  [
    '/public-data/files/publications.jsonl',
    say('在公示的信息（JSON 行）', 'The same as JSON lines'),
  ],
  [
    '/public-data/files/publications.json',
    say('文件说明：各列含义、行数与摘要', 'What the file holds: columns, rows, digests'),
  ],
  ['/console/public/files', say('按月数据文件', 'Data files, month by month')],
  ['/public-data/files/tombstones.json', say('撤回记录', 'What was withdrawn')],
  ['/log/checkpoint', say('存证日志检查点', 'Checkpoint of the evidence log')],
  ['/log/key', say('存证日志验证公钥', 'Key that verifies the log')],
];

/** Data files and the log, with what to do with them. */
export function filesBody(language: Language): Markup {
  return html`<ul>
      ${downloads.map(([path, name]) => html`<li><a href="${path}">${name[language]}</a></li>`)}
    </ul>
    <p>
      ${
        say(
          '每份公示信息的摘要均写入存证日志；撤回后内容删除，摘要保留。',
          'The digest of every publication is in the evidence log; when one is withdrawn its ' +
            'content goes and its digest stays.',
        )[language]
      }
    </p>
    <p>
      <a href="/console/public/verify"
        >${say('在浏览器中核对证据包（文件不上传）', 'Verify a bag in the browser; nothing is sent')[language]}</a
      >
    </p>`;
}
