import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Inspection } from '../inspect/inspect.ts';
import { listCounts, listTies } from '../inspect/counts.ts';
import { listFunding, listGains } from '../inspect/funding-rows.ts';
import { listMembers } from '../inspect/members.ts';
import { derivedCsv, findingsCsv, membersCsv } from '../report/csv.ts';
import { countsCsv, personsCsv } from '../report/csv-rows.ts';
import { renderHtml } from '../report/html.ts';
import { renderJson } from '../report/json.ts';
import { renderMarkdown } from '../report/markdown.ts';
import type { Format } from './report-formats.ts';

/** Writes the report in the formats asked for; returns the paths written. */
export async function writeReportFiles(
  inspection: Inspection,
  folder: string,
  wanted: readonly Format[],
): Promise<string[]> {
  const { report, engine } = inspection;
  await mkdir(folder, { recursive: true });
  const written: string[] = [];
  const put = async (name: string, content: string | AsyncIterable<string>): Promise<void> => {
    const path = join(folder, name);
    if (typeof content === 'string') await writeFile(path, content);
    else await pipeline(Readable.from(content), createWriteStream(path));
    written.push(path);
  };
  if (wanted.includes('html')) await put('report.html', renderHtml(report));
  if (wanted.includes('md')) {
    await put('report.zh.md', renderMarkdown(report, 'zh'));
    await put('report.en.md', renderMarkdown(report, 'en'));
  }
  if (wanted.includes('json')) await put('report.json', renderJson(report));
  if (wanted.includes('csv')) {
    await put('findings.csv', findingsCsv(report));
    await put('members.csv', membersCsv(listMembers(engine), report.money));
    await put('funding.csv', derivedCsv('commission_funding', listFunding(engine), report.money));
    await put('gains.csv', derivedCsv('member_gain', listGains(engine), report.money));
    await put('counts.csv', countsCsv(listCounts(engine)));
    await put('persons.csv', personsCsv(listTies(engine)));
  }
  return written;
}
