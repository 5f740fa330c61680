import { Segmented } from 'antd';
import { useWords } from '../../app/language.ts';
import { findingsWords } from '../../text/findings.ts';

export const groups = ['provision', 'operator', 'scheme'] as const;
export type Group = (typeof groups)[number];

export function isGroup(text: string): text is Group {
  return (groups as readonly string[]).includes(text);
}

interface Props {
  /** As it stands in the address; what is no group lists one by one. */
  readonly group: string;
  readonly choose: (group: string) => void;
}

/** One by one, or in which groups. */
export function GroupSwitch({ group, choose }: Props) {
  const say = useWords(findingsWords);
  return (
    <Segmented
      aria-label={say('group')}
      value={isGroup(group) ? group : ''}
      onChange={choose}
      options={[
        { value: '', label: say('group_none') },
        ...groups.map((value) => ({ value, label: say(`group_${value}`) })),
      ]}
    />
  );
}
