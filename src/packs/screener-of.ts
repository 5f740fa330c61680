import { serialize } from 'node:v8';
import { sha256 } from '../evidence/digest.ts';
import { keepLately } from '../model/keep-lately.ts';
import type { TermList } from '../model/terms.ts';
import { makeScreener } from '../text/screener.ts';
import type { Screener } from '../text/screener.ts';
import { kept } from './kept.ts';

const lately = new Map<string, Promise<Screener>>();
const lately_max = 4;
const screeners = kept<Screener>('screeners');

/** Term lists made ready, which takes longer than screening a small data set by them. */
export async function screenerOf(lists: readonly TermList[]): Promise<Screener> {
  const digest = sha256(serialize(lists));
  const screener = lately.get(digest) ?? readyScreener(lists, digest);
  keepLately(lately, digest, screener, lately_max);
  return await screener;
}

async function readyScreener(lists: readonly TermList[], digest: string): Promise<Screener> {
  const known = await screeners.find(digest);
  if (known !== null) return known;
  const screener = makeScreener(lists);
  await screeners.keep(digest, screener);
  return screener;
}
