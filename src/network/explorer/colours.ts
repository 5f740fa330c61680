/**
 * Colours for what glyphs tell, told apart by readers who do not see red and green: Okabe and Ito
 * ("Color Universal Design", 2008) for lines, cividis (Nuñez and others, PLOS ONE 2018) for order.
 */
export const colours = {
  /** By level, repeating: neighbours on the way down differ. */
  level: ['#0072b2', '#e69f00', '#009e73', '#cc79a7', '#56b4e9', '#d55e00'],
  /** By tenth of joining, first to last. */
  tenth: [
    '#00224e',
    '#123570',
    '#3b496c',
    '#575d6d',
    '#707173',
    '#8a8678',
    '#a59c74',
    '#c3b369',
    '#e1cc55',
    '#fee838',
  ],
  /** By the lines of the 2013 opinions reached: none, 15, 30, 60, 120 people in three levels. */
  line: ['#8c96a3', '#56b4e9', '#e69f00', '#d55e00', '#a4133c'],
  /** By what became of a member between two days, in the order of `changeKinds`. */
  change: ['#e3e6ea', '#009e73', '#000000', '#d55e00', '#56b4e9', '#cc79a7', '#8c96a3'],
  /** By money in minor units: below the first break, from each break on. */
  money: ['#8a8678', '#3b496c', '#575d6d', '#a59c74', '#e1cc55', '#fee838'],
  money_breaks_minor: [1, 10_000, 100_000, 1_000_000, 10_000_000],
} as const;
