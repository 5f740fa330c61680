import { describe, expect, it } from 'vitest';
import { seeded } from '../../src/generate/random.ts';
import { readTranscript } from '../../src/text/read-transcript.ts';

const subtitles = `1
00:00:01,000 --> 00:00:03,500
大家好

2
01:02:03.004 --> 01:02:05.000
全网
第一
`;

describe('a transcript', () => {
  it.each([subtitles, subtitles.replaceAll('\n', '\r\n'), `\ufeff${subtitles}`])(
    'is read from subtitles',
    (text) => {
      expect(readTranscript(text)).toEqual([
        { id: '1', starts_ms: 1_000, ends_ms: 3_500, text: '大家好' },
        { id: '2', starts_ms: 3_723_004, ends_ms: 3_725_000, text: '全网\n第一' },
      ]);
    },
  );

  it('is read from what a recogniser writes', () => {
    const json = { language: 'zh', segments: [{ id: 7, start: 1.25, end: 2, text: '一' }] };
    expect(readTranscript(JSON.stringify(json))).toEqual([
      { id: '7', starts_ms: 1_250, ends_ms: 2_000, text: '一' },
    ]);
    const own = [{ starts_ms: 5, text: '二' }, { text: '三' }];
    expect(readTranscript(JSON.stringify(own))).toEqual([
      { id: '1', starts_ms: 5, ends_ms: null, text: '二' },
      { id: '2', starts_ms: null, ends_ms: null, text: '三' },
    ]);
  });

  it.each([
    '',
    '全网第一',
    '1\n2\n',
    '说明 00:00:01,000 --> 00:00:03,500',
    '{"segments": [{"text": 1}]}',
    '{"text": "x"}',
    '[1]',
    '[null]',
    '{',
  ])('is not %j', (text) => {
    expect(readTranscript(text)).toBeNull();
  });

  it('of any shape is read or refused, never thrown at (20,000 texts, seed 7)', () => {
    const random = seeded(7);
    const pieces = [
      '1',
      '\n',
      '00:00:01,000 --> 00:00:03,500',
      '[',
      ']',
      '{"text":"a"}',
      ',',
      '第',
    ];
    let read = 0;
    for (let round = 0; round < 20_000; round++) {
      const length = random.between(0, 6);
      const text = Array.from({ length }, () => random.pick(pieces)).join('');
      if (readTranscript(text) !== null) read++;
    }
    expect(read).toBeGreaterThan(100);
  });
});
