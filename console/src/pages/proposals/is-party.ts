import type { Party } from '../../../../src/model/actor.ts';
import { partyNames } from '../../text/people.ts';

export function isPartyName(text: string): text is Party {
  return Object.hasOwn(partyNames, text);
}
