import { Command } from 'commander';
import type { Localised } from '../../model/localised.ts';
import type { Language } from '../language.ts';
import { runCommand } from '../run-command.ts';
import { readAgainst } from '../verify/read-against.ts';
import type { VerifyFlags } from '../verify/read-against.ts';
import { outcomesCode, outcomesText } from '../verify/tell-outcomes.ts';
import { drawCode, drawText, verifyDrawAt } from '../verify/verify-draw-at.ts';
import { verifyAt } from '../verify/verify-at.ts';

export function verifyCommand(language: Language): Command {
  const say = (en: string, zh: string): string => (language === 'zh' ? zh : en);
  return new Command('verify')
    .description(
      say(
        'check a bag or a published draw offline: one line for each promise it makes',
        '离线核对证据包或者所公布的抽取：逐项列出是否成立',
      ),
    )
    .argument(
      '<bag>',
      say(
        'folder or ZIP archive of the bag, or the JSON file of a draw',
        '证据包文件夹或其 ZIP 压缩包，或者抽取的 JSON 文件',
      ),
    )
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
    const path = await places.here(bag);
    const draw = await verifyDrawAt(path);
    if (draw !== null) {
      process.stdout.write(
        flags.json ? `${JSON.stringify({ draw: bag, ...draw })}\n` : drawText(draw, flags.lang),
      );
      return drawCode(draw);
    }
    const outcomes = await verifyAt(path, await readAgainst(flags));
    process.stdout.write(
      flags.json ? `${JSON.stringify({ bag, outcomes })}\n` : outcomesText(outcomes, flags.lang),
    );
    return outcomesCode(outcomes);
  });
}

const help: Localised = {
  en: `
A draw is drawn again from its lists and seeds, and compared with what was committed and published:
save it from /public-data/records. It needs no key; the options below are of bags.

Nothing is asked of a network. What --keys, --older and --tsa give must come from another source
than the bag; once given, it is demanded of the bag.

Exit status: 0 every promise kept, 1 one broken, 3 none broken but one cannot be told`,
  zh: `
抽取按其名单与种子重新进行，并与所封存、所公布的内容比对：请从 /public-data/records 保存该文件。
抽取无需公钥，以下选项仅用于证据包。

全程不联网。--keys、--older、--tsa 所给的内容须来自证据包以外的途径；
一经给出，证据包必须与之相符。

退出码：0 全部成立，1 有不成立，3 没有不成立但有无法判断的事项`,
};
