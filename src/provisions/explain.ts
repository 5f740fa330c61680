import type { Localised } from '../model/localised.ts';
import type { EvidenceValue, Provision } from '../model/provision.ts';
import { formatValue } from './format-value.ts';

export type EvidenceRow = Readonly<Record<string, EvidenceValue>>;

/** The facts an explanation may speak of: those of one finding. */
export interface Explained {
  readonly subject: string;
  readonly act_on: string | null;
  readonly parameters: Readonly<Record<string, number | string>>;
  readonly evidence: readonly EvidenceRow[];
}

export type Explainer = (facts: Explained) => Localised;

/** The provision's sentences cut at their placeholders once, for many findings. */
export function explainer({ explain: texts }: Provision, currency: string): Explainer {
  const [en, zh] = [cutText(texts.en), cutText(texts.zh)];
  return (facts) => ({
    en: joined(en, facts, 'en', currency),
    zh: joined(zh, facts, 'zh', currency),
  });
}

/** Text and names of placeholders by turns, text first. */
function cutText(template: string): readonly string[] {
  return template.split(placeholder);
}

/** The provision's sentence with the first evidence row in it, and how many more there are. */
export function explain(provision: Provision, facts: Explained, currency: string): Localised {
  return explainer(provision, currency)(facts);
}

function joined(
  parts: readonly string[],
  facts: Explained,
  language: 'en' | 'zh',
  currency: string,
): string {
  let filled = '';
  for (let i = 0; i < parts.length; i += 1) {
    const part = parts[i] ?? '';
    if (i % 2 === 0) filled += part;
    else {
      const value = factOf(facts, part);
      filled += value === undefined ? `{${part}}` : formatValue(part, value, language, currency);
    }
  }
  const rows = facts.evidence.length;
  if (rows <= 1) return filled;
  const more =
    language === 'zh'
      ? `（共 ${rows} 行证据，以上为第一行。）`
      : ` (${rows} rows of evidence; this is the first.)`;
  return filled + more;
}

function factOf(facts: Explained, name: string): EvidenceValue | undefined {
  if (name === 'subject') return facts.subject;
  if (name === 'act_on') return facts.act_on;
  const value = facts.evidence[0]?.[name];
  return value === undefined ? facts.parameters[name] : value;
}

const placeholder = /\{([^{}]*)\}/g;

/** Names of the placeholders in a template, with their offsets. */
export function placeholdersOf(template: string): { readonly name: string; readonly at: number }[] {
  return [...template.matchAll(placeholder)].map((match) => ({
    name: match[1] ?? '',
    at: match.index,
  }));
}
