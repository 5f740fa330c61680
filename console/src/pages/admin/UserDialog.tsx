import { Modal } from 'antd';
import { useState } from 'react';
import { useWords } from '../../app/language.ts';
import { adminWords } from '../../text/admin.ts';
import styles from './Admin.module.css';
import { Invitation } from './Invitation.tsx';
import { UserAccess } from './UserAccess.tsx';
import { UserRoles } from './UserRoles.tsx';
import type { User } from './UsersPart.tsx';
import { useFocusBack } from '../../parts/use-focus-back.ts';

interface Props {
  readonly user: User;
  readonly close: () => void;
}

/** One user: its roles, whether it may sign in, and a new link where it cannot. */
export function UserDialog({ user, close }: Props) {
  useFocusBack();
  const say = useWords(adminWords);
  const [secret, setSecret] = useState<string | null>(null);
  return (
    <Modal
      open
      onCancel={close}
      footer={null}
      title={<bdi>{user.name}</bdi>}
      width={520}
      destroyOnHidden
    >
      {secret === null ? (
        <div className={styles['parts']}>
          {user.login !== null && (
            <p className="soft">
              <bdi>{say('user_lead', { login: user.login })}</bdi>
            </p>
          )}
          <UserRoles user={user} />
          <UserAccess user={user} invited={setSecret} />
        </div>
      ) : (
        <Invitation name={user.name} secret={secret} close={close} />
      )}
    </Modal>
  );
}
