import { describe, expect, it } from 'vitest';
import { dark, light } from '../../console/src/app/theme.ts';
import { pageStyle } from '../../src/report/html/style.ts';

/** The variables of the report's style, in the order they stand: light first, then dark. */
function reportTones(from: string): Record<string, string> {
  const start = pageStyle.indexOf(from);
  const block = pageStyle.slice(start, pageStyle.indexOf('}', start));
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+):(#\w+)/g)].map(([, name = '', value = '']) => [
      name.replace('-', '_'),
      value,
    ]),
  );
}

/** Contrast of two colours (WCAG 2.2, 1.4.3), worked out as the standard says. */
function contrast(a: string, b: string): number {
  const luminance = (colour: string): number => {
    const hex = colour.length === 4 ? colour.replaceAll(/[0-9a-f]/gi, '$&$&') : colour;
    const [r = 0, g = 0, blue = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * blue;
  };
  const [high = 0, low = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

describe('the tones', () => {
  it.each([
    ['light', light, ':root{color-scheme:light;'],
    ['dark', dark, ':root{color-scheme:dark;'],
  ] as const)('in %s are those of the report', (_, tones, from) => {
    const report = reportTones(from);
    expect(Object.keys(report)).toHaveLength(17);
    const { indication, indication_wash, ...shared } = tones;
    expect(shared).toEqual(report);
    expect([indication, indication_wash].every((tone) => /^#[0-9a-f]{6}$/.test(tone))).toBe(true);
  });

  it.each([
    ['light', light],
    ['dark', dark],
  ] as const)('in %s can be read: 4.5 to 1 for text on what it stands on', (_, tones) => {
    expect(contrast('#000', '#fff')).toBeCloseTo(21, 5);
    const pairs: readonly (readonly [keyof typeof tones, keyof typeof tones])[] = [
      ['ink', 'paper'],
      ['soft', 'paper'],
      ['soft', 'ground'],
      ['soft', 'wash'],
      ['accent', 'paper'],
      ['accent', 'wash'],
      ['pre', 'paper'],
      ['in', 'paper'],
      ['after', 'paper'],
      ['breach', 'breach_wash'],
      ['indication', 'indication_wash'],
      ['unknown', 'unknown_wash'],
      ['ok', 'ok_wash'],
    ];
    const faint = pairs.filter(([text, on]) => contrast(tones[text], tones[on]) < 4.5);
    expect(faint).toEqual([]);
  });
});
