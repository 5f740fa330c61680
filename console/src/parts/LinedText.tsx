import { useRef } from 'react';
import type { Ref, UIEvent } from 'react';
import styles from './LinedText.module.css';

interface Props {
  readonly label: string;
  readonly value: string;
  /** Left out: it is only read. */
  readonly change?: (value: string) => void;
  /** Lines with something wrong in them, from 1. */
  readonly wrong?: readonly number[];
  readonly height?: string;
  readonly box?: Ref<HTMLTextAreaElement>;
}

/** Plain text with the numbers of its lines; for what a machine will read. */
export function LinedText({ label, value, change, wrong = [], height = '420px', box }: Props) {
  const gutter = useRef<HTMLDivElement>(null);
  const count = value.split('\n').length;
  const bad = new Set(wrong);
  const follow = (event: UIEvent<HTMLTextAreaElement>): void => {
    if (gutter.current !== null) gutter.current.scrollTop = event.currentTarget.scrollTop;
  };
  return (
    <div className={styles['box']} style={{ height }}>
      <div ref={gutter} className={styles['gutter']} aria-hidden="true">
        {Array.from({ length: count }, (_, i) => (
          <div key={i} className={bad.has(i + 1) ? styles['wrong'] : undefined}>
            {i + 1}
          </div>
        ))}
      </div>
      <textarea
        ref={box}
        aria-label={label}
        wrap="off"
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        readOnly={change === undefined}
        value={value}
        onScroll={follow}
        onChange={(event) => change?.(event.currentTarget.value)}
      />
    </div>
  );
}
