import {
  CustomerEvent,
  EventBus,
  JobQueueService,
  Logger,
  OrderService,
  OrderStateTransitionEvent,
  PluginCommonModule,
  ProductEvent,
  ProductService,
  RefundStateTransitionEvent,
  VendurePlugin,
} from '@vendure/core';
import { Inject } from '@nestjs/common';

const name = 'PolyprismPlugin';

/** Tries of one message: the job queue's `backoffStrategy` says how long it waits between them. */
const tries = 10_000;

/** How long Polyprism may take for its answer. */
const answer_ms_max = 15_000;

/**
 * Tells Polyprism what happens in a Vendure shop: who joined and who recruited them, offers, orders
 * paid and sent, money given back. Names, addresses, mails and telephones stay in the shop. A
 * message is a job: it is sent until Polyprism has acknowledged it, and sent twice does no harm.
 */
export class PolyprismPlugin {
  static options = { url: '', key: '' };

  /** `url`: `https://…/api/v1/hooks/vendure`; `key`: an API key with the scope `events:write`. */
  static init(options) {
    PolyprismPlugin.options = options;
    return PolyprismPlugin;
  }

  constructor(bus, jobs, orders, products) {
    Object.assign(this, { bus, jobs, orders, products });
  }

  async onApplicationBootstrap() {
    const queue = await this.jobs.createQueue({
      name: 'polyprism',
      process: async ({ data }) => {
        await send(data).catch((error) => {
          Logger.warn(error.message, name);
          throw error;
        });
      },
    });
    const tell = async (message) => void (await queue.add(message, { retries: tries }));
    const on = (type, made) =>
      this.bus.ofType(type).subscribe((event) => {
        made(event)
          .then(async (message) => message && (await tell(message)))
          .catch((error) => Logger.error(`not told: ${error.message}`, name));
      });
    on(CustomerEvent, async ({ type, entity }) =>
      type === 'created' ? { type: 'CustomerCreated', customer: customerOf(entity) } : null,
    );
    on(ProductEvent, async ({ ctx, type, entity }) => {
      if (type === 'deleted') return null;
      const product = await this.products.findOne(ctx, entity.id);
      return product && { type: 'ProductChanged', product: productOf(product) };
    });
    on(OrderStateTransitionEvent, async ({ ctx, toState, order, createdAt }) => {
      if (!toldStates.has(toState)) return null;
      const whole = await this.orders.findOne(ctx, order.id);
      return whole && { type: `Order${toState}`, at: createdAt, order: orderOf(whole) };
    });
    on(RefundStateTransitionEvent, async ({ toState, order, refund, createdAt }) =>
      toState === 'Settled'
        ? {
            type: 'RefundSettled',
            at: createdAt,
            order: { code: order.code },
            refund: refundOf(refund),
          }
        : null,
    );
  }
}

const toldStates = new Set(['PaymentSettled', 'Shipped', 'Delivered', 'Cancelled']);

const customerOf = ({ id, createdAt, customFields }) => ({
  id: String(id),
  createdAt,
  referredBy: customFields?.referredBy || null,
});

const productOf = ({ id, name: title, description, createdAt, updatedAt }) => ({
  id: String(id),
  // Each version of an offer is an event of its own.
  version: `${id}-${new Date(updatedAt).toISOString()}`,
  title,
  // Vendure's descriptions are HTML: what is judged is what people read.
  description: description.replaceAll(/<[^<>]*>/g, ' '),
  createdAt,
  updatedAt,
});

const orderOf = ({ code, customer, orderPlacedAt, totalWithTax, currencyCode, lines }) => ({
  code,
  customerId: customer ? String(customer.id) : null,
  placedAt: orderPlacedAt,
  totalMinor: totalWithTax,
  currency: currencyCode,
  lines: lines.map(({ id, quantity, productVariant, proratedUnitPriceWithTax }) => ({
    id: String(id),
    productId: String(productVariant.productId),
    title: productVariant.name,
    quantity,
    priceMinor: proratedUnitPriceWithTax,
  })),
});

const refundOf = ({ id, total, reason, createdAt }) => ({
  id: String(id),
  totalMinor: total,
  reason: reason || null,
  createdAt,
});

/** Throws where it was not acknowledged, so that the job is tried again. */
async function send(message) {
  const { url, key } = PolyprismPlugin.options;
  const answer = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify(message),
    signal: AbortSignal.timeout(answer_ms_max),
    redirect: 'error',
  });
  const { items = [], code = '' } = await answer.json();
  if (!answer.ok) throw new Error(`${message.type}: ${answer.status} ${code}`);
  // Refused for what it says: sent again it would be refused again.
  for (const { status, id, code, en } of items) {
    if (status === 'refused') Logger.error(`${message.type} ${id}: ${code} ${en}`, name);
  }
}

// Decorators without their syntax, so that the file runs as it is.
for (const [place, token] of [EventBus, JobQueueService, OrderService, ProductService].entries()) {
  Inject(token)(PolyprismPlugin, undefined, place);
}
VendurePlugin({
  imports: [PluginCommonModule],
  compatibility: '^3.0.0',
  configuration: (config) => {
    config.customFields.Customer.push({
      name: 'referredBy',
      type: 'string',
      nullable: true,
      label: [
        { languageCode: 'en', value: 'Referred by (id of a customer)' },
        { languageCode: 'zh', value: '推荐人（顾客编号）' },
      ],
    });
    return config;
  },
})(PolyprismPlugin);
