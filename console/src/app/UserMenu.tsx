import { DownOutlined } from '@ant-design/icons';
import { Link, useNavigate } from 'react-router';
import { sessionEnter } from '../../../src/server/contract/session.ts';
import { useSession, useSetSession } from '../api/session.ts';
import { useAsk } from '../api/use-ask.ts';
import { MenuButton } from '../parts/MenuButton.tsx';
import { partyNames } from '../text/people.ts';
import { shellWords } from '../text/shell.ts';
import { FaceItems } from './FaceItems.tsx';
import { useLocalised, useWords } from './language.ts';
import { LanguageItems, LookItems } from './LookItems.tsx';
import { useSignOut } from './use-sign-out.ts';
import styles from './UserMenu.module.css';

/** Who one is, for whom one acts, and how the console looks. */
export function UserMenu() {
  const say = useWords(shellWords);
  const local = useLocalised();
  const session = useSession();
  const setSession = useSetSession();
  const navigate = useNavigate();
  const enter = useAsk(sessionEnter, {
    done: (next) => {
      setSession(next);
      void navigate('/');
    },
  });
  const signOut = useSignOut();
  const { name, memberships, tenant_id, party } = session;
  const tenant = memberships.find((one) => one.tenant_id === tenant_id)?.tenant;
  return (
    <MenuButton
      label={say('user_menu')}
      face={
        <span className={styles['face']}>
          <span className="sr">{say('user_menu')}</span>
          <span className={styles['who']}>
            <bdi>{name}</bdi>
            <small>{tenant === undefined ? local(partyNames[party]) : <bdi>{tenant}</bdi>}</small>
          </span>
          <DownOutlined />
        </span>
      }
      className={styles['button']}
    >
      {(close) => (
        <>
          <p className="group">
            {say('acting_for')} · {local(partyNames[party])}
          </p>
          {memberships.map((one) => (
            <button
              key={one.tenant_id}
              type="button"
              role="menuitemradio"
              aria-checked={one.tenant_id === tenant_id}
              onClick={() => {
                if (one.tenant_id !== tenant_id) {
                  enter.mutate({ body: { tenant_id: one.tenant_id } });
                }
                close();
              }}
            >
              <bdi>{one.tenant}</bdi>
            </button>
          ))}
          <FaceItems close={close} />
          <LanguageItems />
          <LookItems />
          <p className="group">
            <bdi>{name}</bdi>
          </p>
          <Link to="/account" role="menuitem" onClick={close}>
            {say('account')}
          </Link>
          <button type="button" role="menuitem" onClick={signOut}>
            {say('sign_out')}
          </button>
        </>
      )}
    </MenuButton>
  );
}
