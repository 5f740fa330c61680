import { jsonOrNull } from '../model/json-or-null.ts';
import type { Segment } from './transcript.ts';

/**
 * The segments of a transcript: subtitles (SRT), or JSON as speech recognisers write it: an array
 * of segments, or an object with `segments`, each with `text` and times, `start` and `end` in
 * seconds or `starts_ms` and `ends_ms`. Null where the text is neither.
 */
export function readTranscript(text: string): Segment[] | null {
  const clean = text.replace(/^\ufeff/, '');
  return readSubtitles(clean) ?? readJson(clean);
}

const timing = /^(\d+):(\d{2}):(\d{2})[,.](\d{3}) --> (\d+):(\d{2}):(\d{2})[,.](\d{3})/;

function readSubtitles(text: string): Segment[] | null {
  const segments: { id: string; starts_ms: number; ends_ms: number; lines: string[] }[] = [];
  let last = '';
  for (const line of text.split(/\r?\n/)) {
    const [, ...numbers] = timing.exec(line) ?? [];
    if (numbers.length === 8) {
      // The number of a subtitle stands on the line before its time.
      segments.at(-1)?.lines.pop();
      const [starts_ms, ends_ms] = [milliseconds(numbers, 0), milliseconds(numbers, 4)];
      segments.push({ id: last.trim() || `${segments.length + 1}`, starts_ms, ends_ms, lines: [] });
    } else if (segments.length === 0 && !/^\s*(?:\d+\s*|WEBVTT.*)?$/.test(line)) {
      return null;
    } else segments.at(-1)?.lines.push(line);
    last = line;
  }
  if (segments.length === 0) return null;
  return segments.map(({ lines, ...times }) => ({ ...times, text: lines.join('\n').trim() }));
}

function milliseconds(numbers: readonly string[], from: number): number {
  const [h = 0, m = 0, s = 0, ms = 0] = numbers.slice(from, from + 4).map(Number);
  return ((h * 60 + m) * 60 + s) * 1000 + ms;
}

function readJson(text: string): Segment[] | null {
  const value = jsonOrNull(text);
  const list = isObject(value) ? value['segments'] : value;
  if (!Array.isArray(list)) return null;
  const segments = list.map(segmentOf);
  return segments.every((segment) => segment !== null) ? segments : null;
}

function segmentOf(value: unknown, i: number): Segment | null {
  if (!isObject(value) || typeof value['text'] !== 'string') return null;
  const { id, text } = value;
  return {
    id: typeof id === 'string' || typeof id === 'number' ? String(id) : `${i + 1}`,
    starts_ms: timeOf(value['starts_ms'], value['start']),
    ends_ms: timeOf(value['ends_ms'], value['end']),
    text: String(text),
  };
}

function timeOf(ms: unknown, seconds: unknown): number | null {
  if (typeof ms === 'number' && Number.isFinite(ms)) return ms;
  if (typeof seconds === 'number' && Number.isFinite(seconds)) return Math.round(seconds * 1000);
  return null;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
