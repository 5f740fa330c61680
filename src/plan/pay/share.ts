import { PPM } from '../../model/plan.ts';

/**
 * A share of an amount in minor units: exact whole-number arithmetic up to 10^15, then down to
 * the minor unit, or to the nearest with halves going up. Nothing of a loss.
 */
export function shareOf(minor: number, ppm: number, halfUp: boolean): number {
  if (minor <= 0) return 0;
  const millions = Math.floor(minor / PPM);
  const rest = (minor - millions * PPM) * ppm;
  const whole = Math.floor(rest / PPM);
  const up = halfUp && rest - whole * PPM >= PPM / 2 ? 1 : 0;
  return millions * ppm + whole + up;
}
