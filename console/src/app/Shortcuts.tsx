import { Modal } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { shellWords } from '../text/shell.ts';
import { useLocalised, useWords } from './language.ts';
import styles from './Shortcuts.module.css';
import { addressOf, useNav } from './use-nav.ts';

/** How long after `g` a letter still belongs to it. */
const together_ms = 1_200;

/** `/` searches, `g` and a letter goes to a page, `?` shows them all. */
export function Shortcuts() {
  const say = useWords(shellWords);
  const local = useLocalised();
  const entries = useNav();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const g_ms = useRef(-together_ms);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const target = entries.find(({ nav }) => nav.letter === event.key);
      if (event.timeStamp - g_ms.current < together_ms && target !== undefined) {
        g_ms.current = -together_ms;
        void navigate(addressOf(target));
      } else if (event.key === 'g') g_ms.current = event.timeStamp;
      else if (event.key === '?') setOpen(true);
      else if (event.key === '/') {
        event.preventDefault();
        document.querySelector<HTMLInputElement>('[data-search]')?.focus();
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [entries, navigate]);
  return (
    <Modal
      open={open}
      onCancel={() => setOpen(false)}
      footer={null}
      title={say('shortcuts')}
      width={440}
    >
      <dl className={styles['keys']}>
        <Key keys={['/']} what={say('shortcut_search')} />
        <Key keys={['?']} what={say('shortcut_sheet')} />
        <Key keys={['Esc']} what={say('shortcut_escape')} />
        {entries.map((page) => (
          <Key key={page.path} keys={['g', page.nav.letter]} what={local(page.title)} />
        ))}
      </dl>
    </Modal>
  );
}

function Key({ keys, what }: { readonly keys: readonly string[]; readonly what: string }) {
  const say = useWords(shellWords);
  return (
    <div>
      <dt>
        {keys.map((key, i) => (
          <span key={key}>
            {i > 0 && <span className="sr">{say('shortcut_then')}</span>}
            <kbd>{key}</kbd>
          </span>
        ))}
      </dt>
      <dd>{what}</dd>
    </div>
  );
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
