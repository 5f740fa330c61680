import { Link } from 'react-router';
import { useLocalised, useWords } from '../../app/language.ts';
import { grouped } from '../../../../src/model/money-text.ts';
import { minorDigitsOf } from '../../../../src/model/money-units.ts';
import { Money } from '../../parts/Money.tsx';
import { Moment } from '../../parts/Moment.tsx';
import { matterWords } from '../../text/matters.ts';
import { currencySaid } from './currency-said.ts';
import styles from './EventData.module.css';
import type { Clock } from './matter-types.ts';
import type { Names } from './use-names.ts';
import { useValueWords } from './use-value-words.ts';
import type { ValueWords } from './use-value-words.ts';

interface Props {
  readonly kind: string;
  readonly clocks: readonly Clock[];
  /** Of amounts that say none themselves. */
  readonly currency: string | null;
  readonly step: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly names: Names;
}

/** What the head of the page, or the line itself, says already. */
const elsewhere = new Set(['kind', 'parties', 'title']);

/** What a step said, each thing with its name, in words. */
export function EventData({ kind, clocks, currency, step, data, names }: Props) {
  const words = useValueWords(kind);
  const said = Object.entries(data).filter(([name]) => !elsewhere.has(name));
  if (said.length === 0) return null;
  return (
    <dl className={styles['data']}>
      {said.map(([name, value]) => (
        <div key={name}>
          <dt>{words.field(name)}</dt>
          <dd>
            <Value {...{ step, name, value, data, clocks, currency, names, words }} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface ValueProps {
  readonly step: string;
  readonly name: string;
  readonly value: unknown;
  /** All that the step said. */
  readonly data: Props['data'];
  readonly clocks: readonly Clock[];
  readonly currency: Props['currency'];
  readonly names: Names;
  readonly words: ValueWords;
}

const people = new Set(['user_id', 'officers', 'members']);
const matters = new Set(['matter_id', 'case_id', 'measure_id', 'appeal_id']);

function Value(props: ValueProps) {
  const say = useWords(matterWords);
  const { name, value } = props;
  if (typeof value === 'boolean') return say(value ? 'yes' : 'no');
  if (typeof value === 'number') {
    return name.endsWith('_minor') ? <Amount {...props} minor={value} /> : value;
  }
  if (Array.isArray(value)) {
    return (
      <ul className={styles['list']}>
        {value.map((one: unknown, i) => (
          // A list of an event never changes: its places are its keys.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={i}>
            <Value {...props} value={one} />
          </li>
        ))}
      </ul>
    );
  }
  return typeof value === 'string' ? <Text {...props} value={value} /> : JSON.stringify(value);
}

/** In the currency the step said, or that of the matter; nobody guesses one. */
function Amount({ minor, data, currency }: ValueProps & { readonly minor: number }) {
  const say = useWords(matterWords);
  const code = currencySaid(data, currency);
  if (code === null) return say('minor_amount', { amount: grouped(minor) });
  return <Money minor={minor} currency={code} digits={minorDigitsOf(code)} />;
}

function Text(props: ValueProps & { readonly value: string }) {
  const { step, name, value, data, clocks, names, words } = props;
  const local = useLocalised();
  const clock = name === 'clock' ? clocks.find((one) => one.clock === value) : undefined;
  if (clock !== undefined) return local(clock.title);
  if (name === 'inspection_id') {
    return <Link to={`/findings?inspection_id=${value}`}>{value}</Link>;
  }
  if (name === 'tenant_id') return <bdi>{names.tenant(value)}</bdi>;
  if (people.has(name)) return <bdi>{names.user(value)}</bdi>;
  if (matters.has(name)) return <Link to={`/matters/${value}`}>{value}</Link>;
  if (/^\d{4}-\d\d-\d\d(T|$)/.test(value)) return <Moment at={value} />;
  if (/^[0-9a-f]{64}$/.test(value)) {
    const { inspection_id } = data;
    if (name !== 'findings' || typeof inspection_id !== 'string') return <code>{value}</code>;
    return (
      <Link to={`/findings/${inspection_id}_${value}`}>
        <code>{value}</code>
      </Link>
    );
  }
  return <bdi className={styles['text']}>{words.value(step, name, value) ?? value}</bdi>;
}
