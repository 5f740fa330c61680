import { after, on } from './day.ts';
import type { Row } from '../../lawful/row.ts';
import type { Scene } from '../scene.ts';
import type { Violation } from '../violation.ts';

/** Texts in which a term of the pack's lists says what it may not. */
export const wordViolations: readonly Violation[] = [
  {
    provision: 'cn.adlaw.art16',
    version: '2015-09-01',
    plant: (scene) =>
      scene.copy('listing', inShop('家居'), {
        category: '医疗器械/家用',
        ad_review_no: '械广审(文)第990000-00001号',
        claims: '无效退款，放心购买。',
      }),
  },
  {
    provision: 'cn.adlaw.art46',
    version: '2015-09-01',
    plant: (scene) =>
      scene.copy('listing', inShop('家居'), { category: '医疗器械/家用', ad_review_no: '' }),
  },
  {
    provision: 'cn.adlaw.art17.content',
    version: '2015-09-01',
    plant: (scene) => post(scene, '用了两周，治疗失眠很管用。'),
  },
  {
    provision: 'cn.adlaw.art9-3.content',
    version: '2015-09-01',
    plant: (scene) => post(scene, '全国第一的收纳筐，就是它。'),
  },
  {
    provision: 'cn.crplreg.art15',
    version: '2024-07-01',
    plant: (scene) =>
      scene.change(
        'content',
        (row) => row.kind === 'article' && after(row.published_at, '2024-07-01'),
        {
          body: '给爸妈吃这个，增强免疫力。',
        },
      ),
  },
  {
    provision: 'cn.fsl.art73',
    version: '2015-10-01',
    plant: (scene) => scene.change('listing', inShop('食品'), { claims: '每天一碗，美容养颜。' }),
  },
  {
    provision: 'cn.iad.art8',
    version: '2023-05-01',
    plant(scene) {
      const listing_id = scene.copy('listing', inShop('食品'), {
        category: '保健食品/营养',
        ad_review_no: '食健广审(文)第990000-00001号',
      });
      return scene.copy('content', isPost, { listing_id, body: '养生小知识：早睡早起。' });
    },
  },
  {
    provision: 'cn.netaucl.art9.message',
    version: '2024-09-01',
    plant: (scene) =>
      scene.copy(
        'content',
        (row) => row.kind === 'message' && after(row.published_at, '2024-09-01'),
        {
          body: '收到货给五星好评，返现五元，找客服领取。',
        },
      ),
  },
  {
    provision: 'cn.netaucl.art9.offer',
    version: '2024-09-01',
    plant: (scene) => scene.change('listing', inShop('家居'), { claims: '晒图返现，先到先得。' }),
  },
];

function isPost(row: Row<'content'>): boolean {
  return row.kind === 'post' && after(row.published_at, '2024-09-01');
}

function inShop(category: string): (row: Row<'listing'>) => boolean {
  return (row) => row.status === 'on' && String(row.category).startsWith(category);
}

/** A post that says so of household goods. */
function post(scene: Scene, body: string): string {
  const { listing_id = null } = scene.find('listing', inShop('家居'));
  return scene.copy('content', isPost, {
    listing_id,
    body,
    published_at: on('2026-05-12'),
    archived_until: '2029-06-30',
  });
}
