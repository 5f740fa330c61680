import { useWords } from '../../app/language.ts';
import { operatorWords } from '../../text/operator.ts';
import type { Matter } from '../matters/matter-types.ts';
import { Facts } from './Facts.tsx';
import { saidIn } from './said-in.ts';

/** What is asked of the operator in a matter, in the words of whoever asks. */
export function Demand({ matter }: { readonly matter: Matter }) {
  const say = useWords(operatorWords);
  const said = (name: string, ...from: readonly (readonly [string, string])[]) => ({
    name,
    value:
      from.map(([type, key]) => saidIn(matter, type, key)).find((text) => text !== null) ?? null,
  });
  const isOrder = matter.kind === 'order';
  return (
    <>
      <Facts
        facts={[
          said(say('product'), ['open', 'product']),
          said(say('lots'), ['open', 'lots']),
          said(say('defect'), ['open', 'defect']),
          said(say('asked'), ['issue', 'requirement'], ['send', 'asks'], ['order', 'requirement']),
          said(say('facts'), ['serve_notice', 'facts']),
          said(say('grounds'), ['serve_notice', 'grounds']),
          said(
            say('basis'),
            ['issue', 'basis'],
            ['send', 'standard'],
            ['order', 'basis'],
            ['serve_notice', 'basis'],
          ),
          said(say('asked_of'), ['serve_notice', 'proposed'], ['not_enough', 'missing']),
          said(say('left'), ['deny_cure', 'left']),
        ]}
      />
      {isOrder && <p className="soft">{say('proof')}</p>}
    </>
  );
}
