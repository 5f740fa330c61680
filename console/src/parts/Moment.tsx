import { instantText } from './instant-text.ts';

interface Props {
  /** A legal day `YYYY-MM-DD`, shown as it is; or an instant (UTC), shown in the viewer's zone. */
  readonly at: string;
}

/** A day of law belongs to its place and has no hour; an instant has, with seconds on hover. */
export function Moment({ at }: Props) {
  if (/^\d{4}-\d\d-\d\d$/.test(at)) return <time dateTime={at}>{at}</time>;
  const { short, exact } = instantText(new Date(at));
  return (
    <time dateTime={at} title={exact}>
      {short}
    </time>
  );
}
