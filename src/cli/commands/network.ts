import { Command } from 'commander';
import { openNetworkDays } from '../../inspect/network-days.ts';
import { PolyprismError } from '../../model/issue.ts';
import type { CommonOptions } from '../common-options.ts';
import { exitCode } from '../exit-code.ts';
import type { Language } from '../language.ts';
import { showChange, showDay } from '../network/show-days.ts';
import * as values from '../option-values.ts';
import { runCommand } from '../run-command.ts';
import { snapshotOf } from '../snapshot-of.ts';

/** Where the data give no last day of their own. */
const missing = { name: '--as-of', try: 'polyprism network --help' };

interface NetworkFlags extends CommonOptions {
  readonly asOf?: string;
  readonly since?: string;
  readonly member?: readonly string[];
}

export function networkCommand(language: Language): Command {
  const say = (en: string, zh: string): string => (language === 'zh' ? zh : en);
  return new Command('network')
    .description(
      say(
        'the recruitment network of an inspection on any day, and what changed between two days',
        '检查所得推荐网络在任一日的状态，以及两日之间的变化',
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
    .option(
      '--since <date>',
      say('and what changed since the end of this day', '并列出自该日终了以来的变化'),
      values.isoDate,
    )
    .option(
      '--member <id...>',
      say('members to state; default: the ten largest', '需说明的会员；默认为最大的十个'),
    )
    .action(runNetwork);
}

async function runNetwork(folder: string, _flags: unknown, command: Command): Promise<void> {
  const flags = command.optsWithGlobals<NetworkFlags>();
  await runCommand(flags, async (_signal, places) => {
    const snapshot = await snapshotOf(await places.here(folder));
    const network = await openNetworkDays(snapshot);
    try {
      const day = flags.asOf ?? network.last_day;
      if (day === null) throw new PolyprismError('cli.missing_argument', missing);
      const on = await network.on(day, flags.member ?? []);
      const change = flags.since === undefined ? null : await network.between(flags.since, day);
      const { lang } = flags;
      const text = [showDay(on, lang), ...(change === null ? [] : [showChange(change, lang)])];
      process.stdout.write(
        flags.json ? `${JSON.stringify({ on, change })}\n` : `${text.join('\n\n')}\n`,
      );
      return exitCode.clean;
    } finally {
      network.close();
    }
  });
}
