import { useLocalised } from '../../app/language.ts';
import { codeText } from './code-text.ts';

/** Why something was refused, in words; its code where there are none. */
export function CodeText({ code }: { readonly code: string }) {
  const local = useLocalised();
  const text = codeText(code);
  return text === null ? <code>{code}</code> : <span title={code}>{local(text)}</span>;
}
