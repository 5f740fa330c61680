import { Button } from 'antd';
import { usersInvite, usersUpdate } from '../../../../src/server/contract/users.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useWords } from '../../app/language.ts';
import { ProblemLine } from '../../parts/ProblemLine.tsx';
import { adminWords } from '../../text/admin.ts';
import type { User } from './UsersPart.tsx';

interface Props {
  readonly user: User;
  readonly invited: (secret: string | null) => void;
}

/** Lets a user in anew, or keeps it out. */
export function UserAccess({ user, invited }: Props) {
  const say = useWords(adminWords);
  const params = { user_id: user.id };
  const update = useAsk(usersUpdate, { changes: ['users.'] });
  const renew = useAsk(usersInvite, { done: ({ invitation }) => invited(invitation) });
  const disabled = user.disabled_at !== null;
  return (
    <>
      <section>
        <p>{say('renew_more')}</p>
        <ProblemLine error={renew.error} />
        <div>
          <Button
            loading={renew.isPending}
            disabled={disabled}
            onClick={() => renew.mutate({ params })}
          >
            {say('renew')}
          </Button>
        </div>
      </section>
      <section>
        <p>{say('disable_more')}</p>
        <ProblemLine error={update.error} />
        <div>
          <Button
            danger={!disabled}
            loading={update.isPending}
            onClick={() => update.mutate({ params, body: { disabled: !disabled } })}
          >
            {say(disabled ? 'enable' : 'disable')}
          </Button>
        </div>
      </section>
    </>
  );
}
