import type { Plugin } from 'vite';
import { dark, light } from '../src/app/theme.ts';
import type { Tones } from '../src/app/theme.ts';

const name = 'virtual:theme.css';

/** The tones of theme.ts as CSS variables, so that the first paint has them. */
export function themeCss(): Plugin {
  return {
    name: 'polyprism:theme-css',
    resolveId: (id) => (id === name ? `\0${name}` : null),
    load: (id) => (id === `\0${name}` ? css : null),
  };
}

function variables(tones: Tones): string {
  return Object.entries(tones)
    .map(([tone, value]) => `--${tone.replaceAll('_', '-')}:${value};`)
    .join('');
}

const css = `:root{color-scheme:light;${variables(light)}}
@media screen and (prefers-color-scheme:dark){:root{color-scheme:dark;${variables(dark)}}}
@media screen{:root[data-theme=light]{color-scheme:light;${variables(light)}}
:root[data-theme=dark]{color-scheme:dark;${variables(dark)}}}`;
