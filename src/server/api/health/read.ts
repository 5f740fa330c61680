import {
  aboutRead,
  contractRead,
  healthRead,
  metricsRead,
  readinessRead,
} from '../../contract/health.ts';
import { PolyprismError } from '../../../model/issue.ts';
import { isWithin } from '../../http/client-address.ts';
import { openApiDocument } from '../../openapi.ts';
import { handle } from '../../server.ts';
import { isSetUp } from '../setup/is-set-up.ts';

const health = handle(healthRead)(async () => ({ status: 200, body: { status: 'ok' } }));

const readiness = handle(readinessRead)(async ({ server }) =>
  !server.stopping.aborted && (await server.ready())
    ? { status: 200, body: { status: 'ok' } }
    : { status: 503, body: { status: 'unavailable' } },
);

const about = handle(aboutRead)(async ({ caller, server: { store, config, version, laws } }) => ({
  status: 200,
  body: {
    version,
    set_up: await isSetUp(store),
    single_sign_on: config.oidc !== null,
    second_factor: config.second_factor,
    jurisdictions: [...laws.keys()],
    signed_in: caller !== null,
  },
}));

const loopback = ['127.0.0.0/8', '::1'];

const metrics = handle(metricsRead)(async ({ server, request }) => {
  if (!isWithin(request.address, loopback)) throw new PolyprismError('http.not_found');
  const text = await server.metrics.registry.metrics();
  return {
    status: 200,
    headers: { 'content-type': server.metrics.registry.contentType },
    bytes: new Blob([text]).stream(),
  };
});

/** Made once: anyone may ask for it, and making it takes a hundred times as long as sending it. */
const documents = new Map<string, ReturnType<typeof openApiDocument>>();

const contract = handle(contractRead)(async ({ server: { version } }) => {
  const document = documents.get(version) ?? openApiDocument(version);
  documents.set(version, document);
  return { status: 200, body: { openapi: '3.1.0', ...document } };
});

/** What machines ask about the server itself. */
export const healthHandlings = [health, readiness, about, metrics, contract];
