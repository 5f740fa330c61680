import { expect, it } from 'vitest';
import { rangeOf } from '../../../src/server/http/range-of.ts';

it('reads what RFC 9110 gives as examples, of a file of 10,000 bytes', () => {
  expect(rangeOf('bytes=0-499', 10_000)).toEqual({ from: 0, to: 500 });
  expect(rangeOf('bytes=500-999', 10_000)).toEqual({ from: 500, to: 1_000 });
  expect(rangeOf('bytes=-500', 10_000)).toEqual({ from: 9_500, to: 10_000 });
  expect(rangeOf('bytes=9500-', 10_000)).toEqual({ from: 9_500, to: 10_000 });
});

it('ends where the file ends, and knows what begins behind it', () => {
  expect(rangeOf('bytes=9999-20000', 10_000)).toEqual({ from: 9_999, to: 10_000 });
  expect(rangeOf('bytes=10000-', 10_000)).toBeNull();
  expect(rangeOf('bytes=-20000', 10_000)).toEqual({ from: 0, to: 10_000 });
  expect(rangeOf('bytes=-0', 10_000)).toBeNull();
  expect(rangeOf('bytes=0-', 0)).toBeNull();
});

it('serves all where the header is none it serves', () => {
  for (const header of [undefined, '', 'bytes=-', 'bytes=5-4', 'bytes=0-1,4-5', 'lines=1-2']) {
    expect(rangeOf(header, 10_000)).toBe('all');
  }
});
