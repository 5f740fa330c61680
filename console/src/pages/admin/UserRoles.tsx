import { Button } from 'antd';
import { useState } from 'react';
import { roles } from '../../../../src/model/actor.ts';
import { sessionRead } from '../../../../src/server/contract/session.ts';
import { membershipsSet } from '../../../../src/server/contract/users.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useWords } from '../../app/language.ts';
import { ProblemLine } from '../../parts/ProblemLine.tsx';
import { adminWords } from '../../text/admin.ts';
import { RoleBoxes } from './RoleBoxes.tsx';
import type { User } from './UsersPart.tsx';

/** What a user may do here; without any role it is no user here. */
export function UserRoles({ user }: { readonly user: User }) {
  const say = useWords(adminWords);
  const [chosen, setChosen] = useState(user.roles);
  // One's own may be among them.
  const save = useAsk(membershipsSet, { changes: ['users.', sessionRead.id] });
  return (
    <section>
      <RoleBoxes
        offered={roles}
        chosen={chosen}
        choose={(next) => setChosen([...next])}
        hint={say('roles_hint')}
      />
      <ProblemLine error={save.error} />
      {save.isSuccess && <p role="status">{say('roles_saved')}</p>}
      <div>
        <Button
          type="primary"
          loading={save.isPending}
          onClick={() => save.mutate({ params: { user_id: user.id }, body: { roles: chosen } })}
        >
          {say('roles_save')}
        </Button>
      </div>
    </section>
  );
}
