import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { DuckDb } from '../../engine/duckdb.ts';
import { canonicalJson } from '../../evidence/canonical-json.ts';
import { integritySheet } from '../../guidance/integrity-sheet.ts';
import { notice } from '../../guidance/notice.ts';
import { inspectionList } from '../../guidance/risk-tiers.ts';
import { sheetText } from '../../guidance/sheet-text.ts';
import { waysToImprove } from '../../guidance/ways-to-improve.ts';
import { attachSnapshot } from '../../inspect/attach-snapshot.ts';
import { lastDay } from '../../inspect/day-to-judge.ts';
import { byteOrderMark, csvLine } from '../../model/csv-cell.ts';
import { PolyprismError } from '../../model/issue.ts';
import type { CommonOptions } from '../common-options.ts';
import { exitCode } from '../exit-code.ts';
import { readGuidance } from '../guidance/read-guidance.ts';
import type { Guidance } from '../guidance/read-guidance.ts';
import { showReading, showTiers } from '../guidance/show-guidance.ts';
import type { Language } from '../language.ts';
import * as values from '../option-values.ts';
import { runCommand } from '../run-command.ts';
import { snapshotOf } from '../snapshot-of.ts';

interface GuidanceFlags extends CommonOptions {
  readonly asOf?: string;
  readonly operator?: readonly string[];
  readonly out?: string;
}

export function guidanceCommand(language: Language): Command {
  const say = (en: string, zh: string): string => (language === 'zh' ? zh : en);
  return new Command('guidance')
    .description(
      say(
        'how operators and the market stand: integrity sheets, a list for inspections, a barometer',
        '经营者与市场状况：诚信评价单、检查名单、市场晴雨表',
      ),
    )
    .argument('<folder>', say('where inspect wrote its report', 'inspect 的输出文件夹'))
    .option(
      '--as-of <date>',
      say(
        'at the end of this day; default: the last day of the data',
        '该日终了时；默认数据截止日',
      ),
      values.isoDate,
    )
    .option('--operator <id...>', say('operators whose sheets are shown', '显示其评价单的经营者'))
    .option(
      '-o, --out <folder>',
      say('where to write all sheets, the list and the barometer', '全部结果的输出文件夹'),
    )
    .action(runGuidance);
}

async function runGuidance(folder: string, _flags: unknown, command: Command): Promise<void> {
  const flags = command.optsWithGlobals<GuidanceFlags>();
  await runCommand(flags, async (signal, places) => {
    const found = await read(await places.here(folder), flags.asOf);
    signal.throwIfAborted();
    const sheets = found.facts.map((facts) => integritySheet(facts));
    const list = inspectionList(sheets);
    const wanted = flags.operator ?? [];
    const shown = wanted.map((id) => {
      const facts = found.facts.find((one) => one.operator_id === id);
      if (!facts) throw new PolyprismError('guidance.unknown_operator', { id });
      return { sheet: integritySheet(facts), outlook: waysToImprove(facts), facts };
    });
    const texts = {
      'sheets.json': `${canonicalJson({ notice, sheets })}\n`,
      'barometer.json': `${canonicalJson(found.barometer)}\n`,
      'inspection-list.csv': listCsv(list),
    };
    if (flags.out !== undefined) await places.out(flags.out, (out) => put(out.folder, texts));
    const { lang } = flags;
    const text = [
      ...shown.map(({ sheet, outlook }) => sheetText(sheet, outlook, lang)),
      showTiers(list, lang),
      ...found.barometer.readings.map((reading) => showReading(reading, lang)),
      ...(shown.length === 0 ? [notice[lang]] : []),
    ];
    const json = { list, barometer: found.barometer, sheets: shown, notice };
    process.stdout.write(flags.json ? `${canonicalJson(json)}\n` : `${text.join('\n\n')}\n`);
    return exitCode.clean;
  });
}

function listCsv(list: ReturnType<typeof inspectionList>): string {
  const lines = list.map(({ id, weight, tier, reasons }) => {
    const why = reasons.map(({ part, points }) => `${part} ${points}`).join('; ');
    return csvLine([id, weight, tier, why]);
  });
  const heading = byteOrderMark + csvLine(['operator_id', 'weight', 'tier', 'reasons']);
  return heading + lines.join('');
}

async function put(folder: string, texts: Readonly<Record<string, string>>): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(texts)) await writeFile(join(folder, name), text);
}

async function read(folder: string, as_of: string | undefined): Promise<Guidance> {
  const snapshot = await snapshotOf(folder);
  const engine = await DuckDb.open({ temporary_directory: snapshot.directory });
  try {
    await attachSnapshot(engine, snapshot);
    const day = as_of ?? (await lastDay(engine, snapshot));
    if (day === null) {
      const params = { name: '--as-of', try: 'polyprism guidance --help' };
      throw new PolyprismError('cli.missing_argument', params);
    }
    return await readGuidance(engine, snapshot, folder, day);
  } finally {
    engine.close();
  }
}
