import type { Role } from '../../../../src/model/actor.ts';
import { useLocalised, useWords } from '../../app/language.ts';
import { adminWords } from '../../text/admin.ts';
import { roleNames } from '../../text/people.ts';
import { Boxes } from './Boxes.tsx';

interface Props {
  readonly offered: readonly Role[];
  readonly chosen: readonly Role[];
  readonly choose: (chosen: readonly Role[]) => void;
  readonly hint?: string;
}

export function RoleBoxes({ offered, chosen, choose, hint }: Props) {
  const say = useWords(adminWords);
  const local = useLocalised();
  return (
    <Boxes
      legend={say('roles')}
      offered={offered}
      chosen={chosen}
      choose={choose}
      nameOf={(role) => local(roleNames[role])}
      hint={hint}
    />
  );
}
