import { useWords } from '../app/language.ts';
import { evidenceWords } from '../text/evidence.ts';
import styles from './EvidenceTable.module.css';

interface Props {
  /** What the table shows, for who does not see it. */
  readonly label: string;
  /** Rows as the finding has them. */
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  /** More than so many are behind a button. */
  readonly shown_max?: number;
}

/** Evidence rows as they are: every field of any row is a column, in the order they come. */
export function EvidenceTable({ label, rows, shown_max = 50 }: Props) {
  const say = useWords(evidenceWords);
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const shown = rows.slice(0, shown_max);
  return (
    <div className={styles['box']} tabIndex={0} role="region" aria-label={label}>
      <table>
        <thead>
          <tr>
            {names.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row, i) => (
            <tr key={i}>
              {names.map((name) => (
                <td key={name} className={lookOf(row[name])}>
                  <bdi>{cellText(row[name])}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > shown.length && (
        <p className="soft">{say('further', { count: rows.length - shown.length })}</p>
      )}
    </div>
  );
}

/** Longer than this a text is given room: else a narrow table makes a tower of it. */
const long_chars = 40;

function lookOf(value: unknown): string | undefined {
  if (typeof value === 'number') return styles['number'];
  return cellText(value).length > long_chars ? styles['long'] : undefined;
}

/** Nothing is an empty cell; what is no text is shown as JSON has it. */
function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
