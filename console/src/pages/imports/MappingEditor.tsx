import { Button } from 'antd';
import { useMemo, useRef } from 'react';
import { problemOf } from '../../api/problem-error.ts';
import { useLanguage, useWords } from '../../app/language.ts';
import { LinedText } from '../../parts/LinedText.tsx';
import { selectPlace } from '../../parts/select-place.ts';
import type { Place } from '../../parts/select-place.ts';
import { importWords } from '../../text/imports.ts';
import { faultsIn } from './mapping-text.ts';
import styles from './MappingEditor.module.css';

interface Props {
  readonly text: string;
  readonly isChanged: boolean;
  readonly change: (text: string | null) => void;
  /** What the server said of it when it was last sent. */
  readonly error: unknown;
}

/** The mapping as the file it is: YAML, with what is wrong in it by line and column. */
export function MappingEditor({ text, isChanged, change, error }: Props) {
  const say = useWords(importWords);
  const language = useLanguage();
  const box = useRef<HTMLTextAreaElement>(null);
  const faults = useMemo(() => faultsIn(text), [text]);
  const told = error === null || error === undefined ? null : problemOf(error);
  const all = [
    ...faults.map(({ code, ...at }) => ({ at, text: say('yaml_wrong'), code })),
    ...(told?.place === undefined
      ? []
      : [{ at: told.place, text: told[language], code: told.code }]),
  ];
  const show = (at: Place): void => {
    if (box.current !== null) selectPlace(box.current, at);
  };
  return (
    <details className={styles['more']} open={all.length > 0 || undefined}>
      <summary>{say('mapping_text')}</summary>
      <p className="soft">{say('mapping_lead')}</p>
      <LinedText
        box={box}
        label={say('mapping_text')}
        value={text}
        change={change}
        wrong={all.map(({ at }) => at.line)}
      />
      <ul className={styles['faults']} aria-live="polite">
        {all.map(({ at, text: what, code }) => (
          <li key={`${at.line} ${at.column} ${code}`}>
            <button type="button" onClick={() => show(at)}>
              {at.line}:{at.column ?? 1}
            </button>{' '}
            {what} <code>{code}</code>
          </li>
        ))}
      </ul>
      {isChanged && <Button onClick={() => change(null)}>{say('mapping_back')}</Button>}
    </details>
  );
}
