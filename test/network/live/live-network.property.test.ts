import * as fc from 'fast-check';
import { describe, it } from 'vitest';
import { applyEvent, createLiveNetwork } from '../../../src/network/live/live-network.ts';
import { expectAgreement } from './agreement.ts';
import { dayOf, events } from './random-events.ts';

describe('the live network against the batch and the slow forest', () => {
  it('agrees after every event', () => {
    fc.assert(
      fc.property(events(60, 40), (list) => {
        const live = createLiveNetwork({ dayOf, expected: 1 });
        list.forEach((event, i) => {
          applyEvent(live, event);
          expectAgreement(live, list.slice(0, i + 1), i % 10 === 0);
        });
      }),
      { numRuns: 150, seed: 20_261_128 },
    );
  });

  it('agrees where nobody looked in between', () => {
    fc.assert(
      fc.property(events(250, 90), (list) => {
        const live = createLiveNetwork({ dayOf });
        for (const event of list) applyEvent(live, event);
        expectAgreement(live, list, list.length % 5 === 0);
      }),
      { numRuns: 400, seed: 20_261_129 },
    );
  });
});
