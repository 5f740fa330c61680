import { Button, Select } from 'antd';
import { faces as allFaces } from '../../../../src/model/matter.ts';
import type { Face, MatterKind } from '../../../../src/model/matter.ts';
import { useWords } from '../../app/language.ts';
import { matterWords } from '../../text/matters.ts';
import styles from './NewMatterPage.module.css';
import field from './DataField.module.css';
import { openings } from './openings.ts';
import { useNames } from './use-names.ts';

export interface SideValue {
  readonly face: Face;
  /** Empty until it is chosen. */
  readonly tenant_id: string;
}

export const isFilled = ({ tenant_id }: SideValue): boolean => tenant_id !== '';

interface Props {
  readonly kind: MatterKind;
  readonly own: Face;
  readonly sides: readonly SideValue[];
  readonly set: (sides: readonly SideValue[]) => void;
  readonly missing: boolean;
}

/** The other sides of a new matter: of each kind, offices of the parties it has a place for. */
export function SideFields({ kind, own, sides, set, missing }: Props) {
  const say = useWords(matterWords);
  const { tenants } = useNames();
  const { faces } = openings[kind];
  // A matter has one owner.
  const offered = allFaces.filter(
    (face) => faces[face]?.some((one) => one !== 'consumer') && (face !== 'owner' || own !== face),
  );
  const first = offered.find((face) => face !== 'owner');
  const change = (at: number, next: Partial<SideValue>): void =>
    set(sides.map((side, i) => (i === at ? { ...side, ...next } : side)));
  return (
    <fieldset className={styles['sides']}>
      <legend>{say('sides_other')}</legend>
      {sides.map(({ face, tenant_id }, i) => (
        // Rows have no names of their own.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={i} className={styles['side']}>
          <Select<Face>
            aria-label={say('side')}
            value={face}
            options={offered.map((value) => ({ value, label: say(`face_${value}`) }))}
            onChange={(next) => change(i, { face: next, tenant_id: '' })}
          />
          <Select<string>
            aria-label={say('side_office', { face: say(`face_${face}`) })}
            showSearch={{ optionFilterProp: 'label' }}
            value={tenant_id === '' ? null : tenant_id}
            placeholder={say('side_choose')}
            options={tenants
              .filter(({ party }) => faces[face]?.includes(party))
              .map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(next) => change(i, { tenant_id: next })}
          />
          <Button
            aria-label={say('side_remove', { number: i + 1 })}
            onClick={() => set(sides.toSpliced(i, 1))}
          >
            ×
          </Button>
        </div>
      ))}
      {missing && (
        <p className={field['fault']} role="alert">
          {say('side_missing')}
        </p>
      )}
      {first !== undefined && (
        <Button onClick={() => set([...sides, { face: first, tenant_id: '' }])}>
          {say('side_add')}
        </Button>
      )}
    </fieldset>
  );
}
