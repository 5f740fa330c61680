import { newPack } from '../../packs/skeleton/new-pack.ts';
import type { Client } from '../../server/client.ts';
import { draftsCreate } from '../../server/contract/drafts.ts';
import { publicOpine } from '../../server/contract/editions.ts';
import { proposalsCreate, proposalsStep } from '../../server/contract/proposals.ts';
import { done, doneInTime } from './done.ts';
import type { Known } from './story.ts';

/** The association drafts a standard and puts it out for comment; returns the proposal's id. */
export async function proposeStandard(
  call: Client,
  publisher: string,
  { say, day }: Pick<Known, 'say' | 'day'>,
): Promise<string> {
  const files = [...newPack({ id: 'after-sale-service', publisher })].map(([name, text]) => ({
    name,
    text: text
      .replace('after-sale-service 标准', '社区团购售后服务规范')
      .replace('Standard of after-sale-service', 'After-sale service in community group buying'),
  }));
  const title = say('After-sale service, first draft', '社区团购售后服务规范（起草稿）');
  const draft = done(await call(draftsCreate, { body: { title, files } }));
  const reason = say(
    'Members refund in very different times; one term for all is to end the disputes.',
    '会员企业退款期限长短不一，拟以统一期限减少纠纷。',
  );
  const asked = { params: { draft_id: draft.draft_id }, body: { revision: draft.number, reason } };
  const { id, number } = await doneInTime(async () => call(proposalsCreate, asked));
  const step = { type: 'open', until: day(-12) } as const;
  const opened = { params: { proposal_id: id }, body: { expected: number, step } };
  done(await call(proposalsStep, opened));
  return id;
}

/** What the public says of it: a consumer under her name, a shop with a name it gives. */
export async function giveOpinions(
  proposal_id: string,
  anybody: Client,
  { say }: Pick<Known, 'say'>,
): Promise<void> {
  const opinions = [
    {
      name: say('Ms Lin', '林女士'),
      text: say(
        'Seven days are too long: the money should be back three days after the parcel is.',
        '七日偏长，建议自签收退货之日起三日内退款。',
      ),
    },
    {
      name: say('A member of the association', '某会员企业'),
      text: say(
        'Fresh food cannot be taken back; say which goods the term is about.',
        '生鲜商品不宜退货，建议写明适用的商品范围。',
      ),
    },
  ];
  for (const body of opinions) done(await anybody(publicOpine, { params: { proposal_id }, body }));
}
