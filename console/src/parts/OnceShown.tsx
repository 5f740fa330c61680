import { CopyOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useWords } from '../app/language.ts';
import { onceWords } from '../text/once.ts';
import styles from './OnceShown.module.css';

interface Props {
  /** What it is, and what to do with it. */
  readonly title: string;
  readonly more?: string;
  /** As it is copied. */
  readonly text: string;
  /** As it is shown; by default the text itself. */
  readonly children?: ReactNode;
}

/** A secret the server keeps only a digest of: shown this once. */
export function OnceShown({ title, more, text, children }: Props) {
  const say = useWords(onceWords);
  const [copied, setCopied] = useState(false);
  return (
    <section className={styles['sheet']} aria-label={title}>
      <h3>{title}</h3>
      {more !== undefined && <p>{more}</p>}
      {children ?? <code className={styles['text']}>{text}</code>}
      <p className={styles['warning']}>{say('once')}</p>
      {/* Where the page came over plain HTTP from another machine, browsers have no clipboard. */}
      {'clipboard' in navigator && (
        <div>
          <Button
            icon={<CopyOutlined />}
            onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
          >
            {copied ? say('copied') : say('copy')}
          </Button>
        </div>
      )}
    </section>
  );
}
