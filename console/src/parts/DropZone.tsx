import { InboxOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import styles from './DropZone.module.css';

interface Props {
  /** What to drop here, and of which kinds. */
  readonly call: string;
  readonly kinds: string;
  /** On the button. */
  readonly choose: string;
  readonly several?: boolean;
  readonly take: (files: readonly File[]) => void;
}

/** Files are dropped here, or chosen. */
export function DropZone({ call, kinds, choose, several = false, take }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  return (
    <div
      className={`${styles['zone']} ${over ? styles['over'] : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take([...event.dataTransfer.files]);
      }}
    >
      <InboxOutlined className={styles['sign']} aria-hidden="true" />
      <div>
        <p className={styles['call']}>{call}</p>
        <p className="soft">{kinds}</p>
      </div>
      <Button type="primary" onClick={() => input.current?.click()}>
        {choose}
      </Button>
      <input
        ref={input}
        type="file"
        multiple={several}
        hidden
        aria-label={choose}
        onChange={(event) => {
          take([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}
