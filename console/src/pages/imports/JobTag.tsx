import type { jobsRead } from '../../../../src/server/contract/jobs.ts';
import type { Good } from '../../api/call.ts';
import { useWords } from '../../app/language.ts';
import { Tag } from '../../parts/Tag.tsx';
import type { TagTone } from '../../parts/Tag.tsx';
import { importWords } from '../../text/imports.ts';

export type Job = Good<typeof jobsRead>['body'];

const tones: Readonly<Record<Job['state'], readonly [tone: TagTone, sign: string]>> = {
  waiting: ['plain', '○'],
  running: ['plain', '◐'],
  done: ['ok', '✓'],
  cancelled: ['unknown', '–'],
  failed: ['breach', '✕'],
};

/** How it stands with the work of an inspection. */
export function JobTag({ state }: { readonly state: Job['state'] }) {
  const say = useWords(importWords);
  const [tone, sign] = tones[state];
  return (
    <Tag tone={tone} sign={sign}>
      {say(`job_${state}`)}
    </Tag>
  );
}
