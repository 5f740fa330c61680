import { FilterOutlined } from '@ant-design/icons';
import { Button, Drawer, Input, Select } from 'antd';
import { useState } from 'react';
import { useIsWide } from '../app/look.ts';
import { useWords } from '../app/language.ts';
import { filterWords } from '../text/filters.ts';
import { Field } from './Field.tsx';
import styles from './FilterBar.module.css';
import type { Filters } from './use-filters.ts';

export interface Filter<N extends string = string> {
  /** Its name in the address, and most often in the query of the route. */
  readonly name: N;
  readonly title: string;
  /** What can be chosen; left out, it is a text. */
  readonly options?: readonly { readonly value: string; readonly label: string }[];
}

interface Props<N extends string> {
  readonly filters: readonly Filter<N>[];
  readonly state: Filters<N>;
}

/** Filters left of a list where there is room, in a drawer on phones; their state is the URL. */
export function FilterBar<N extends string>({ filters, state }: Props<N>) {
  const say = useWords(filterWords);
  const isWide = useIsWide();
  const [open, setOpen] = useState(false);
  const set = filters.filter(({ name }) => state.values[name] !== undefined).length;
  const fields = (
    <div className="fields">
      {filters.map((filter) => (
        <OneFilter key={filter.name} filter={filter} state={state} />
      ))}
      <Button disabled={set === 0} onClick={state.clear}>
        {say('clear')}
      </Button>
    </div>
  );
  if (isWide) {
    return (
      <aside aria-label={say('filters')} className={styles['side']}>
        {fields}
      </aside>
    );
  }
  return (
    <>
      <Button icon={<FilterOutlined />} onClick={() => setOpen(true)} className={styles['button']}>
        {set === 0 ? say('filters') : say('filters_set', { count: set })}
      </Button>
      <Drawer
        open={open}
        onClose={() => setOpen(false)}
        title={say('filters')}
        placement="bottom"
        size="auto"
      >
        {fields}
      </Drawer>
    </>
  );
}

interface OneProps<N extends string> {
  readonly filter: Filter<N>;
  readonly state: Filters<N>;
}

function OneFilter<N extends string>({ filter, state }: OneProps<N>) {
  const { name, title, options } = filter;
  const value = state.values[name];
  if (options === undefined) {
    return (
      <Field label={title}>
        {(id) => (
          <Input
            key={value}
            id={id}
            allowClear
            defaultValue={value}
            onPressEnter={(event) => state.set(name, event.currentTarget.value.trim())}
            onBlur={(event) => state.set(name, event.currentTarget.value.trim())}
            onClear={() => state.set(name, '')}
          />
        )}
      </Field>
    );
  }
  return (
    <Field label={title}>
      {(id) => (
        <Select
          id={id}
          allowClear
          value={value ?? null}
          options={[...options]}
          onChange={(next: string | null | undefined) => state.set(name, next ?? '')}
        />
      )}
    </Field>
  );
}
