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

/** The provision's sentence with the first evidence row in it, and how many more there are. */
export function explain(provision: Provision, facts: Explained, currency: string): Localised {
  return {
    en: sentence(provision.explain.en, facts, 'en', currency),
    zh: sentence(provision.explain.zh, facts, 'zh', currency),
  };
}

function sentence(
  template: string,
  facts: Explained,
  language: 'en' | 'zh',
  currency: string,
): string {
  const { subject, act_on, parameters, evidence } = facts;
  const values: EvidenceRow = { ...parameters, ...evidence[0], subject, act_on };
  const filled = template.replace(placeholder, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : formatValue(name, value, language, currency);
  });
  const rows = evidence.length;
  if (rows <= 1) return filled;
  const more =
    language === 'zh'
      ? `（共 ${rows} 行证据，以上为第一行。）`
      : ` (${rows} rows of evidence; this is the first.)`;
  return filled + more;
}

const placeholder = /\{([^{}]*)\}/g;

/** Names of the placeholders in a template, with their offsets. */
export function placeholdersOf(template: string): { readonly name: string; readonly at: number }[] {
  return [...template.matchAll(placeholder)].map((match) => ({
    name: match[1] ?? '',
    at: match.index,
  }));
}
