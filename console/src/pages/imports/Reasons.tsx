import type { Localised } from '../../../../src/model/localised.ts';
import { useLanguage } from '../../app/language.ts';

/** Why something was decided so, in one line of clauses. */
export function Reasons({ reasons }: { readonly reasons: readonly Localised[] }) {
  const language = useLanguage();
  return (
    <span className="soft">
      {reasons.map((one) => one[language]).join(language === 'zh' ? '；' : '; ')}
    </span>
  );
}
