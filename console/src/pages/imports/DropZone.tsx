import { InboxOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useWords } from '../../app/language.ts';
import { importWords } from '../../text/imports.ts';
import styles from './DropZone.module.css';

/** Files are dropped here, or chosen. */
export function DropZone({ take }: { readonly take: (files: readonly File[]) => void }) {
  const say = useWords(importWords);
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
        <p className={styles['call']}>{say('drop')}</p>
        <p className="soft">{say('drop_kinds')}</p>
      </div>
      <Button type="primary" onClick={() => input.current?.click()}>
        {say('choose')}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={say('choose')}
        onChange={(event) => {
          take([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}
