import { CopyOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import type { publicComplain } from '../../../../src/server/contract/complaints.ts';
import type { Good } from '../../api/call.ts';
import { useWords } from '../../app/language.ts';
import { Moment } from '../../parts/Moment.tsx';
import { publicWords } from '../../text/public.ts';
import styles from './Complain.module.css';
import { PublicSheet } from './PublicSheet.tsx';

export type Sent = Good<typeof publicComplain>['body'] & {
  readonly office: string;
  readonly title: string;
};

/** The link, this once: to be copied or printed before anything else. */
export function ComplaintReceipt({ sent }: { readonly sent: Sent }) {
  const say = useWords(publicWords);
  const link = new URL(sent.status_path, location.origin).href;
  const field = useRef<HTMLParagraphElement>(null);
  const [copied, setCopied] = useState<boolean | null>(null);
  useEffect(() => {
    scrollTo(0, 0);
    field.current?.focus();
  }, []);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(link);
      setCopied(true);
    } catch {
      // Not on a page without TLS, or not allowed.
      setCopied(false);
      if (field.current) getSelection()?.selectAllChildren(field.current);
    }
  };
  return (
    <PublicSheet title={say('received')} lead={say('received_lead', { office: sent.office })}>
      <div className={styles['receipt']}>
        <h2>{say('link')}</h2>
        <p ref={field} className={styles['link']} tabIndex={-1} data-link>
          {link}
        </p>
        <div className={styles['acts']}>
          <Button type="primary" size="large" icon={<CopyOutlined />} onClick={() => void copy()}>
            {copied === true ? say('copied') : say('copy')}
          </Button>
          <Button size="large" icon={<PrinterOutlined />} onClick={() => print()}>
            {say('print')}
          </Button>
        </div>
        <p role="status">{copied === false && say('copy_failed')}</p>
        <div className={styles['once']}>
          <h3>{say('once')}</h3>
          <p>{say('once_more')}</p>
        </div>
        <dl className={styles['facts']}>
          <dt>{say('receipt_title')}</dt>
          <dd>
            <bdi>{sent.title}</bdi>
          </dd>
          <dt>{say('receipt_id')}</dt>
          <dd className="id">{sent.matter_id}</dd>
          <dt>{say('valid')}</dt>
          <dd>
            <Moment at={sent.expires_at} />
          </dd>
        </dl>
        <Link className={styles['onward']} to={`/public/status#${sent.status_secret}`}>
          {say('open_status')}
        </Link>
      </div>
    </PublicSheet>
  );
}
