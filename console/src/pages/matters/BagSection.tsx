import { DownloadOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link } from 'react-router';
import { bagsRead } from '../../../../src/server/contract/bags.ts';
import { call } from '../../api/call.ts';
import { useWords } from '../../app/language.ts';
import { ProblemLine } from '../../parts/ProblemLine.tsx';
import { matterWords } from '../../text/matters.ts';
import styles from './BagSection.module.css';

/** The evidence as one's side is shown it, sealed, and how anybody verifies it. */
export function BagSection({ matter_id }: { readonly matter_id: string }) {
  const say = useWords(matterWords);
  const load = useMutation({
    mutationFn: async () => {
      const { response } = await call(bagsRead, { params: { matter_id } });
      const named = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '');
      save(await response.blob(), named?.[1] ?? `${matter_id}.zip`);
    },
  });
  return (
    <section className={styles['bag']}>
      <h2>{say('bag')}</h2>
      <p className="soft">{say('bag_more')}</p>
      <Button icon={<DownloadOutlined />} loading={load.isPending} onClick={() => load.mutate()}>
        {say('bag_load')}
      </Button>
      <ProblemLine error={load.error} />
      <p>
        <Link to="/public/verify">{say('bag_verify')}</Link>
      </p>
    </section>
  );
}

function save(bytes: Blob, name: string): void {
  const url = URL.createObjectURL(bytes);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
