import type { BagContent } from '../../evidence/bag/bag-file.ts';
import { utf8Bytes } from '../../evidence/bytes.ts';
import { canonicalJson } from '../../evidence/canonical-json.ts';
import { matterRules } from '../../casework/matter-kinds.ts';
import type { ShownEvent, ShownMatter } from '../../casework/shown/shown-matter.ts';

/** The matter in words, to be read without any program: what is shown of it, step by step. */
export function matterRecords(matter_id: string, shown: ShownMatter): BagContent[] {
  return (['zh', 'en'] as const).map((lang) => ({
    path: `data/record.${lang}.txt`,
    content: utf8Bytes(recordText(matter_id, shown, lang)),
  }));
}

const words = {
  zh: {
    id: '事项编号',
    status: '状态',
    step: '步骤',
    on: '日期',
    by: '办理方',
    reason: '理由',
    data: '内容',
    nobody: '（不予显示）',
    foot: '本记录由 events.ndjson 生成；以后者为准。',
  },
  en: {
    id: 'Matter',
    status: 'Status',
    step: 'Step',
    on: 'On',
    by: 'By',
    reason: 'Reason',
    data: 'Content',
    nobody: '(not shown)',
    foot: 'Made from events.ndjson, which is what counts.',
  },
} as const;

function recordText(matter_id: string, shown: ShownMatter, lang: 'zh' | 'en'): string {
  const { id, status, foot } = words[lang];
  const colon = lang === 'zh' ? '：' : ': ';
  const head = [
    line(shown.title ?? matterRules[shown.state.kind].title[lang]),
    `${id}${colon}${matter_id}`,
    ...(shown.status === null ? [] : [`${status}${colon}${shown.status}`]),
  ];
  const steps = shown.events.map((event) => stepText(event, lang, colon));
  return `${[...head, '', ...steps.flatMap((one) => [...one, '']), foot].join('\n')}\n`;
}

function stepText(event: ShownEvent, lang: 'zh' | 'en', colon: string): string[] {
  const { step, on, by, reason, data, nobody } = words[lang];
  const { actor } = event;
  return [
    `${step} ${event.number}${colon}${event.title[lang]} (${event.type})`,
    `${on}${colon}${event.on} (${event.at})`,
    `${by}${colon}${actor === null ? nobody : named(actor)}`,
    ...(event.reason === null ? [] : [`${reason}${colon}${line(event.reason)}`]),
    ...(Object.keys(event.data).length > 0 ? [`${data}${colon}${canonicalJson(event.data)}`] : []),
  ];
}

/** The office, and the person where one is told. */
function named({ tenant_id, user_id }: NonNullable<ShownEvent['actor']>): string {
  return user_id === null ? tenant_id : `${tenant_id} ${user_id}`;
}

/** On one line: a text of somebody's must not look like a line of the program's. */
function line(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
}
