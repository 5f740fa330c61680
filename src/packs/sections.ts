import type { Localised } from '../model/localised.ts';
import type { PackFile, Report } from './diagnostic.ts';

/** A stretch of a Markdown file: its text and where that begins. */
export interface Stretch {
  readonly text: string;
  readonly start: number;
}

export interface Markdown {
  readonly front_matter: Stretch;
  /** `## Law`, `## Test`, … by title. */
  readonly sections: ReadonlyMap<string, Stretch>;
}

const known = ['Law', 'Reading', 'Test', 'Cannot tell when', 'Explain'];

/** Cuts a provision's file into its front matter and its sections. */
export function cutMarkdown(file: PackFile, report: Report): Markdown | null {
  const head = /^---\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m.exec(file.text);
  if (!head || head.index !== 0) {
    report('pack.no_front_matter', {}, 0);
    return null;
  }
  const front_matter = { text: head[1] ?? '', start: file.text.indexOf('\n') + 1 };
  return { front_matter, sections: cutSections(file, head[0].length, report) };
}

function cutSections(file: PackFile, from: number, report: Report): Map<string, Stretch> {
  const sections = new Map<string, Stretch>();
  const heads = [...file.text.matchAll(/^## +(\S.*)?\r?$/gm)].filter(({ index }) => index >= from);
  heads.forEach((match, i) => {
    const title = (match[1] ?? '').trimEnd();
    if (!known.includes(title) || sections.has(title)) {
      report(
        'pack.unknown_section',
        { section: title, known: known.join(', ') },
        match.index,
        match[0].length,
      );
      return;
    }
    const start = match.index + match[0].length;
    sections.set(title, { text: file.text.slice(start, heads[i + 1]?.index), start });
  });
  return sections;
}

/** The `### zh` and `### en` parts of a section. */
export function bothLanguages(
  markdown: Markdown,
  title: string,
  report: Report,
): { readonly zh: Stretch; readonly en: Stretch } | null {
  const section = sectionOf(markdown, title, report);
  if (!section) return null;
  const parts = new Map<string, Stretch>();
  const heads = [...section.text.matchAll(/^### +(\S.*)?\r?$/gm)];
  heads.forEach((match, i) => {
    const from = match.index + match[0].length;
    const raw = section.text.slice(from, heads[i + 1]?.index);
    const lead = raw.length - raw.trimStart().length;
    parts.set((match[1] ?? '').trimEnd(), { text: raw.trim(), start: section.start + from + lead });
  });
  const zh = parts.get('zh');
  const en = parts.get('en');
  for (const [name, part] of [
    ['zh', zh],
    ['en', en],
  ] as const) {
    if (!part?.text)
      report('pack.missing_section', { section: `${title} / ${name}` }, section.start);
  }
  return zh?.text && en?.text ? { zh, en } : null;
}

export function textsOf(parts: { readonly zh: Stretch; readonly en: Stretch }): Localised {
  return { zh: parts.zh.text, en: parts.en.text };
}

/** The fenced SQL of a section; null when the section is absent, which only some may be. */
export function sqlOf(
  markdown: Markdown,
  title: string,
  need: 'needed' | 'optional',
  report: Report,
): Stretch | null {
  if (need === 'optional' && !markdown.sections.has(title)) return null;
  const section = sectionOf(markdown, title, report);
  if (!section) return null;
  const fence = /^```sql[ \t]*\r?\n([\s\S]*?)^```[ \t]*\r?$/m.exec(section.text);
  if (!fence) {
    report('pack.no_sql', { section: title }, section.start);
    return null;
  }
  const body = fence[1] ?? '';
  const start = section.start + fence.index + fence[0].indexOf('\n') + 1;
  return { text: body.replace(/\s+$/, ''), start };
}

function sectionOf(markdown: Markdown, title: string, report: Report): Stretch | null {
  const section = markdown.sections.get(title);
  if (section) return section;
  report('pack.missing_section', { section: title }, markdown.front_matter.start);
  return null;
}
