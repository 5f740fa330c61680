import { Button, Input, QRCode } from 'antd';
import {
  secondFactorConfirm,
  sessionRead,
  sessionsList,
} from '../../../../src/server/contract/session.ts';
import type { secondFactorBegin } from '../../../../src/server/contract/session.ts';
import type { Good } from '../../api/call.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useWords } from '../../app/language.ts';
import { Field } from '../../parts/Field.tsx';
import { PlainForm } from '../../parts/PlainForm.tsx';
import { ProblemLine } from '../../parts/ProblemLine.tsx';
import { accountWords } from '../../text/account.ts';
import styles from './Account.module.css';

interface Props {
  readonly begun: Good<typeof secondFactorBegin>['body'];
  readonly done: (codes: readonly string[]) => void;
  readonly cancel: () => void;
}

const picture_px = 192;

/** The secret as a picture and as text; a code of it shows that it was understood. */
export function FactorConfirm({ begun, done, cancel }: Props) {
  const say = useWords(accountWords);
  const { secret, address, sealed } = begun;
  const confirm = useAsk(secondFactorConfirm, {
    changes: [sessionRead.id, sessionsList.id],
    done: ({ recovery_codes }) => done(recovery_codes),
  });
  return (
    <PlainForm submit={(field) => confirm.mutate({ body: { sealed, code: field('code').trim() } })}>
      <h3>{say('factor_scan')}</h3>
      <div className={styles['scan']}>
        <div className={styles['picture']}>
          {/* Black on white in the dark too: that is what cameras read. */}
          <QRCode
            type="svg"
            aria-label={say('factor_picture')}
            value={address}
            size={picture_px}
            color="#000"
            bgColor="#fff"
            bordered={false}
          />
        </div>
        <div className={styles['typed']}>
          <p className="soft">{say('factor_scan_more')}</p>
          <p>{say('factor_type')}</p>
          <code className={styles['secret']}>{secret.match(/.{1,4}/g)?.join(' ')}</code>
          <p>
            <a href={address}>{say('factor_open')}</a>
          </p>
        </div>
      </div>
      <h3>{say('factor_check')}</h3>
      <Field label={say('code')}>
        {(id) => (
          <Input
            id={id}
            name="code"
            className={styles['code']}
            inputMode="numeric"
            autoComplete="one-time-code"
            minLength={6}
            maxLength={6}
            autoFocus
            required
          />
        )}
      </Field>
      <ProblemLine error={confirm.error} />
      <div className="buttons">
        <Button onClick={cancel}>{say('cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={confirm.isPending}>
          {say('factor_confirm')}
        </Button>
      </div>
    </PlainForm>
  );
}
