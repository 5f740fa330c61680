import type { Words } from './words.ts';

/** What differs between markets that speak English. */
type Local = Pick<Words, 'phone' | 'contact' | 'companyNo' | 'licenceNo'>;

const texts = {
  posts: [
    'A week of use: the size is as described.',
    'A few pictures after unpacking.',
    'This is how I wear it; the link is below.',
    'Washed twice, the colour has kept.',
  ],
  articles: [
    'How to read the dates on a food label.',
    'How cotton is washed without shrinking.',
    'Check the number of a parcel before you sign.',
  ],
  carriers: ['Bluebird Parcels (made up)', 'Stalk Freight (made up)', 'Cloudfoot (made up)'],
  praise: [
    'Well packed and as described.',
    'In use for a week, content.',
    'Quick parcel, questions were answered.',
    'A shade darker, the rest is fine.',
  ],
  doubts: ['Smaller than I thought, still useful.', 'Plain taste, good package.', 'Fair work.'],
};

export function wordsEn(local: Local, returnDays: number): Words {
  return {
    ...local,
    ...texts,
    platform: 'Greenstalk (a made-up platform)',
    rules: (n) => `Terms of service and trading rules, version ${n}`,
    plan: {
      name: 'Greenstalk referrals',
      statement:
        'Anyone may apply, nothing is paid to join; pay is for sales brought about, ' +
        'and one level above receives a share.',
      leader: 'leader',
      promoter: 'promoter',
      member: 'member',
    },
    operator(kind, first, trade, index) {
      if (kind === 'person') return `${first} ${trade} stall ${index}`;
      if (kind === 'individual_business') return `${first} ${trade} ${index}, sole trader`;
      return `${first} ${trade} ${index} Ltd. (made up)`;
    },
    address: (city, road, number) => `${number} ${road}, ${city}`,
    shop: (first, trade, index) => `${first} ${trade} shop ${index}`,
    liveRoom: (first, index) => `${first} live ${index}`,
    goods: (first, title) => `${first} ${title}`,
    aboutGoods: (title, text) => `${title}: ${text}`,
    manufacturer: (trade) => `${trade} Makers Ltd. (made up), 1 Mill Lane, Alderbrook`,
    responsible: (trade) => `${trade} Safety Ltd. (made up), 2 Mill Lane, Alderbrook`,
    session: (trade, n) => `${trade} live, no. ${n}`,
    basis: 'lowest price of the thirty days before',
    after_sale: {
      no_reason: 'changed my mind',
      unshipped: 'no longer wanted, not yet shipped',
      faulty: 'faulty',
      missing: 'a piece was missing',
      size: 'wrong size',
      excluded: 'perishable goods, excluded as confirmed for the order',
      late: `asked after more than ${returnDays} days; no fault in the goods`,
    },
    complaint: {
      description: 'not as described',
      elsewhere: 'not for this authority',
      dispute: 'after-sale dispute',
    },
    measure_reason: 'Rule 12: the goods do not match their description; screenshots enclosed',
    move_reason: 'asked by the member',
    incentive: 'commission on sales',
    said: [
      'First the size and the material, as the label has them.',
      'The price is the one on the page; there is no other offer.',
      `Returns are on the shop page, ${returnDays} days.`,
    ],
  };
}

export const firstsEn: readonly string[] = (
  'Alder Birch Clover Dale Elm Fern Glen Hazel Ivy Juniper ' +
  'Linden Maple Oak Poppy Rowan Sorrel Willow Yarrow'
).split(' ');
