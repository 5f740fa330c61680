import { PictureOutlined } from '@ant-design/icons';
import { App, Button, Select } from 'antd';
import { useState } from 'react';
import { grouped } from '../../../../src/model/money-text.ts';
import { problemOf } from '../../api/problem-error.ts';
import { useLanguage, useWords } from '../../app/language.ts';
import { Field } from '../../parts/Field.tsx';
import { networkWords } from '../../text/network.ts';
import { colourings, isKnown } from './colouring.ts';
import type { Colouring } from './colouring.ts';
import type { Style } from './layer.ts';
import { MemberSearch } from './MemberSearch.tsx';
import styles from './NetworkPage.module.css';
import { pictureOf } from './picture-of.ts';
import type { PictureView } from './picture-view.ts';
import { saveFile } from './save-file.ts';
import type { Ground } from './tree-of.ts';
import type { Network } from './use-explorer.ts';

interface Props {
  readonly ground: Ground;
  readonly network: Network;
  readonly style: Style;
  readonly view: PictureView | null;
  readonly as_of: string;
  readonly colouring: Colouring;
  readonly setColouring: (colouring: Colouring) => void;
  readonly choose: (member_id: string) => void;
}

/** Above the picture: whom to look for, what colours tell, and the picture as a file. */
export function Tools(props: Props) {
  const { ground, network, colouring, setColouring, choose } = props;
  const say = useWords(networkWords);
  return (
    <div className={styles['tools']}>
      <MemberSearch ground={ground} choose={choose} />
      <Field label={say('colouring')}>
        {(id) => (
          <Select<Colouring>
            id={id}
            value={colouring}
            onChange={setColouring}
            options={colourings
              .filter((one) => isKnown(network.explorer.index, one))
              .map((one) => ({ value: one, label: say(`colouring_${one}`) }))}
          />
        )}
      </Field>
      <SavePicture {...props} />
    </div>
  );
}

function SavePicture({ ground, network, style, view, as_of }: Props) {
  const say = useWords(networkWords);
  const language = useLanguage();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const save = (): void => {
    if (view === null) return;
    setBusy(true);
    const members = grouped(network.explorer.index.members);
    const title = say('picture_told', { title: say('title'), day: as_of, members });
    pictureOf(network, view.seen(), style, title)
      .then((blob) => saveFile(blob, `network-${ground.params.tree}-${as_of}.png`))
      .catch((error: unknown) => void message.error(problemOf(error)[language]))
      .finally(() => setBusy(false));
  };
  return (
    <Button icon={<PictureOutlined />} loading={busy} disabled={view === null} onClick={save}>
      {say('save_picture')}
    </Button>
  );
}
