import { baoyue } from './baoyue.ts';
import type { PublishedCase } from './case-data.ts';
import { pinpin, xiaoxiaole, xingzhongtian } from './deep-schemes.ts';
import { advocare, burnlounge, fhtm } from './earnings.ts';
import { huasheng } from './huasheng.ts';
import { liu } from './liu.ts';
import { lucky4all } from './lucky4all.ts';
import { luqiao } from './luqiao.ts';
import { neora } from './neora.ts';
import { yuhang } from './yuhang.ts';

/** Published cases whose figures generated data reproduce. Nobody in the data exists. */
export const cases = {
  huasheng,
  liu,
  yuhang,
  luqiao,
  baoyue,
  pinpin,
  xingzhongtian,
  xiaoxiaole,
  fhtm,
  burnlounge,
  advocare,
  neora,
  lucky4all,
} as const satisfies Record<string, PublishedCase>;
