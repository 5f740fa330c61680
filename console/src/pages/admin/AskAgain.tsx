import { Button, Modal } from 'antd';
import { useWords } from '../../app/language.ts';
import { ProblemLine } from '../../parts/ProblemLine.tsx';
import { adminWords } from '../../text/admin.ts';
import { useFocusBack } from '../../parts/use-focus-back.ts';

interface Props {
  readonly title: string;
  /** What will happen, and whether it can be undone. */
  readonly more: string;
  readonly verb: string;
  readonly danger?: boolean;
  readonly pending: boolean;
  readonly error: unknown;
  readonly go: () => void;
  readonly close: () => void;
}

/** Before what weighs but wants no reason. */
export function AskAgain(props: Props) {
  useFocusBack();
  const { title, more, verb, danger = false, pending, error, go, close } = props;
  const say = useWords(adminWords);
  return (
    <Modal open onCancel={close} footer={null} title={title} width={460} destroyOnHidden>
      <div className="fields">
        <p>{more}</p>
        <ProblemLine error={error} />
        <div className="buttons">
          <Button onClick={close}>{say('cancel')}</Button>
          <Button type="primary" danger={danger} loading={pending} onClick={go}>
            {verb}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
