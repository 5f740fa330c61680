import {
  dictionary,
  day,
  list,
  maybe,
  needed,
  nullable,
  numberOrText,
  oneOf,
  record,
  text,
  wholeNumber,
} from './yaml-shape.ts';

export const localised = record({ zh: needed(text()), en: needed(text()) });

export const url = text(/^https?:\/\/\S+$/, 'https://… | null');
export const confidence = oneOf('verified', 'verified_secondary', 'memory');

export const citation = record({
  law: needed(localised),
  article: needed(text()),
  rank: needed(
    oneOf('law', 'administrative_regulation', 'departmental_rule', 'judicial_opinion', 'standard'),
  ),
  url: needed(nullable(url)),
  checked: needed(day),
  confidence: needed(confidence),
});

const parameter = record({
  unit: needed(text()),
  values: needed(
    list(
      record({
        from: needed(day),
        to: needed(nullable(day)),
        value: needed(numberOrText),
        cite: needed(text()),
      }),
      1,
    ),
  ),
});

const fine = record({
  currency: needed(text(/^[A-Z]{3}$/, 'CNY')),
  values: needed(
    list(
      record({
        from: needed(day),
        to: needed(nullable(day)),
        min: needed(wholeNumber),
        max: needed(nullable(wholeNumber)),
        cite: needed(text()),
      }),
      1,
    ),
  ),
});

/** Lower-case words joined by dots. */
export const idForm = /^[a-z0-9][a-z0-9_-]*(\.[a-z0-9_-]+)*$/;

/** `id` of a provision or pack. */
export const id = text(idForm, 'lower.case.id');

export const versionText = text(/^\d+\.\d+\.\d+$/, '1.2.3');

/** The front matter of a provision, exactly: what is not here is an error. */
export const frontMatter = record({
  id: needed(id),
  title: needed(localised),
  status: needed(oneOf('experimental', 'tested', 'stable', 'superseded')),
  severity: needed(oneOf('high', 'medium', 'low')),
  cites: needed(list(citation, 1)),
  in_force: needed(record({ from: needed(day), to: needed(nullable(day)) })),
  jurisdiction: needed(text()),
  duty_bearer: needed(list(text(/^[a-z_]+$/, 'snake_case'), 1)),
  stage: needed(oneOf('pre', 'in', 'after')),
  subject: needed(text(/^[a-z_]+$/, 'table | data_set')),
  check: needed(oneOf('set', 'row')),
  finds: maybe(oneOf('breach', 'indication', 'fact')),
  reads: needed(
    dictionary(list(text(/^[a-z_][a-z0-9_]*\??$/, 'column | column?'), 1), /^[a-z_]+$/),
  ),
  parameters: maybe(dictionary(parameter, /^[a-z][a-z0-9_]*$/)),
  exceptions: maybe(list(localised, 0)),
  false_positives: maybe(list(localised, 0)),
  remedy: needed(localised),
  fine: maybe(fine),
  related: maybe(list(text(), 0)),
});

export const packHead = record({
  id: needed(id),
  version: needed(versionText),
  publisher: needed(text()),
  title: needed(localised),
  jurisdiction: needed(text()),
  time_zone: needed(text(/^[A-Za-z_]+(\/[A-Za-z_+-]+)*$/, 'Asia/Shanghai')),
  currency: maybe(text(/^[A-Z]{3}$/, 'CNY | USD | EUR')),
});
