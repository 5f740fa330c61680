import { useWords } from '../../app/language.ts';
import { proposalWords } from '../../text/proposals.ts';
import type { PublicProposal } from './proposal-types.ts';
import styles from './Proposals.module.css';

interface Props {
  readonly edition_id: string;
  readonly text: PublicProposal['text'];
}

/** What was published, to be fetched and proved by anybody. */
export function Publication({ edition_id, text }: Props) {
  const say = useWords(proposalWords);
  const at = (file: string): string => `/public-data/editions/${edition_id}/${file}`;
  const pack = `${text.standard}-${text.version}.tgz`;
  return (
    <section className={styles['publication']}>
      <h2>{say('publication')}</h2>
      <p className={styles['actions']}>
        <a href={at('pack.tgz')} download>
          {say('download_pack')}
        </a>
        <a href={at('pack.tgz.sig')} download>
          {say('download_signature')}
        </a>
        <a href={at('trust.yaml')} download>
          {say('download_trust')}
        </a>
      </p>
      <p className="soft">{say('verify_hint')}</p>
      <pre tabIndex={0}>{`polyprism pack verify ${pack} --trust trust.yaml`}</pre>
    </section>
  );
}
