import { effectsRead } from '../../../../src/server/contract/guidance.ts';
import type { Good } from '../../api/call.ts';
import { useAsked } from '../../api/use-asked.ts';
import { useLocalised, useWords } from '../../app/language.ts';
import { Empty } from '../../parts/Empty.tsx';
import { Failed } from '../../parts/Failed.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { marketWords } from '../../text/market.ts';
import { EffectCard } from './EffectCard.tsx';
import styles from './Market.module.css';
import { MarketFrame } from './MarketFrame.tsx';

export type Effect = Good<typeof effectsRead>['body']['effects'][number];

/** What followed measures, beside operators without any, with how sure that is. */
export default function EffectsPage() {
  return <MarketFrame part="effects">{(platform_id) => <Effects of={platform_id} />}</MarketFrame>;
}

function Effects({ of: platform_id }: { readonly of: string }) {
  const say = useWords(marketWords);
  const local = useLocalised();
  const { data, error, refetch } = useAsked(effectsRead, { query: { platform_id } });
  if (error !== null) return <Failed error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading lines={10} />;
  if (data.effects.length === 0) {
    return <Empty title={say('effects_none')} more={say('effects_none_more')} />;
  }
  return (
    <>
      <p className={styles['lead']}>{say('as_of', { day: data.as_of })}</p>
      <p className={styles['notice']}>{local(data.notice)}</p>
      <div className={styles['cards']}>
        {data.effects.map((effect) => (
          <EffectCard key={effect.name} effect={effect} />
        ))}
      </div>
    </>
  );
}
