import { useEffect, useRef, useState } from 'react';
import { sessionLink } from '../../../../src/server/contract/session.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useWords } from '../../app/language.ts';
import { ProblemLine } from '../../parts/ProblemLine.tsx';
import { signInWords } from '../../text/sign-in.ts';
import { hashToken } from './hash-token.ts';
import { OpenForm } from './OpenForm.tsx';
import { useEnter } from './use-enter.ts';

/** A consumer's one-time link: used once, at once. */
export default function LinkPage() {
  const say = useWords(signInWords);
  const enter = useEnter();
  const [token] = useState(() => hashToken('link'));
  const used = useRef(false);
  const link = useAsk(sessionLink, { done: enter });
  const { mutate } = link;
  useEffect(() => {
    if (token === null || used.current) return;
    used.current = true;
    mutate({ body: { token } });
  }, [token, mutate]);
  if (token === null) {
    return <OpenForm title={say('link_missing')} lead={say('link_missing_more')} children={null} />;
  }
  return (
    <OpenForm title={say('link_title')}>
      {link.error === null ? <p>{say('link_going')}</p> : <ProblemLine error={link.error} />}
    </OpenForm>
  );
}
