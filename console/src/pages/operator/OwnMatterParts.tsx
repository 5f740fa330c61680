import { Link } from 'react-router';
import { useWords } from '../../app/language.ts';
import { operatorWords } from '../../text/operator.ts';
import type { Matter } from '../matters/matter-types.ts';
import { Demand } from './Demand.tsx';
import { MatterCard } from './MatterCard.tsx';
import { Measure } from './Measure.tsx';
import { Part } from './Part.tsx';
import { saidIn } from './said-in.ts';
import type { SortedMatters } from './sort-matters.ts';
import { useMatterName } from './use-matter-name.ts';

interface Props {
  readonly sorted: SortedMatters;
  readonly today: string;
  /** There are matters that are not here. */
  readonly more: boolean;
}

/** What is to be done, what was decided against one, and what goes on elsewhere. */
export function OwnMatterParts({ sorted, today, more }: Props) {
  const say = useWords(operatorWords);
  const nameOf = useMatterName();
  const common = (matter: Matter) => ({
    matter,
    today,
    office: officeOf(matter),
    called: nameOf(matter),
  });
  const { todo, against, appeals, others } = sorted;
  const about = new Set(against.map(({ id }) => id));
  const appealsOf = (id: string) =>
    appeals.filter((one) => saidIn(one, 'open', 'measure_id') === id);
  const rest = [
    ...others,
    ...appeals.filter((one) => !about.has(saidIn(one, 'open', 'measure_id') ?? '')),
  ];
  return (
    <>
      <Part title={say('todo')} lead={say('todo_lead')}>
        {todo.length === 0 && <p>{say('todo_none')}</p>}
        {todo.map((matter) => (
          <MatterCard key={matter.id} {...common(matter)}>
            <Demand matter={matter} />
          </MatterCard>
        ))}
      </Part>
      <Part title={say('against')} lead={say('against_lead')}>
        {against.length === 0 && <p>{say('against_none')}</p>}
        {against.map((matter) => (
          <MatterCard key={matter.id} {...common(matter)}>
            <Measure matter={matter} appeals={appealsOf(matter.id)} />
          </MatterCard>
        ))}
      </Part>
      {rest.length > 0 && (
        <Part title={say('others')} lead={say('others_lead')}>
          {rest.map((matter) => (
            <MatterCard key={matter.id} {...common(matter)} />
          ))}
        </Part>
      )}
      <p>
        {more && <>{say('more_matters')} </>}
        <Link to="/matters">{say('all_matters')}</Link>
      </p>
    </>
  );
}

/** Who handles it, by the name its sides are told. */
function officeOf({ owner_tenant_id, parties }: Matter): string {
  return parties.find(({ tenant_id }) => tenant_id === owner_tenant_id)?.name ?? owner_tenant_id;
}
