import type { Localised as Text } from '../../../src/model/localised.ts';
import { useLocalised } from '../app/language.ts';

/** A text that comes in both languages, in the reader's. */
export function Localised({ text }: { readonly text: Text }) {
  const local = useLocalised();
  return <bdi>{local(text)}</bdi>;
}
