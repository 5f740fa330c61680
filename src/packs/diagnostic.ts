import { describeIssue } from '../model/issue.ts';
import type { IssueCode, IssueParams, Place } from '../model/issue.ts';
import type { Localised } from '../model/localised.ts';

/** Something wrong in a pack's file, with the stretch of text it is about. */
export interface Diagnostic {
  readonly code: IssueCode;
  readonly params: IssueParams;
  readonly place: Place;
  /** Characters to underline, from the place on; at least 1. */
  readonly length: number;
}

/** A text file of a pack as read from the edge. */
export interface PackFile {
  /** Path inside the pack, with `/`. */
  readonly name: string;
  readonly text: string;
  readonly sha256: string;
}

export type Report = (code: IssueCode, params: IssueParams, start: number, length?: number) => void;

/** A reporter of problems in one file, by offset in its text. */
export function reporterFor(file: PackFile, into: Diagnostic[]): Report {
  return (code, params, start, length = 1) => {
    into.push({ code, params, place: placeAt(file, start), length: Math.max(1, length) });
  };
}

/** Line and column of an offset, both from 1. */
export function placeAt(file: Pick<PackFile, 'name' | 'text'>, offset: number): Place {
  const before = file.text.slice(0, offset);
  const line = before.split('\n').length;
  return { file: file.name, line, column: offset - before.lastIndexOf('\n') };
}

/**
 * A diagnostic as a compiler prints it: place and sentence, the line, a caret under the stretch,
 * and what to do.
 */
export function formatDiagnostic(
  diagnostic: Diagnostic,
  text: string | null,
  language: keyof Localised = 'en',
): string {
  const { place, code, length } = diagnostic;
  const at = [place.file, place.line, place.column].filter((part) => part !== null).join(':');
  const head = `${at}: ${code}: ${describeIssue(diagnostic)[language]}`;
  const { line, column } = place;
  const source = line === null ? undefined : text?.split('\n')[line - 1];
  if (line === null || column === null || source === undefined) return head;
  const margin = String(line).length;
  const shown = source.slice(column - 1, column - 1 + length);
  const caret = blank(source.slice(0, column - 1)) + '^'.repeat(Math.max(1, widthOf(shown)));
  return `${head}\n${line} | ${source}\n${' '.repeat(margin)} | ${caret}`;
}

/** Blanks as wide as the text: tabs stay tabs, a Chinese character takes two columns. */
function blank(text: string): string {
  return [...text].map((c) => (c === '\t' ? c : ' '.repeat(widthOf(c)))).join('');
}

/** Columns a text takes on a terminal. */
export function widthOf(text: string): number {
  let width = 0;
  for (const c of text)
    width += /[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\uff60]/.test(c) ? 2 : 1;
  return width;
}
