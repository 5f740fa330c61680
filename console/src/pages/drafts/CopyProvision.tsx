import { Button, Select } from 'antd';
import { useState } from 'react';
import {
  standardsFiles,
  standardsList,
  standardsRead,
} from '../../../../src/server/contract/standards.ts';
import { useAsked } from '../../api/use-asked.ts';
import { useLocalised, useWords } from '../../app/language.ts';
import { Field } from '../../parts/Field.tsx';
import { ProblemLine } from '../../parts/ProblemLine.tsx';
import { draftsWords } from '../../text/drafts.ts';
import { idInPack, packIdOf, provisionOf, withCopied } from './draft-files.ts';
import type { DraftFile } from './draft-files.ts';
import styles from './Drafts.module.css';

interface Props {
  readonly files: readonly DraftFile[];
  readonly setFiles: (files: DraftFile[]) => void;
  readonly choose: (file: string) => void;
}

/** A provision of the law library to begin with: its cases come along, and what it reads. */
export function CopyProvision({ files, setFiles, choose }: Props) {
  const say = useWords(draftsWords);
  const local = useLocalised();
  const [standard, setStandard] = useState<string | null>(null);
  const [provision, setProvision] = useState<string | null>(null);
  const { packs, pack, copied } = useLibrary(standard, provision);
  const id = provision === null ? '' : idInPack(provision, packIdOf(files));
  const isThere = files.some(({ name }) => provisionOf(name) === id);
  // Later versions stand behind earlier ones.
  const titles = new Map((pack.data?.provisions ?? []).map((one) => [one.id, one.title]));
  const add = (): void => {
    if (copied.data === undefined) return;
    const next = withCopied(files, copied.data);
    setFiles([...next]);
    choose(next.find(({ name }) => provisionOf(name) === id && name.endsWith('.md'))?.name ?? '');
  };
  return (
    <div>
      <div className={styles['tools']}>
        <Field label={say('copy_pack')}>
          {(field) => (
            <Select
              id={field}
              value={standard}
              onChange={(value: string) => {
                setStandard(value);
                setProvision(null);
              }}
              options={(packs.data?.items ?? []).map((one) => ({
                value: one.id,
                label: local(one.title),
              }))}
            />
          )}
        </Field>
        <Field label={say('copy_provision')}>
          {(field) => (
            <Select
              id={field}
              showSearch={{ optionFilterProp: 'label' }}
              value={provision}
              disabled={pack.data === undefined}
              onChange={setProvision}
              options={[...titles].map(([value, title]) => ({
                value,
                label: `${local(title)} (${value})`,
              }))}
            />
          )}
        </Field>
        <Button
          disabled={provision === null || isThere || copied.data === undefined}
          loading={copied.isLoading}
          onClick={add}
        >
          {say('copy_do')}
        </Button>
      </div>
      <p className="hint soft">
        {isThere && provision !== null ? say('copy_there', { id }) : say('copy_hint')}
      </p>
      <ProblemLine error={packs.error ?? pack.error ?? copied.error} />
    </div>
  );
}

/** All packs, the one chosen, and what the provision chosen takes. */
function useLibrary(standard: string | null, provision: string | null) {
  const params = { standard: standard ?? '', provision: provision ?? '' };
  const isChosen = standard !== null;
  return {
    packs: useAsked(standardsList, { headers: {} }),
    pack: useAsked(
      standardsRead,
      { params: { standard: params.standard }, headers: {} },
      { enabled: isChosen },
    ),
    copied: useAsked(
      standardsFiles,
      { params, headers: {} },
      { enabled: isChosen && provision !== null },
    ),
  };
}
