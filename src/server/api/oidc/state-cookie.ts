import { behindTls } from '../../config.ts';
import type { Server } from '../../server.ts';

const age_s = 600;

/** The cookie that ties a way to the provider and back to one browser. */
export const stateCookie = {
  name: (tls: boolean): string => (tls ? '__Host-polyprism_oidc' : 'polyprism_oidc'),
  set: (server: Server, state: string): Record<string, string> => {
    const tls = behindTls(server.config);
    const value = `${stateCookie.name(tls)}=${state}; Path=/; HttpOnly; SameSite=Lax`;
    return { 'set-cookie': `${value}; Max-Age=${age_s}${tls ? '; Secure' : ''}` };
  },
};
