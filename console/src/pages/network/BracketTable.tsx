import { countingProfiles, profileNames } from '../../../../src/model/counting.ts';
import type { Count, CountBracket } from '../../../../src/model/counting.ts';
import { grouped } from '../../../../src/model/money-text.ts';
import { useLanguage, useLocalised, useWords } from '../../app/language.ts';
import { networkWords } from '../../text/network.ts';
import styles from './MemberPanel.module.css';

interface Props {
  readonly bracket: Pick<CountBracket, 'people' | 'levels' | 'flips'> & {
    readonly counts: Readonly<Record<string, Count | null>>;
  };
  /** What the data lack for a way of counting, where the tree as a whole is shown. */
  readonly needs?: Readonly<Record<string, string | null>>;
}

/** People and levels by every way of counting, each end of the range with who gives it. */
export function BracketTable({ bracket: { people, levels, counts, flips }, needs }: Props) {
  const say = useWords(networkWords);
  const local = useLocalised();
  const comma = useLanguage() === 'zh' ? '、' : ', ';
  const name = (profile: keyof typeof countingProfiles): string =>
    local(countingProfiles[profile].doc);
  const ends = (of: typeof people): string =>
    of.min === of.max
      ? say('bracket_same', { value: grouped(of.min) })
      : say('bracket', {
          min: grouped(of.min),
          max: grouped(of.max),
          min_by: name(of.min_by),
          max_by: name(of.max_by),
        });
  return (
    <>
      <p>{say('people_told', { people: ends(people) })}</p>
      <p>{say('levels_told', { levels: ends(levels) })}</p>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{say('profile')}</th>
            <th scope="col" className={styles['number']}>
              {say('people')}
            </th>
            <th scope="col" className={styles['number']}>
              {say('levels')}
            </th>
          </tr>
        </thead>
        <tbody>
          {profileNames.map((profile) => {
            const count = counts[profile] ?? null;
            const need = needs?.[profile] ?? countingProfiles[profile].needs;
            return (
              <tr key={profile}>
                <th scope="row">{name(profile)}</th>
                {count === null ? (
                  <td colSpan={2} className={`${styles['number']} soft`}>
                    {need === null ? say('unknown') : say('lacks', { need })}
                  </td>
                ) : (
                  <>
                    <td className={styles['number']}>{grouped(count.people)}</td>
                    <td className={styles['number']}>{count.levels}</td>
                  </>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
      {flips.map((flip) => (
        <p key={flip.people}>
          {say('flips', {
            people: flip.people,
            levels: flip.levels,
            met_by: flip.met_by.map(name).join(comma),
            not_met_by: flip.not_met_by.map(name).join(comma),
          })}
        </p>
      ))}
    </>
  );
}
