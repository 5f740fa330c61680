import { Command } from 'commander';
import { PolyprismError } from '../../model/issue.ts';
import type { Localised } from '../../model/localised.ts';
import type { TermList } from '../../model/terms.ts';
import { loadPacks } from '../../packs/load-packs.ts';
import { readTranscript } from '../../text/read-transcript.ts';
import { claimsIn } from '../../text/screen-record.ts';
import { screenerOf } from '../../packs/screener-of.ts';
import type { Screener } from '../../text/screener.ts';
import { screenTranscript } from '../../text/transcript.ts';
import type { CommonOptions } from '../common-options.ts';
import { exitCode } from '../exit-code.ts';
import type { Language } from '../language.ts';
import { readTrust } from '../read-trust.ts';
import { runCommand } from '../run-command.ts';
import { readText } from '../read-text.ts';
import { showHits, stands } from '../screen/show-hits.ts';
import type { PlacedHit, PlacedUntold } from '../screen/show-hits.ts';
import { packPaths } from '../shipped-packs.ts';

interface ScreenFlags extends CommonOptions {
  readonly packs?: readonly string[];
  readonly lists?: readonly string[];
  readonly trust?: string;
}

export function screenCommand(language: Language): Command {
  const say = (en: string, zh: string): string => (language === 'zh' ? zh : en);
  return new Command('screen')
    .description(
      say(
        'look for the terms of packs in a text or transcript, with the exceptions considered',
        '在文案或直播转写中查找标准包词表的用语，并列出考虑过的例外',
      ),
    )
    .argument(
      '<file>',
      say('a text, .srt or JSON transcript; - for input', '文案、.srt 或 JSON 转写；- 为标准输入'),
    )
    .option(
      '--packs <pack...>',
      say('packs as for inspect; default: cn', '标准包，同 inspect；默认 cn'),
    )
    .option('--lists <id...>', say('these term lists alone', '只用这些词表'))
    .option('--trust <file>', say('trust.yaml for signed packs', '已签名标准包所用的 trust.yaml'))
    .addHelpText('after', help[language])
    .action(runScreen);
}

async function runScreen(file: string, _flags: unknown, command: Command): Promise<void> {
  const flags = command.optsWithGlobals<ScreenFlags>();
  await runCommand(flags, async () => {
    const text = await readText(file);
    const trust = flags.trust === undefined ? undefined : await readTrust(flags.trust);
    const packs = await loadPacks(await packPaths(flags.packs), trust);
    const lists = wantedLists(
      packs.flatMap(({ terms }) => terms),
      flags.lists,
    );
    const screener = await screenerOf(lists);
    const segments = readTranscript(text);
    const { hits, untold } =
      segments === null ? hitsIn(text, screener) : hitsSpoken(segments, screener);
    const kind = segments === null ? 'text' : 'transcript';
    const shown = flags.json
      ? `${JSON.stringify({ kind, lists: lists.map(named), hits: hits.map(asData), untold })}\n`
      : showHits(hits, untold, lists, flags.lang);
    process.stdout.write(shown);
    return untold.length > 0 || hits.some(stands) ? exitCode.could_not_check : exitCode.clean;
  });
}

/** Corrections are looked for whatever lists are wanted. */
function wantedLists(all: readonly TermList[], ids: readonly string[] | undefined): TermList[] {
  const known = all.map(({ id }) => id);
  for (const id of ids ?? []) {
    if (known.includes(id)) continue;
    throw new PolyprismError('screen.unknown_list', { id, known: known.join(', ') });
  }
  return all.filter(({ id, role }) => role === 'correction' || (ids?.includes(id) ?? true));
}

interface Placed {
  readonly hits: readonly PlacedHit[];
  readonly untold: readonly PlacedUntold[];
}

function hitsIn(text: string, screener: Screener): Placed {
  const { hits, untold } = claimsIn(text, screener);
  let [line, from] = [1, 0];
  const placed = hits.map((hit) => {
    for (let end = text.indexOf('\n', from); end >= 0 && end < hit.starts;) {
      line++;
      from = end + 1;
      end = text.indexOf('\n', from);
    }
    return { hit, line, column: hit.starts - from + 1, segment: null, corrected_by: null };
  });
  return { hits: placed, untold: untold.map((one) => ({ ...one, segment: null })) };
}

function hitsSpoken(segments: Parameters<typeof screenTranscript>[0], screener: Screener): Placed {
  const { hits, untold } = screenTranscript(segments, screener);
  return {
    hits: hits.map(({ segment, hit, correction }) => ({
      hit,
      line: segments.indexOf(segment) + 1,
      column: hit.starts + 1,
      segment: { id: segment.id, starts_ms: segment.starts_ms },
      corrected_by: correction?.hit.found ?? null,
    })),
    untold: untold.map((one) => ({ ...one.untold, segment: one.segment.id })),
  };
}

function named({ id, title, cite, category }: TermList): object {
  return { id, title, cite, category };
}

function asData({ hit, ...place }: PlacedHit): object {
  return { ...hit, ...place };
}

const help: Localised = {
  en: `
Each hit shows where it stands, its term list and article, and the exception that applies with the
words that show it. Transcripts are SRT subtitles, or JSON with "segments" (text, start and end in
seconds); a claim corrected soon after on air is marked. A hit is an indication, never a finding.

Exit status: 0 nothing found that stands, 3 something did, 2 could not run`,
  zh: `
每处命中列出位置、词表与条款，以及适用的例外和所依据的字句。转写可为 SRT 字幕，或含 "segments"
的 JSON（text，start 与 end 以秒计）；随后当场更正的会注明。命中只是迹象，不是发现。

退出码：0 没有不见例外的命中，3 有，2 未能运行`,
};
