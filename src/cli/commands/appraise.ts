import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { appraise, membersToState } from '../../appraisal/appraise.ts';
import { parseCase } from '../../appraisal/parse-case.ts';
import { sha256 } from '../../evidence/digest.ts';
import type { Inspection } from '../../inspect/inspect.ts';
import type { Appraisal, CaseFacts } from '../../model/appraisal.ts';
import { PolyprismError } from '../../model/issue.ts';
import { jsonOrNull } from '../../model/json-or-null.ts';
import { limits } from '../../model/limits.ts';
import type { Pack } from '../../model/provision.ts';
import { renderAppraisalHtml } from '../../report/appraisal/html.ts';
import { renderAppraisalMarkdown } from '../../report/appraisal/markdown.ts';
import { resultLines } from '../../report/appraisal/sentences.ts';
import { jsonOf, reportDigest } from '../../report/json.ts';
import { differencesOf } from '../appraise/compare-appraisals.ts';
import { writeAnnexes } from '../appraise/write-annexes.ts';
import { exitCode, exitCodeOf } from '../exit-code.ts';
import type { InspectFlags } from '../inspect-flags.ts';
import { addInspectOptions } from '../inspect-options.ts';
import { inspectInto, writingInto } from '../inspect-to-folder.ts';
import type { Language } from '../language.ts';
import { readText } from '../read-text.ts';
import { writeReportFiles } from '../report-files.ts';
import { runCommand } from '../run-command.ts';

interface AppraiseFlags extends InspectFlags {
  readonly member?: readonly string[];
  readonly case?: string;
  readonly replay?: string;
}

export function appraiseCommand(language: Language): Command {
  const say = (en: string, zh: string): string => (language === 'zh' ? zh : en);
  const command = new Command('appraise').description(
    say(
      'inspect, and state the result in the shape of an expert report with its annexes',
      '检查数据，并按鉴定意见书的体例出具结果与附件',
    ),
  );
  addInspectOptions(command, language);
  return command
    .option(
      '--member <id...>',
      say(
        'accounts to state; default: the ten largest at the line of 30 people and 3 levels',
        '需要说明的账户；默认为达30人且3级者中最大的十个',
      ),
    )
    .option(
      '--case <file>',
      say('case.yaml: number, client, matter, appraisers, questions', 'case.yaml：委托与鉴定信息'),
    )
    .option(
      '--replay <file>',
      say(
        'an appraisal.json to do again on the same materials; tells what differs',
        '对同一检材重新鉴定并与此 appraisal.json 比对',
      ),
    )
    .action(runAppraise);
}

async function runAppraise(
  inputs: readonly string[],
  _flags: unknown,
  command: Command,
): Promise<void> {
  const flags = command.optsWithGlobals<AppraiseFlags>();
  await runCommand(flags, async (signal, places) => {
    const before =
      flags.replay === undefined ? null : await readAppraisal(await places.here(flags.replay));
    const facts = flags.case === undefined ? null : await readCase(flags.case);
    const wanted: Wanted = {
      members: before?.asked.members ?? flags.member ?? [],
      facts: before?.facts ?? facts,
    };
    const asked = before === null ? flags : { ...flags, asOf: before.as_of };
    const done = await places.out(flags.out, async (out) => {
      const into = writingInto(asked, out);
      const made = await inspectInto(inputs, into, signal, (inspection, packs) =>
        writeAppraisal(inspection, packs, into, wanted),
      );
      return { ...made, files: made.files.map(out.named) };
    });
    return before === null ? tell(done, flags) : tellReplay(before, done.appraisal, flags);
  });
}

interface Wanted {
  readonly members: readonly string[];
  readonly facts: CaseFacts | null;
}

interface Done {
  readonly appraisal: Appraisal;
  readonly files: readonly string[];
  readonly exit: number;
}

async function writeAppraisal(
  inspection: Inspection,
  packs: readonly Pack[],
  flags: AppraiseFlags,
  { members, facts }: Wanted,
): Promise<Done> {
  const { report, engine } = inspection;
  const folder = join(flags.out, 'annexes');
  const stated = membersToState(report, members);
  const inspected = await writeReportFiles(inspection, flags.out, ['html', 'json']);
  const appraisal = await appraise(engine, report, {
    packs,
    members,
    facts,
    report_sha256: reportDigest(report),
    annexes: await writeAnnexes(inspection, folder, stated),
  });
  const json = `${jsonOf(appraisal)}\n`;
  const digest = sha256(json);
  const texts = {
    'appraisal.html': renderAppraisalHtml(appraisal, digest),
    'appraisal.zh.md': renderAppraisalMarkdown(appraisal, digest, 'zh'),
    'appraisal.en.md': renderAppraisalMarkdown(appraisal, digest, 'en'),
    'appraisal.json': json,
  };
  await mkdir(flags.out, { recursive: true });
  const written: string[] = [];
  for (const [name, text] of Object.entries(texts)) {
    const path = join(flags.out, name);
    await writeFile(path, text);
    written.push(path);
  }
  const annexes = appraisal.annexes.map(({ name }) => join(folder, name));
  return { appraisal, files: [...written, ...annexes, ...inspected], exit: exitCodeOf(report) };
}

function tell({ appraisal, files, exit }: Done, { json, lang }: AppraiseFlags): number {
  if (json) process.stdout.write(`${jsonOf(appraisal)}\n`);
  else {
    const lines = resultLines(appraisal).map((line, i) => `${i + 1}. ${line[lang]}`);
    process.stdout.write(`${lines.join('\n')}\n\n${files.join('\n')}\n`);
  }
  return exit;
}

function tellReplay(before: Appraisal, after: Appraisal, flags: AppraiseFlags): number {
  const { json, lang, personKey } = flags;
  const differences = differencesOf(before, after);
  const same = differences.length === 0;
  const said = same
    ? {
        en: 'Reproduced: every part and annex is the same.',
        zh: '重新鉴定结果一致：各部分及附件均相同。',
      }
    : { en: `Not reproduced: ${differences.join(', ')}`, zh: `不一致：${differences.join('、')}` };
  process.stdout.write(`${json ? JSON.stringify({ same, differences }) : said[lang]}\n`);
  // Under another key the same ties have other pseudonyms: no difference in what was found.
  if (!json && personKey === undefined && differences.includes('persons.csv')) {
    const keyed = {
      en: 'persons.csv has pseudonyms: give --person-key the person.key of the first run.',
      zh: 'persons.csv 中为假名：请用 --person-key 指定首次鉴定时的 person.key。',
    };
    process.stdout.write(`${keyed[lang]}\n`);
  }
  return same ? exitCode.clean : exitCode.breaches;
}

async function readCase(path: string): Promise<CaseFacts> {
  return parseCase(await readText(path, limits.case_bytes_max), path);
}

/** Of our own making: its schema is all that is asked. */
async function readAppraisal(path: string): Promise<Appraisal> {
  const text = await readText(path, limits.appraisal_bytes_max);
  const value = jsonOrNull(text) as Partial<Appraisal> | null;
  if (value?.schema !== 'polyprism.appraisal/1') {
    throw new PolyprismError('appraise.unreadable', { path });
  }
  return value as Appraisal;
}
