import { describe, expect, it } from 'vitest';
import { describeProgress, ProgressLine } from '../../src/cli/progress-line.ts';
import type { Progress } from '../../src/model/progress.ts';

const reading: Progress = {
  step: 'read',
  subject: 'mall.sql',
  done: 250,
  total: 1_000,
  unit: 'bytes',
  rows: 1_200_000,
};

/** A terminal that keeps what is written to it; `isTTY` false is a pipe. */
function stream(isTTY: boolean, columns = 80): { out: NodeJS.WriteStream; written: string[] } {
  const written: string[] = [];
  const write = (text: string): boolean => written.push(text) > 0;
  return { out: { isTTY, columns, write } as unknown as NodeJS.WriteStream, written };
}

describe('the words of progress', () => {
  it('gives share, rows, rate and time left', () => {
    // 1.2 million rows in 4 s: 300,000 a second; a quarter done, so three times 4 s are left.
    expect(describeProgress(reading, 4_000, 'en')).toBe(
      'reading mall.sql 25 % · 1,200,000 rows · 300,000 rows/s · 12 s left',
    );
    expect(describeProgress(reading, 4_000, 'zh')).toBe(
      '读取 mall.sql 25 % · 1,200,000 行 · 300,000 行/s · 剩余 12 秒',
    );
  });

  it('guesses no rate in the first half second and no end without a total', () => {
    expect(describeProgress(reading, 500, 'en')).toBe('reading mall.sql 25 % · 1,200,000 rows');
    const endless = { ...reading, total: null };
    expect(describeProgress(endless, 4_000, 'en')).toBe(
      'reading mall.sql · 1,200,000 rows · 300,000 rows/s',
    );
  });

  it('counts items, and how many a second', () => {
    // 20 of 80 statements in 8 s: 2.5 a second, and 60 more take 24 s.
    const asking = { done: 20, total: 80, unit: 'items', rows: 0 } as const;
    const some = { ...asking, step: 'provisions', subject: 'spark' } as const;
    expect(describeProgress(some, 8_000, 'en')).toBe(
      'provisions spark 25 % · 20/80 · 2.5/s · 24 s left',
    );
    expect(describeProgress({ ...some, done: 0 }, 0, 'zh')).toBe('条款检查 spark 0 % · 0/80');
  });

  it('never passes 100 %', () => {
    expect(describeProgress({ ...reading, done: 2_000, rows: 0 }, 0, 'en')).toBe(
      'reading mall.sql 100 %',
    );
  });
});

describe('the line of progress', () => {
  it('asks for nothing where nobody watches', () => {
    const { out, written } = stream(false);
    const line = new ProgressLine(out, 'en');
    expect(line.listener).toBeUndefined();
    line.clear();
    expect(written).toEqual([]);
  });

  it('overwrites itself, fits the terminal and leaves nothing behind', () => {
    const { out, written } = stream(true, 30);
    const line = new ProgressLine(out, 'en');
    line.listener?.(reading);
    line.listener?.(reading);
    expect(written).toHaveLength(1);
    expect(written[0]).toBe('\r\u001b[Kreading mall.sql 25 % · 1,200');
    line.clear();
    expect(written.at(-1)).toBe('\r\u001b[K');
  });
});
