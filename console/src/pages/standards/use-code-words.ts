import { useCallback } from 'react';
import { useWords } from '../../app/language.ts';
import { standardsWords } from '../../text/standards.ts';
import { unitOf } from './unit-of.ts';

const bearers = [
  'platform',
  'operator',
  'promoter',
  'streamer',
  'live_room_operator',
  'mcn',
  'advertiser',
  'ad_publisher',
  'regulator',
] as const;
const jurisdictions = ['CN', 'EU', 'US', 'IN'] as const;

interface CodeWords {
  /** Who owes it. */
  readonly bearersText: (codes: readonly string[]) => string;
  readonly jurisdictionText: (code: string) => string;
  /** What a parameter is counted in. */
  readonly unitText: (code: string) => string;
}

/** Codes of packs in words; a pack may have others, which stay as they are. */
export function useCodeWords(): CodeWords {
  const say = useWords(standardsWords);
  const bearersText = useCallback(
    (codes: readonly string[]) =>
      codes
        .map((code) => {
          const known = bearers.find((one) => one === code);
          return known === undefined ? code : say(`bearer_${known}`);
        })
        .join(' · '),
    [say],
  );
  const jurisdictionText = useCallback(
    (code: string) => {
      const known = jurisdictions.find((one) => one === code);
      return known === undefined ? code : say(`jurisdiction_${known}`);
    },
    [say],
  );
  const unitText = useCallback(
    (code: string) => {
      const known = unitOf(code);
      return known === undefined ? code : say(`unit_${known}`);
    },
    [say],
  );
  return { bearersText, jurisdictionText, unitText };
}
