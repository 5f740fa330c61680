import { columnsOf } from '../../model/tables.ts';
import type { TableName } from '../../model/tables.ts';
import { readingsOf } from '../map/default-reading.ts';
import { readMapping } from '../map/parse-mapping.ts';
import type {
  PlanField,
  PlanRuleSource,
  PlanSource,
  SettingValue,
  SettingsSource,
} from '../map/plan-source.ts';
import { parseYaml } from '../map/yaml-node.ts';
import { flag, integer, listOf, objectOf, oneOf, recordOf, text } from '../map/yaml-shape.ts';
import type { Reader } from '../map/yaml-shape.ts';
import type { Adapter, Fingerprint, FingerprintColumn } from './adapter.ts';

/** Reads an adapter file; anything it does not understand stops with file, line and column. */
export function parseAdapter(source: string, fileName: string): Adapter {
  return readAdapter(parseYaml(source, fileName));
}

const conditions = recordOf(listOf(text));

/** A setting that fills a column of `plan` or `plan_rule`: its readings are that column's. */
function settingFor(table: TableName, column: string): Reader<SettingValue> {
  const shape = columnsOf(table).get(column);
  return objectOf<SettingValue>(
    {
      setting: text,
      json: text,
      as: oneOf(readingsOf(shape?.type ?? 'text')),
      codes: recordOf(shape?.values === undefined ? text : oneOf(shape.values)),
      when: conditions,
    },
    ['setting'],
  );
}

const planFields = objectOf<Partial<Record<PlanField, SettingValue>>>(
  {
    enabled: settingFor('plan', 'enabled'),
    levels_paid: settingFor('plan', 'levels_paid'),
    join_condition: settingFor('plan', 'join_condition'),
    join_price_minor: settingFor('plan', 'join_price_minor'),
    self_rebate: settingFor('plan', 'self_rebate'),
  },
  [],
);

const planRule = objectOf<PlanRuleSource>(
  {
    base: oneOf(columnsOf('plan_rule').get('base')?.values ?? []),
    depth: integer,
    rate: settingFor('plan_rule', 'rate'),
    amount_minor: settingFor('plan_rule', 'amount_minor'),
    tier: text,
    qualification: text,
    when: conditions,
  },
  ['base', 'depth'],
);

const readPlan = objectOf<PlanSource>(
  {
    plan_id: text,
    name: text,
    settings: objectOf<SettingsSource>(
      { table: text, key: text, value: text, where: recordOf(text) },
      ['table', 'key', 'value'],
    ),
    fields: planFields,
    rules: listOf(planRule),
  },
  ['plan_id', 'name', 'settings', 'fields', 'rules'],
);

const readAdapter = objectOf<Adapter>(
  {
    schema: oneOf(['polyprism.adapter/1']),
    software: objectOf<Adapter['software']>({ name: text, family: text, edition: text }, [
      'name',
      'family',
      'edition',
    ]),
    fingerprint: objectOf<Fingerprint>(
      {
        tables: listOf(text),
        columns: listOf(
          objectOf<FingerprintColumn>({ table: text, column: text, present: flag }, [
            'table',
            'column',
            'present',
          ]),
        ),
      },
      ['tables', 'columns'],
    ),
    mapping: readMapping,
    plan: readPlan,
  },
  ['schema', 'software', 'fingerprint', 'mapping'],
);
