import { fill } from '../../model/localised.ts';
import type { Localised } from '../../model/localised.ts';
import { visible } from '../show.ts';
import { texts } from '../texts.ts';

/** Markup of our own making; every other text is escaped on its way into a page. */
export interface Markup {
  readonly markup: string;
}

export type Part = Markup | string | number | readonly Part[];

/**
 * Builds markup; what is put in is escaped unless it is markup already. Line breaks of the
 * template stay (in a page they are spaces), its indentation does not.
 */
export function html(template: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const strings = flush(template);
  let markup = strings[0] ?? '';
  parts.forEach((part, i) => {
    markup += render(part) + (strings[i + 1] ?? '');
  });
  return { markup };
}

const flushed = new WeakMap<TemplateStringsArray, readonly string[]>();

function flush(template: TemplateStringsArray): readonly string[] {
  const known = flushed.get(template);
  if (known) return known;
  const strings = template.map((text) => text.replace(/\s*\n\s*/g, '\n'));
  flushed.set(template, strings);
  return strings;
}

function render(part: Part): string {
  if (typeof part === 'string') return escapeHtml(part);
  if (typeof part === 'number') return String(part);
  return 'markup' in part ? part.markup : part.map(render).join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.toWellFormed().replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

export const nothing: Markup = { markup: '' };

/** Sentences are longer than values, but not without end. */
const sentence_chars_max = 4000;

/** A text in both languages; the style sheet shows one of them. */
export function both(text: Localised, values: Values = {}): Markup {
  const zh = visible(fill(text.zh, values), sentence_chars_max);
  const en = visible(fill(text.en, values), sentence_chars_max);
  if (zh === en) return html`${zh}`;
  return html`<span lang="zh-CN">${zh}</span><span lang="en">${en}</span>`;
}

type Values = Readonly<Record<string, unknown>>;

/** Sentences one after another; Chinese puts no space between them. */
export function sentences(values: Values, ...all: readonly Localised[]): Markup {
  return both({
    en: all.map(({ en }) => fill(en, values)).join(' '),
    zh: all.map(({ zh }) => fill(zh, values)).join(''),
  });
}

/** Several texts as a list in a sentence. */
export function listed(all: readonly Localised[]): Markup {
  return both({
    en: all.map(({ en }) => en).join(texts.comma.en),
    zh: all.map(({ zh }) => zh).join(texts.comma.zh),
  });
}

/** A text of several lines: a paragraph for each. */
export function prose({ zh, en }: Localised): Markup {
  const paragraphs = (text: string): Markup[] =>
    text
      .split(/\s*\n\s*/)
      .filter((line) => line !== '')
      .map((line) => html`<p>${visible(line.replace(/^[-*] /, '· '), sentence_chars_max)}</p>`);
  return html`<div lang="zh-CN">${paragraphs(zh)}</div>
    <div lang="en">${paragraphs(en)}</div>`;
}

/** An identifier of the source system, isolated so that its direction disturbs nothing. */
export function id(text: string): Markup {
  return html`<bdi class="id">${visible(text)}</bdi>`;
}

/** Other text of the data. */
export function data(text: string, most?: number): Markup {
  return html`<bdi>${visible(text, most)}</bdi>`;
}

/** A digest in full, with a button that copies it. */
export function digest(sha256: string): Markup {
  const text = visible(sha256);
  return html`<span class="digest"
    ><code>${text}</code
    ><button type="button" class="copy" data-copy="${text}" hidden>
      <span lang="zh-CN">复制</span><span lang="en">Copy</span>
    </button></span
  >`;
}
