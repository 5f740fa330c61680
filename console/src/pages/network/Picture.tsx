import { Button } from 'antd';
import { CompressOutlined, MinusOutlined, PlusOutlined } from '@ant-design/icons';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { SeenGlyph } from '../../../../src/network/explorer/read-tiles.ts';
import { useWords } from '../../app/language.ts';
import { Failed } from '../../parts/Failed.tsx';
import { networkWords } from '../../text/network.ts';
import { GlyphNote } from './GlyphNote.tsx';
import type { Style } from './layer.ts';
import type { Over } from './paint-over.ts';
import styles from './Picture.module.css';
import type { PictureView } from './picture-view.ts';
import type { Place } from './place-of.ts';
import type { Network } from './use-explorer.ts';
import { useHands } from './use-hands.ts';
import { usePicture } from './use-picture.ts';

interface Props {
  readonly network: Network;
  readonly style: Style;
  readonly over: Over;
  /** Where the member looked at is; the picture goes there when it changes. */
  readonly focus: Place | null;
  readonly choose: (member_id: string) => void;
  readonly onView: (view: PictureView | null) => void;
}

interface Pointed {
  readonly glyph: SeenGlyph;
  readonly x: number;
  readonly y: number;
}

const step_px = 60;
const closer = 1.6;

/** The network drawn: moved by hand, wheel, fingers or keys; what is chosen is opened. */
export function Picture({ network, style, over, focus, choose, onView }: Props) {
  const say = useWords(networkWords);
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const { view, glyphs, error } = usePicture(canvas, network, style, over);
  useEffect(() => onView(view), [view, onView]);
  useEffect(() => {
    if (focus !== null) view?.goTo(focus);
  }, [view, focus]);
  const hands = useMemo(() => {
    const chosen = (glyph: SeenGlyph): void => {
      if (glyph.tile.kind[glyph.at] !== 0) {
        view?.enter(glyph);
        return;
      }
      void network.explorer.summary(glyph.tile.first[glyph.at] ?? 0).then(({ id }) => choose(id));
    };
    const point = (glyph: SeenGlyph | null, x: number, y: number): void =>
      setPointed(glyph === null ? null : { glyph, x, y });
    return { chosen, pointed: point };
  }, [view, network, choose]);
  useHands(box, view, hands);
  const onKey = (event: KeyboardEvent): void => {
    if (view === null || !walk(event, view)) return;
    event.preventDefault();
    const glyph = view.pointAt(0, 0);
    setPointed(glyph === null ? null : { glyph, x: 0, y: 0 });
    if (event.key === 'Enter' && glyph !== null) hands.chosen(glyph);
  };
  return (
    <div className={styles['frame']}>
      <div
        ref={box}
        className={styles['box']}
        role="application"
        aria-label={say('picture')}
        aria-describedby="network-keys"
        tabIndex={0}
        data-glyphs={glyphs ?? undefined}
        onKeyDown={onKey}
        onFocus={(event) => view?.setCross(event.target.matches(':focus-visible'))}
        onBlur={() => view?.setCross(false)}
      >
        <canvas ref={canvas} aria-hidden="true" />
      </div>
      {glyphs === null && error === null && (
        <p className={styles['waiting']} role="status">
          {say('drawing')}
        </p>
      )}
      {pointed !== null && <GlyphNote network={network} {...pointed} />}
      <ZoomButtons view={view} />
      {error !== null && <Failed error={error} retry={() => view?.fit()} />}
      <p id="network-keys" className="sr">
        {say('keys')}
      </p>
    </div>
  );
}

function ZoomButtons({ view }: { readonly view: PictureView | null }) {
  const say = useWords(networkWords);
  return (
    <div className={styles['buttons']}>
      <Button
        icon={<PlusOutlined />}
        aria-label={say('closer')}
        onClick={() => view?.zoom(closer)}
      />
      <Button
        icon={<MinusOutlined />}
        aria-label={say('farther')}
        onClick={() => view?.zoom(1 / closer)}
      />
      <Button icon={<CompressOutlined />} aria-label={say('whole')} onClick={() => view?.fit()} />
    </div>
  );
}

/** Does the key mean something to the picture? Then it has been done, but for Enter. */
function walk({ key, ctrlKey, metaKey, altKey }: KeyboardEvent, view: PictureView): boolean {
  if (ctrlKey || metaKey || altKey) return false;
  const steps: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => view.pan(step_px, 0),
    ArrowRight: () => view.pan(-step_px, 0),
    ArrowUp: () => view.pan(0, step_px),
    ArrowDown: () => view.pan(0, -step_px),
    '+': () => view.zoom(closer),
    '=': () => view.zoom(closer),
    '-': () => view.zoom(1 / closer),
    '0': () => view.fit(),
    Enter: () => undefined,
  };
  const step = Object.hasOwn(steps, key) ? steps[key] : undefined;
  step?.();
  return step !== undefined;
}
