/** Pages for everybody go by the day of the law of most that is published. */
export const public_zone = 'Asia/Shanghai';
