import type { CommittedDraw, PublishedDraw } from '../../src/evidence/draw/draw-shape.ts';

/** The draw of test/oracle/slow-draw.py, a program of its own in another language. */
export const lists = {
  draw_id: 'draw-1',
  subjects: Array.from({ length: 12 }, (_, i) => ({ id: `s${i}`, weight: [1, 2, 5][i % 3]! })),
  inspectors: Array.from({ length: 5 }, (_, i) => ({
    id: `i${i}`,
    avoids: i === 0 ? ['s2', 's5'] : [],
  })),
  drawn: 4,
  inspectors_each: 2,
};
export const seeds = [
  { party: 'amr', seed: '33'.repeat(32) },
  { party: 'guild', seed: '44'.repeat(32) },
];
export const committed: CommittedDraw = {
  draw_id: 'draw-1',
  subjects_digest: '3319c862c3663d00101251e79f5ab7c4adc5ae85f9a955c04fea8803c0b1c3da',
  inspectors_digest: '318ac904a6663e873708143354335441867c1a4d4d8051c489d1121b019696be',
  drawn: 4,
  inspectors_each: 2,
  commitments: [
    {
      party: 'amr',
      commitment: '3983d01f6fcacf09674d901c20a66e57def2fc88aeee475161c2965e46713e92',
    },
    {
      party: 'guild',
      commitment: '648983229c5da8e82f4d0a349dfd7fb443c919736c56fd640be6f8fcf21524a3',
    },
  ],
  beacon: null,
};
export const published: PublishedDraw = {
  lists,
  seeds,
  beacon_value: null,
  result: [
    { subject: 's11', inspectors: ['i3', 'i1'] },
    { subject: 's5', inspectors: ['i2', 'i4'] },
    { subject: 's2', inspectors: ['i3', 'i1'] },
    { subject: 's8', inspectors: ['i0', 'i2'] },
  ],
};
