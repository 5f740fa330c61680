/**
 * Tones by what they mean; the report on paper (src/report/html/style.ts) has the same, and a
 * test holds them together. Ink on paper, three moments of the sale from one spectrum, verdicts
 * each with a wash to stand on.
 */
export interface Tones {
  readonly paper: string;
  readonly ground: string;
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly hair: string;
  readonly accent: string;
  readonly pre: string;
  readonly in: string;
  readonly after: string;
  readonly wash: string;
  readonly breach: string;
  readonly breach_wash: string;
  readonly unknown: string;
  readonly unknown_wash: string;
  readonly ok: string;
  readonly ok_wash: string;
  /** Of the console alone: what decides nothing until a person has judged. */
  readonly indication: string;
  readonly indication_wash: string;
}

export const light: Tones = {
  paper: '#fff',
  ground: '#f5f5f2',
  ink: '#1b1e25',
  soft: '#555b67',
  line: '#dcdee3',
  hair: '#ececee',
  accent: '#36458f',
  pre: '#6246a8',
  in: '#136a9e',
  after: '#ab4f1e',
  wash: '#f2f3f8',
  breach: '#a3231b',
  breach_wash: '#fbecea',
  unknown: '#755700',
  unknown_wash: '#fbf3dc',
  ok: '#17664c',
  ok_wash: '#e5f2ec',
  indication: '#98480a',
  indication_wash: '#fdefdf',
};

export const dark: Tones = {
  paper: '#15181f',
  ground: '#0e1015',
  ink: '#e4e6eb',
  soft: '#a4abb8',
  line: '#333946',
  hair: '#232832',
  accent: '#a9b6f5',
  pre: '#b5a0f2',
  in: '#6fb8e8',
  after: '#ec9c6c',
  wash: '#1c2029',
  breach: '#f39186',
  breach_wash: '#371d1c',
  unknown: '#dfbd62',
  unknown_wash: '#332a13',
  ok: '#72c9a8',
  ok_wash: '#142e26',
  indication: '#f2ab63',
  indication_wash: '#38260f',
};
