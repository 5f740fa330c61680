import { writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { canonicalJson } from '../../evidence/canonical-json.ts';
import { limits } from '../../model/limits.ts';
import { acknowledge } from '../../submissions/receipt.ts';
import { readReceipt } from '../../submissions/read-receipt.ts';
import type { CommonOptions } from '../common-options.ts';
import { exitCode } from '../exit-code.ts';
import type { Language } from '../language.ts';
import * as values from '../option-values.ts';
import { readText } from '../read-text.ts';
import { runCommand } from '../run-command.ts';

interface AcknowledgeFlags extends CommonOptions {
  readonly number: string;
  readonly on: string;
  readonly by: string;
}

/** `polyprism submission acknowledge`: what the authority answered, put into the receipt. */
export function acknowledgeCommand(language: Language): Command {
  const say = (en: string, zh: string): string => (language === 'zh' ? zh : en);
  return new Command('acknowledge')
    .description(say("put the authority's number into a receipt", '将主管部门的受理编号登记到回执'))
    .argument('<receipt>', say('receipt.json of the submission', '该次报送的 receipt.json'))
    .requiredOption('--number <text>', say("the authority's number", '受理编号'))
    .requiredOption('--on <date>', say('day of it', '受理日期'), values.isoDate)
    .requiredOption('--by <name>', say('authority that gave it', '受理部门'))
    .action(runAcknowledge);
}

async function runAcknowledge(path: string, _flags: unknown, command: Command): Promise<void> {
  const flags = command.optsWithGlobals<AcknowledgeFlags>();
  await runCommand(flags, async () => {
    const receipt = readReceipt(await readText(path, limits.submission_bytes_max), path);
    const { number, on, by } = flags;
    const now = acknowledge(receipt, { number, on, by });
    await writeFile(path, `${canonicalJson(now)}\n`);
    const text = flags.lang === 'zh' ? `已登记受理编号：${number}` : `Acknowledged: ${number}`;
    process.stdout.write(
      flags.json ? `${canonicalJson({ acknowledged: now.acknowledged })}\n` : `${text}\n`,
    );
    return exitCode.clean;
  });
}
