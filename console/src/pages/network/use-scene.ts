import { useMemo } from 'react';
import { useIsDark } from '../../app/look.ts';
import { dark, light } from '../../app/theme.ts';
import { colourOf } from './colouring.ts';
import type { Colouring } from './colouring.ts';
import { joinedShare, lastDayOf } from './joined-share.ts';
import type { Style } from './layer.ts';
import { placeOf } from './place-of.ts';
import type { Place } from './place-of.ts';
import type { Member } from './MemberPanel.tsx';
import type { Network } from './use-explorer.ts';

/** How the glyphs of a network look: by what they are coloured, and who had joined by a month. */
export function useStyle(
  { explorer }: Network,
  colouring: Colouring,
  month: string | null,
  joined: Int32Array | undefined,
): Style {
  const isDark = useIsDark();
  return useMemo(() => {
    const ink = isDark ? dark : light;
    const { colours } = explorer.index;
    const share: Style['share'] =
      month === null || joined === undefined
        ? () => 1
        : (glyph) => joinedShare(glyph, joined, lastDayOf(month));
    return { ink, share, colour: (glyph) => colourOf(glyph, colouring, colours, ink.soft) };
  }, [explorer, colouring, month, joined, isDark]);
}

/** Where the upline of a member is drawn, from the root down to the member itself. */
export function usePlaces({ schemes }: Network, member: Member | undefined): readonly Place[] {
  return useMemo(
    () =>
      (member?.path ?? []).flatMap((one) => {
        const place = placeOf(schemes, one);
        return place === null ? [] : [place];
      }),
    [schemes, member],
  );
}
