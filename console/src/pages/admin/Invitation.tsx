import { Button } from 'antd';
import { useWords } from '../../app/language.ts';
import { OnceShown } from '../../parts/OnceShown.tsx';
import { adminWords } from '../../text/admin.ts';

interface Props {
  readonly name: string;
  /** Null for who signs in as before. */
  readonly secret: string | null;
  readonly close: () => void;
}

/** The link an invited user sets a password by; its secret stands behind the `#`. */
export function Invitation({ name, secret, close }: Props) {
  const say = useWords(adminWords);
  return (
    <div className="fields">
      {secret === null ? (
        <p>{say('invited_none', { name })}</p>
      ) : (
        <OnceShown
          title={say('invited')}
          more={say('invited_more', { name })}
          text={`${location.origin}/console/invitation#token=${secret}`}
        />
      )}
      <div className="buttons">
        <Button type="primary" onClick={close}>
          {say('close')}
        </Button>
      </div>
    </div>
  );
}
