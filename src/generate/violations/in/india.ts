import type { Violation } from '../violation.ts';

/** One for each provision of pack in. */
export const indiaViolations: readonly Violation[] = [
  {
    provision: 'in.directselling.pyramid',
    version: '2021-12-28',
    // The network has three levels as it is; now somebody is paid for bringing a member.
    plant(scene) {
      scene.copy('commission', ({ status }) => status === 'accrued', {
        kind: 'recruit',
        order_id: null,
        accrued_at: scene.on('2026-05-12'),
      });
      return 'data_set';
    },
  },
];
