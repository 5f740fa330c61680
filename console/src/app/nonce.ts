/** The nonce of this page's answer: a style that is written while it runs has to carry it. */
export const nonce = document.querySelector<HTMLElement>('meta[property=csp-nonce]')?.nonce ?? '';

/**
 * Gives it to every style element there will be. antd hands it to most of its own, but not to
 * those that lock scrolling behind a dialog (@rc-component/util, dynamicCSS). Scripts are the
 * server's own files alone, so nobody gets a style past the policy by this.
 */
export function giveNonce(): void {
  const create = document.createElement.bind(document);
  const withNonce = (name: string, options?: ElementCreationOptions): HTMLElement => {
    const element = create(name, options);
    if (name === 'style') element.nonce = nonce;
    return element;
  };
  Object.assign(document, { createElement: withNonce });
}
