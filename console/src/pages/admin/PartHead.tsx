import { Button } from 'antd';
import styles from './Admin.module.css';

interface Props {
  /** What the part is, in a sentence. */
  readonly lead: string;
  /** The one thing to do here, for who may. */
  readonly action?: { readonly verb: string; readonly does: () => void } | null;
}

export function PartHead({ lead, action = null }: Props) {
  return (
    <header className={styles['head']}>
      <p className="soft">{lead}</p>
      {action !== null && (
        <Button type="primary" onClick={action.does}>
          {action.verb}
        </Button>
      )}
    </header>
  );
}
