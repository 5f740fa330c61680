import { useLanguage, useWords } from '../../app/language.ts';
import { findingsWords } from '../../text/findings.ts';
import type { FindingSeen } from './FindingList.tsx';
import styles from './SelectBox.module.css';
import { kindText } from './subject-text.ts';

interface Props {
  readonly row: FindingSeen;
  readonly isChosen: boolean;
  readonly toggle: (row: FindingSeen) => void;
}

/** The box before a finding; a click on it does not open the row. */
export function SelectBox({ row, isChosen, toggle }: Props) {
  const say = useWords(findingsWords);
  const language = useLanguage();
  const { table, id } = row.subject;
  const subject = `${kindText(table, language, say('data_set'))} ${id}`;
  return (
    <label className={styles['box']} onClick={(event) => event.stopPropagation()}>
      <input
        type="checkbox"
        aria-label={say('select_one', { subject })}
        checked={isChosen}
        onChange={() => toggle(row)}
      />
    </label>
  );
}
