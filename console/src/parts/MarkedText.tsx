import { Fragment, useMemo, useRef } from 'react';
import styles from './MarkedText.module.css';

/** Part of a text, in UTF-16 code units; those that overlap an earlier or longer one are left. */
export interface TextMark {
  readonly from: number;
  readonly to: number;
  readonly tone: 'breach' | 'indication' | 'soft';
  /** What it is, told when pointed at. */
  readonly title: string;
}

interface Props {
  readonly id: string;
  readonly value: string;
  readonly change: (value: string) => void;
  readonly marks?: readonly TextMark[];
  /** A text of lines: numbered, not wrapped, of one width. */
  readonly code?: boolean;
  /** Lines, from 1, that something is wrong with. */
  readonly wrong?: ReadonlySet<number>;
  readonly placeholder?: string;
  readonly max?: number;
  /** So many lines at least are shown. */
  readonly lines?: number;
  readonly describedBy?: string;
}

const line_px = 27;
const padding_px = 16;
const none: readonly TextMark[] = [];

/**
 * A text area whose marks lie over the text: the same letters, unseen but for their marks, in the
 * same place. Both are as large as the text, and the box around them scrolls.
 */
export function MarkedText(props: Props) {
  const {
    id,
    value,
    change,
    marks = none,
    code = false,
    wrong,
    placeholder,
    max,
    lines = 1,
  } = props;
  const area = useRef<HTMLTextAreaElement>(null);
  const pieces = useMemo(() => piecesOf(value, marks), [value, marks]);
  return (
    <div className={`${styles['box']} ${code ? styles['code'] : ''}`}>
      {code && <Gutter count={value.split('\n').length} wrong={wrong} />}
      <div className={styles['sheet']} style={{ minHeight: lines * line_px + padding_px }}>
        <textarea
          ref={area}
          id={id}
          value={value}
          onChange={(event) => change(event.target.value)}
          placeholder={placeholder}
          maxLength={max}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          wrap={code ? 'off' : 'soft'}
          aria-describedby={props.describedBy}
          aria-invalid={wrong !== undefined && wrong.size > 0}
        />
        <div className={styles['mirror']} aria-hidden="true">
          {pieces.map(({ from, text, mark }) => (
            <Fragment key={from}>
              {mark === null ? (
                text
              ) : (
                <mark
                  className={styles[mark.tone]}
                  title={mark.title}
                  onMouseDown={(event) => {
                    event.preventDefault();
                    select(area.current, mark);
                  }}
                >
                  {text}
                </mark>
              )}
            </Fragment>
          ))}
          {'\n'}
        </div>
      </div>
    </div>
  );
}

function Gutter({ count, wrong }: { readonly count: number; readonly wrong: Props['wrong'] }) {
  return (
    <div className={styles['gutter']} aria-hidden="true">
      {Array.from({ length: count }, (_, i) => (
        <span key={i} className={wrong?.has(i + 1) === true ? styles['wrong'] : undefined}>
          {i + 1}
        </span>
      ))}
    </div>
  );
}

/** Puts the caret around a part of a text area and shows it. */
export function select(
  area: HTMLTextAreaElement | null,
  { from, to }: Pick<TextMark, 'from' | 'to'>,
): void {
  if (area === null) return;
  area.focus();
  area.setSelectionRange(from, to);
}

interface Piece {
  readonly from: number;
  readonly text: string;
  readonly mark: TextMark | null;
}

function piecesOf(text: string, marks: readonly TextMark[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const plain = (to: number): void => {
    if (to > at) pieces.push({ from: at, text: text.slice(at, to), mark: null });
  };
  for (const mark of marks.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    if (mark.from < at || mark.to <= mark.from || mark.to > text.length) continue;
    plain(mark.from);
    pieces.push({ from: mark.from, text: text.slice(mark.from, mark.to), mark });
    at = mark.to;
  }
  plain(text.length);
  return pieces;
}
