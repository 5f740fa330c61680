import type { Localised } from '../../../../src/model/localised.ts';
import { useLanguage, useLocalised, useWords } from '../../app/language.ts';
import { CiteList } from '../../parts/CiteList.tsx';
import { SeverityTag } from '../../parts/SeverityTag.tsx';
import { StageTag } from '../../parts/StageTag.tsx';
import { standardsWords } from '../../text/standards.ts';
import { ProvisionLinks } from './ProvisionLinks.tsx';
import type { ComparedField, ProvisionVersion } from './provision-version.ts';
import { subjectText } from './subject-text.ts';
import { useCodeWords } from './use-code-words.ts';
import { useCiteText } from './use-cite-text.ts';
import { useDaysText } from './use-days-text.ts';
import { useFineText } from './use-fine-text.ts';
import { useReadText } from './use-read-text.ts';

interface Props {
  readonly version: ProvisionVersion;
  readonly field: ComparedField;
}

/** What a version says in one of its fields, in short: to stand beside another version's. */
export function VersionField({ version, field }: Props) {
  const say = useWords(standardsWords);
  const local = useLocalised();
  const language = useLanguage();
  const { bearersText, jurisdictionText } = useCodeWords();
  const readText = useReadText();
  switch (field) {
    case 'title':
    case 'law':
    case 'reading':
    case 'explain':
    case 'remedy':
      return local(version[field]);
    case 'exceptions':
    case 'false_positives':
      return <Points texts={version[field]} />;
    case 'status':
      return say(`maturity_${version.status}`);
    case 'severity':
      return <SeverityTag severity={version.severity} />;
    case 'stage':
      return <StageTag stage={version.stage} />;
    case 'finds':
      return say(`finds_${version.finds}`);
    case 'check':
      return say(`check_${version.check}`);
    case 'subject':
      return subjectText(version.subject, language);
    case 'jurisdiction':
      return jurisdictionText(version.jurisdiction);
    case 'duty_bearer':
      return bearersText(version.duty_bearer);
    case 'cites':
      return <CiteList cites={version.cites} note={readText} />;
    case 'related':
      return <ProvisionLinks standard={version.standard} ids={version.related} />;
    case 'test':
    case 'cannot_tell':
      return <code>{version[field] ?? say('nothing_said')}</code>;
    case 'reads':
      return <Reads version={version} />;
    case 'parameters':
      return <Parameters version={version} />;
    case 'fine':
      return <Fines version={version} />;
  }
}

type OfVersion = Pick<Props, 'version'>;

function Points({ texts }: { readonly texts: readonly Localised[] }) {
  const say = useWords(standardsWords);
  const local = useLocalised();
  return texts.length === 0 ? say('nothing_said') : texts.map(local).join('\n');
}

function Reads({ version: { reads } }: OfVersion) {
  const columns = reads.map(
    ({ table, required, optional }) =>
      `${table}: ${[...required, ...optional.map((name) => `${name}?`)].join(', ')}`,
  );
  return <code>{columns.join('\n')}</code>;
}

function Parameters({ version: { parameters } }: OfVersion) {
  const say = useWords(standardsWords);
  const citeText = useCiteText();
  const daysText = useDaysText();
  const { unitText } = useCodeWords();
  if (parameters.length === 0) return say('nothing_said');
  return parameters.flatMap(({ name, unit, values }) =>
    values.map((one) => (
      <p key={`${name} ${one.from}`}>
        <code>{name}</code> = <bdi>{String(one.value)}</bdi> {unitText(unit)}
        <br />
        <span className="soft">
          {daysText(one)} · {citeText(one.cite)}
        </span>
      </p>
    )),
  );
}

function Fines({ version: { fine } }: OfVersion) {
  const say = useWords(standardsWords);
  const citeText = useCiteText();
  const daysText = useDaysText();
  const fineText = useFineText();
  if (fine === null) return say('nothing_said');
  return fine.values.map((range) => (
    <p key={range.from}>
      {fineText(range, fine.currency)}
      <br />
      <span className="soft">
        {daysText(range)} · {citeText(range.cite)}
      </span>
    </p>
  ));
}
