import { open } from 'node:fs/promises';
import { checkDrawFile } from '../../evidence/draw/check-draw-file.ts';
import type { CheckedDraw } from '../../evidence/draw/check-draw-file.ts';
import { draw_check_titles, drawCheckText } from '../../evidence/draw/check-texts.ts';
import { beginning_bytes, isDrawText } from '../../evidence/draw/read-draw.ts';
import { state_words } from '../../evidence/verify/promise-texts.ts';
import { limits } from '../../model/limits.ts';
import { exitCode } from '../exit-code.ts';
import type { Language } from '../language.ts';
import { readText } from '../read-text.ts';
import { marks } from './tell-outcomes.ts';

/** Draws again what is in a file; null where the path is no file of a draw. */
export async function verifyDrawAt(path: string): Promise<CheckedDraw | null> {
  const file = await open(path, 'r').catch(() => null);
  if (file === null) return null;
  try {
    if (!(await file.stat()).isFile()) return null;
    const { buffer, bytesRead } = await file.read(Buffer.alloc(beginning_bytes), 0);
    if (!isDrawText(buffer.toString('utf8', 0, bytesRead))) return null;
  } finally {
    await file.close();
  }
  return checkDrawFile(await readText(path, limits.draw_bytes_max));
}

/** One line for each check, what the draw tells of itself, then what came of it. */
export function drawText({ checks, told }: CheckedDraw, lang: Language): string {
  const zh = lang === 'zh';
  const lines = checks.map((one) => {
    const why = drawCheckText(one, lang);
    const more = why === '' ? '' : zh ? `（${why}）` : ` (${why})`;
    const title = draw_check_titles[one.check][lang];
    return `${marks[one.state]} ${title}${zh ? '：' : ': '}${state_words[one.state][lang]}${more}`;
  });
  const about = told === null ? [] : ['', toldText(told, zh)];
  return `${[...lines, ...about, '', conclusionOf(checks, zh)].join('\n')}\n`;
}

/** All kept are 0; one that is broken is 1. */
export function drawCode({ checks }: CheckedDraw): number {
  return isKept(checks) ? exitCode.clean : exitCode.breaches;
}

function isKept(checks: CheckedDraw['checks']): boolean {
  return checks.every(({ state }) => state === 'kept');
}

function toldText(told: NonNullable<CheckedDraw['told']>, zh: boolean): string {
  const { draw_id, result, subjects, parties, digest } = told;
  const count = `${result.length} / ${subjects}`;
  const record = digest === null ? '' : `\nSHA-256 ${digest}`;
  return zh
    ? `${draw_id}：抽取 ${count}，种子来自 ${parties.join('、')}${record}`
    : `${draw_id}: drawn ${count}, seeds of ${parties.join(', ')}${record}`;
}

function conclusionOf(checks: CheckedDraw['checks'], zh: boolean): string {
  if (!isKept(checks)) {
    return zh
      ? '抽取不成立：请勿采信其结果。'
      : 'The draw does not hold: do not rely on its result.';
  }
  return zh
    ? '抽取结果确由所封存的内容得出。封存早于种子公开，须由存证日志证明。'
    : 'The draw follows from what was committed. That it was committed before the seeds were ' +
        'shown is for the evidence log to show.';
}
