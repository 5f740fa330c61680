import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { makeCalendar } from '../../deadlines/calendar.ts';
import { DuckDb } from '../../engine/duckdb.ts';
import { canonicalJson } from '../../evidence/canonical-json.ts';
import { attachSnapshot } from '../../inspect/attach-snapshot.ts';
import { PolyprismError } from '../../model/issue.ts';
import { limits } from '../../model/limits.ts';
import { loadPacks } from '../../packs/load-packs.ts';
import { isObjectUrl } from '../../storage/object-url.ts';
import { keyIdOf, submissionKey } from '../../submissions/line-digests.ts';
import { owedReport, owedReports } from '../../submissions/owed-reports.ts';
import { prepareSubmission } from '../../submissions/prepare-submission.ts';
import type { Submission } from '../../submissions/prepare-submission.ts';
import { readIdentities } from '../../submissions/read-identities.ts';
import { readLastReceipt } from '../../submissions/read-receipt.ts';
import type { CommonOptions } from '../common-options.ts';
import { exitCode } from '../exit-code.ts';
import type { Language } from '../language.ts';
import * as values from '../option-values.ts';
import { readPersonKey } from '../person-key.ts';
import { readText } from '../read-text.ts';
import { runCommand } from '../run-command.ts';
import { snapshotOf } from '../snapshot-of.ts';
import { packPaths } from '../shipped-packs.ts';
import { today } from '../today.ts';
import { showSubmission } from './show-submission.ts';

interface MakeFlags extends CommonOptions {
  readonly out: string;
  readonly report: string;
  readonly referenceOn: string;
  readonly by: string;
  readonly submittedOn?: string;
  readonly identities?: string;
  readonly last?: string;
  readonly personKey?: string;
}

/** `polyprism submission make`: a report owed, from the tables of an inspection. */
export function makeCommand(language: Language): Command {
  const say = (en: string, zh: string): string => (language === 'zh' ? zh : en);
  const names = owedReports.map(({ id }) => id).join(', ');
  return new Command('make')
    .description(
      say(
        'make a report that is owed, with what is missing, what changed, and a receipt',
        '制作应报送的报告，列明缺项与变化，并生成回执',
      ),
    )
    .argument('<folder>', say('where inspect wrote its report', 'inspect 的输出文件夹'))
    .requiredOption('--report <id>', say(`which: ${names}`, `哪一份：${names}`))
    .requiredOption(
      '--reference-on <date>',
      say('as things stood at the end of this day', '以该日终了时的情况为准'),
      values.isoDate,
    )
    .requiredOption('--by <name>', say('who submits', '报送人'))
    .requiredOption('-o, --out <folder>', say('where to write', '输出文件夹'))
    .option(
      '--submitted-on <date>',
      say('day of the submission; default: today', '报送日期；默认今日'),
      values.isoDate,
    )
    .option(
      '--identities <file>',
      say(
        'CSV of what the data hold no more than a pseudonym of; read, never kept',
        '身份信息 CSV：数据中仅有假名或者没有的项目；只读取，不留存',
      ),
    )
    .option('--last <receipt>', say('receipt.json to compare with', '与之比较的上次 receipt.json'))
    .option(
      '--person-key <file>',
      say(
        'key of the digests, 32 bytes or more; default: that of the inspection',
        '摘要所用密钥，至少32字节；默认用该次检查的密钥',
      ),
    )
    .action(runMake);
}

async function runMake(folder: string, _flags: unknown, command: Command): Promise<void> {
  const flags = command.optsWithGlobals<MakeFlags>();
  await runCommand(flags, async (signal, places) => {
    if (isObjectUrl(folder) && flags.personKey === undefined) {
      throw new PolyprismError('s3.person_key');
    }
    const made = await make(await places.here(folder), flags);
    signal.throwIfAborted();
    await places.out(flags.out, async (out) => await write(out.folder, made));
    const gaps = made.receipt.parts.some(({ lines, complete }) => complete < lines);
    const open = gaps || Object.keys(made.receipt.unplaced).length > 0;
    process.stdout.write(
      flags.json
        ? `${canonicalJson({ ...made.receipt, digests: {} })}\n`
        : `${showSubmission(made, flags.lang)}\n`,
    );
    return open ? exitCode.could_not_check : exitCode.clean;
  });
}

async function make(folder: string, flags: MakeFlags): Promise<Submission> {
  const report = owedReport(flags.report);
  const snapshot = await snapshotOf(folder);
  const key = submissionKey(await readPersonKey(flags.personKey, snapshot.directory));
  const read = async (path: string | undefined): Promise<string | null> =>
    path === undefined ? null : await readText(path, limits.submission_bytes_max);
  const [identities, last] = [await read(flags.identities), await read(flags.last)];
  const packs = await loadPacks(await packPaths());
  const engine = await DuckDb.open({ temporary_directory: snapshot.directory });
  try {
    await attachSnapshot(engine, snapshot);
    return await prepareSubmission(engine, {
      report,
      reference_on: flags.referenceOn,
      time_zone: snapshot.time_zone,
      identities: identities === null ? null : readIdentities(identities, report),
      last: last === null ? null : readLastReceipt(last, report.id, keyIdOf(key)),
      key,
      deadlines: packs.flatMap((pack) => pack.deadlines),
      calendar: makeCalendar(packs.flatMap((pack) => pack.calendar)),
      language: flags.lang,
      submitted_on: flags.submittedOn ?? today(snapshot.time_zone),
      submitted_by: flags.by,
    });
  } finally {
    engine.close();
  }
}

/** Identities are readable by who ran the command alone; the receipt comes last. */
async function write(out: string, made: Submission): Promise<void> {
  await mkdir(out, { recursive: true });
  const put = async (name: string, text: string): Promise<void> =>
    await writeFile(join(out, name), text, { mode: 0o600 });
  for (const { name, text } of [...made.files, made.gaps]) await put(name, text);
  if (made.difference) await put('difference.json', `${canonicalJson(made.difference)}\n`);
  await put('receipt.json', `${canonicalJson(made.receipt)}\n`);
}
