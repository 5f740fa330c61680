import { Command } from 'commander';
import type { Localised } from '../../model/localised.ts';
import type { Language } from '../language.ts';
import { runCommand } from '../run-command.ts';
import { readAgainst } from '../verify/read-against.ts';
import type { VerifyFlags } from '../verify/read-against.ts';
import { outcomesCode, outcomesText } from '../verify/tell-outcomes.ts';
import { verifyAt } from '../verify/verify-at.ts';

export function verifyCommand(language: Language): Command {
  const say = (en: string, zh: string): string => (language === 'zh' ? zh : en);
  return new Command('verify')
    .description(
      say(
        'check a bag offline: one line for each promise it makes',
        '离线核对证据包：逐项列出其承诺是否成立',
      ),
    )
    .argument('<bag>', say('folder or ZIP archive of the bag', '证据包文件夹或其 ZIP 压缩包'))
    .option(
      '--keys <file>',
      say('public keys of signers, logs and witnesses', '签署方、日志与见证方的公钥文件'),
    )
    .option('--older <file>', say('an earlier checkpoint of the log', '日志先前的检查点'))
    .option(
      '--tsa <file>',
      say('certificates of timestamp authorities, PEM', '时间戳机构证书（PEM）'),
    )
    .addHelpText('after', help[language])
    .action(runVerify);
}

async function runVerify(bag: string, _flags: unknown, command: Command): Promise<void> {
  const flags = command.optsWithGlobals<VerifyFlags>();
  await runCommand(flags, async (_signal, places) => {
    const outcomes = await verifyAt(await places.here(bag), await readAgainst(flags));
    process.stdout.write(
      flags.json ? `${JSON.stringify({ bag, outcomes })}\n` : outcomesText(outcomes, flags.lang),
    );
    return outcomesCode(outcomes);
  });
}

const help: Localised = {
  en: `
Nothing is asked of a network. What --keys, --older and --tsa give must come from another source
than the bag; once given, it is demanded of the bag.

Exit status: 0 every promise kept, 1 one broken, 3 none broken but one cannot be told`,
  zh: `
全程不联网。--keys、--older、--tsa 所给的内容须来自证据包以外的途径；
一经给出，证据包必须与之相符。

退出码：0 全部成立，1 有不成立，3 没有不成立但有无法判断的事项`,
};
