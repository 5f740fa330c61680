import { useQuery } from '@tanstack/react-query';
import { grouped } from '../../../../src/model/money-text.ts';
import type { SeenGlyph } from '../../../../src/network/explorer/read-tiles.ts';
import { useWords } from '../../app/language.ts';
import { networkWords } from '../../text/network.ts';
import styles from './Picture.module.css';
import type { Network } from './use-explorer.ts';

interface Props {
  readonly network: Network;
  readonly glyph: SeenGlyph;
  /** Pixels from the middle of the picture. */
  readonly x: number;
  readonly y: number;
}

/** What is under the hand, or under the cross, in a few words. */
export function GlyphNote({ network, glyph, x, y }: Props) {
  const say = useWords(networkWords);
  const { tile, at } = glyph;
  const first = tile.first[at] ?? 0;
  const single = tile.kind[at] === 0;
  const { data } = useQuery({
    queryKey: ['network.id', network.explorer.index.files, first],
    enabled: single,
    queryFn: async () => (await network.explorer.summary(first)).id,
  });
  const people = tile.people[at] ?? 0;
  const tops = grouped(tile.tops[at] ?? 0);
  const candidates = tile.candidates[at] ?? 0;
  // Towards the middle, so that it never leaves the picture.
  const aside = (from_middle: number): string => (from_middle > 0 ? 'calc(-100% - 14px)' : '14px');
  return (
    <div
      className={styles['note']}
      role="status"
      style={{ transform: `translate(${x}px, ${y}px) translate(${aside(x)}, ${aside(y)})` }}
    >
      {single ? (
        <>
          <strong>
            <bdi>{data ?? '…'}</bdi>
          </strong>
          <br />
          {say('note_member', {
            level: tile.level[at] ?? 1,
            people: grouped(people),
            levels: tile.levels[at] ?? 1,
            direct: tops,
          })}
        </>
      ) : (
        say(kinds[tile.kind[at] ?? 0] ?? 'note_subtrees', { people: grouped(people), tops })
      )}
      {!single && candidates > 0 && <> {say('note_candidates', { many: grouped(candidates) })}</>}
    </div>
  );
}

const kinds: Readonly<Record<number, 'note_subtrees' | 'note_schemes' | 'note_heap'>> = {
  1: 'note_subtrees',
  2: 'note_schemes',
  3: 'note_heap',
};
