import { useLocalised } from '../../app/language.ts';
import type { Choice } from './DataField.tsx';
import type { Matter } from './matter-types.ts';
import type { FormField } from './read-fields.ts';
import { useNames } from './use-names.ts';

/** People of one's own office. */
const colleagues = new Set(['user_id', 'officers', 'members']);

/** What a field can be chosen from, where that is known here; undefined where it is written. */
export function useChoices(
  fields: readonly FormField[],
  matter: Matter | null,
): (name: string) => readonly Choice[] | undefined {
  const { tenants, users } = useNames();
  const local = useLocalised();
  const named = (list: readonly { readonly id: string; readonly name: string }[]): Choice[] =>
    list.map(({ id, name }) => ({ value: id, label: name }));
  // Beside an office, a person is one of that office, whom nobody else can list.
  const elsewhere = fields.some(({ name }) => name === 'tenant_id');
  return (name) => {
    if (name === 'tenant_id' && tenants.length > 0) return named(tenants);
    if (colleagues.has(name) && !elsewhere && users.length > 0) return named(users);
    if (matter === null) return undefined;
    if (name === 'tags') return matter.tags.map((tag) => ({ value: tag, label: tag }));
    if (name !== 'clock') return undefined;
    const clocks = new Map(matter.clocks.map(({ clock, title }) => [clock, local(title)]));
    return [...clocks].map(([value, label]) => ({ value, label }));
  };
}
