import { SearchOutlined } from '@ant-design/icons';
import { useDeferredValue, useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useNavigate } from 'react-router';
import { shellWords } from '../text/shell.ts';
import { useWords } from './language.ts';
import styles from './SearchBox.module.css';
import { useFound } from './use-found.ts';
import type { Found } from './use-found.ts';

/** Finds pages by name and matters by their words; `/` focuses it. */
export function SearchBox() {
  const say = useWords(shellWords);
  const navigate = useNavigate();
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const found = useFound(useDeferredValue(text.trim()));
  useEffect(() => {
    const outside = (event: PointerEvent): void => {
      if (!(event.target instanceof Node && root.current?.contains(event.target))) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, []);
  const go = ({ to }: Found): void => {
    setText('');
    setOpen(false);
    void navigate(to);
  };
  const onKey = (event: KeyboardEvent<HTMLInputElement>): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && found.length > 0) {
      event.preventDefault();
      setAt((at + step + found.length) % found.length);
    }
    const chosen = found[at];
    if (event.key === 'Enter' && chosen !== undefined) go(chosen);
    if (event.key === 'Escape') event.currentTarget.blur();
  };
  const isOpen = open && text.trim() !== '';
  return (
    <div ref={root} className={styles['root']} role="search">
      <SearchOutlined />
      <input
        data-search
        type="text"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        aria-label={say('search')}
        aria-expanded={isOpen}
        aria-controls={id}
        aria-activedescendant={isOpen && found.length > 0 ? `${id}-${at}` : undefined}
        placeholder={say('search')}
        title={say('search_hint')}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onKeyDown={onKey}
      />
      {isOpen && <FoundList id={id} found={found} at={at} go={go} />}
    </div>
  );
}

interface ListProps {
  readonly id: string;
  readonly found: readonly Found[];
  readonly at: number;
  readonly go: (one: Found) => void;
}

function FoundList({ id, found, at, go }: ListProps) {
  const say = useWords(shellWords);
  if (found.length === 0) return <p className={styles['list']}>{say('search_nothing')}</p>;
  return (
    <div id={id} role="listbox" aria-label={say('search')} className={styles['list']}>
      {found.map((one, i) => (
        <div
          key={one.to}
          id={`${id}-${i}`}
          role="option"
          tabIndex={-1}
          aria-selected={i === at}
          className={styles['option']}
          onPointerDown={(event) => {
            event.preventDefault();
            go(one);
          }}
        >
          <bdi>{one.title}</bdi>
          <small>{say(one.what === 'page' ? 'search_pages' : 'search_matters')}</small>
        </div>
      ))}
    </div>
  );
}
