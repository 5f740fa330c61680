import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import styles from './MenuButton.module.css';

interface Props {
  /** Names the menu. */
  readonly label: string;
  /** Inside the button: text is its name, be it `sr` text beside a symbol. */
  readonly face: ReactNode;
  readonly className?: string | undefined;
  /** Which side of the button the menu keeps to. */
  readonly side?: 'start' | 'end';
  /** Opens above the button. */
  readonly up?: boolean;
  /** Items are buttons or links with `role="menuitem"` or `menuitemradio`. */
  readonly children: (close: () => void) => ReactNode;
}

/** A button with a menu below it: arrows walk, Escape and a click elsewhere close. */
export function MenuButton({ label, face, className, side = 'end', up = false, children }: Props) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open) return undefined;
    itemsIn(root.current)[0]?.focus();
    const outside = (event: PointerEvent): void => {
      if (!(event.target instanceof Node && root.current?.contains(event.target))) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [open]);
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <div
      ref={root}
      className={styles['root']}
      onKeyDown={(event) => walk(event, root.current, close)}
    >
      <button
        ref={button}
        type="button"
        className={className ?? styles['button']}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {face}
      </button>
      {open && (
        <div
          id={id}
          role="menu"
          aria-label={label}
          className={[styles['menu'], styles[side], up && styles['up']].filter(Boolean).join(' ')}
        >
          {children(close)}
        </div>
      )}
    </div>
  );
}

function itemsIn(root: HTMLElement | null): HTMLElement[] {
  return [...(root?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])];
}

function walk(event: KeyboardEvent, root: HTMLElement | null, close: () => void): void {
  const items = itemsIn(root);
  if (items.length === 0) return;
  const at = items.findIndex((item) => item === document.activeElement);
  const to: Readonly<Record<string, number>> = {
    ArrowDown: (at + 1) % items.length,
    ArrowUp: (at + items.length - 1) % items.length,
    Home: 0,
    End: items.length - 1,
  };
  if (event.key === 'Escape' || event.key === 'Tab') close();
  const next = to[event.key];
  if (next === undefined && event.key !== 'Escape') return;
  event.preventDefault();
  event.stopPropagation();
  if (next !== undefined) items[next]?.focus();
}
