import {
  bootstrap,
  ChannelService,
  DefaultLogger,
  dummyPaymentHandler,
  JobQueueService,
  LogLevel,
  RequestContextService,
} from '@vendure/core';
import { populateInitialData } from '@vendure/core/cli/index.js';
import { PolyprismPlugin } from './polyprism-plugin.mjs';

/**
 * A shop for trying it out: all in memory, gone when it ends. POLYPRISM_URL is the address of the
 * mapping, POLYPRISM_KEY the API key, PORT where it listens on this machine alone.
 */
const port = Number(process.env.PORT ?? 3_000);

const app = await bootstrap({
  apiOptions: { hostname: '127.0.0.1', port, adminApiPath: 'admin-api', shopApiPath: 'shop-api' },
  authOptions: {
    requireVerification: false,
    tokenMethod: 'bearer',
    superadminCredentials: { identifier: 'superadmin', password: 'superadmin' },
  },
  dbConnectionOptions: { type: 'sqljs', synchronize: true, logging: false },
  paymentOptions: { paymentMethodHandlers: [dummyPaymentHandler] },
  logger: new DefaultLogger({ level: LogLevel.Warn, timestamp: false }),
  plugins: [
    PolyprismPlugin.init({ url: process.env.POLYPRISM_URL, key: process.env.POLYPRISM_KEY }),
  ],
});
await populateInitialData(app, {
  defaultLanguage: 'zh',
  defaultZone: 'Asia',
  countries: [{ code: 'CN', name: '中国', zone: 'Asia' }],
  taxRates: [{ name: '标准税率', percentage: 13 }],
  shippingMethods: [{ name: '快递', price: 800 }],
  paymentMethods: [
    {
      name: '测试支付',
      handler: {
        code: dummyPaymentHandler.code,
        arguments: [{ name: 'automaticSettle', value: 'true' }],
      },
    },
  ],
  collections: [],
});
const ctx = await app.get(RequestContextService).create({ apiType: 'admin' });
await app.get(ChannelService).update(ctx, {
  id: ctx.channelId,
  availableCurrencyCodes: ['CNY'],
  defaultCurrencyCode: 'CNY',
});
await app.get(JobQueueService).start();
console.log(`ready http://127.0.0.1:${port}`);
const end = async () => {
  await app.close();
  process.exit(0);
};
process.once('SIGTERM', end);
process.once('SIGINT', end);
