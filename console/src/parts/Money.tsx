import { moneyText } from '../../../src/model/money-text.ts';
import { useLocalised } from '../app/language.ts';

interface Props {
  /** Minor units; as text where it is beyond 2^53. */
  readonly minor: number | string;
  readonly currency: string;
  /** Digits of the minor unit. */
  readonly digits?: number;
}

export function Money({ minor, currency, digits = 2 }: Props) {
  const local = useLocalised();
  return <span className="number">{local(moneyText(minor, currency, digits))}</span>;
}
