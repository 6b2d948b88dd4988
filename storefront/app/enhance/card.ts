/** As much of Stripe.js as the page uses; it comes from Stripe and is never bundled. */
type StripeElements = {
  create(
    kind: "payment",
    options?: object,
  ): { mount(place: HTMLElement): void; on(event: "ready" | "loaderror", then: () => void): void };
};
type StripeResult = {
  error?: { message?: string; type?: string };
  paymentIntent?: { status: string };
};
type Stripe = {
  elements(options: { clientSecret: string; locale: string; appearance?: object }): StripeElements;
  confirmPayment(options: {
    elements: StripeElements;
    confirmParams: { return_url: string };
    redirect: "if_required";
  }): Promise<StripeResult>;
};
declare global {
  interface Window {
    Stripe?: (key: string) => Stripe;
  }
}

/**
 * `[data-card]`: puts Stripe's own fields into the page and pays with what is typed. What Stripe says
 * of a card is shown as it is; `look` asks the server whether the money has come.
 */
export function init(panel: HTMLElement, look: () => Promise<boolean>): void {
  const form = panel.querySelector<HTMLFormElement>("form[data-card]");
  const place = form?.querySelector<HTMLElement>("[data-card-fields]");
  const button = form?.querySelector<HTMLButtonElement>("[data-card-pay]");
  if (!form || !place || !button) return;
  // The bank's page has just sent the buyer back: the money may be there already.
  const back = new URLSearchParams(window.location.search);
  if (back.get("redirect_status") === "failed") say(form, form.dataset.refused);
  else if (back.has("payment_intent")) void look();
  open(form, place, button).then(
    (pay) => payByPress({ form, button, pay, look }),
    () => say(form, form.dataset.failed),
  );
}

function say(form: HTMLFormElement, sentence: string | undefined) {
  const fault = form.querySelector("[data-card-fault]");
  if (fault) fault.textContent = sentence ?? "";
}

type Pay = () => Promise<StripeResult>;

async function open(
  form: HTMLFormElement,
  place: HTMLElement,
  button: HTMLButtonElement,
): Promise<Pay> {
  const { key = "", secret = "", script = "", return: here = "" } = form.dataset;
  await load(script);
  const stripe = window.Stripe?.(key);
  if (!stripe) throw new Error("Stripe's script did not start.");
  const elements = stripe.elements({
    clientSecret: secret,
    locale: document.documentElement.lang === "en" ? "en" : "vi",
  });
  const fields = elements.create("payment");
  fields.on("ready", () => {
    place.removeAttribute("aria-busy");
    button.disabled = false;
  });
  fields.on("loaderror", () => say(form, form.dataset.failed));
  place.replaceChildren();
  fields.mount(place);
  const return_url = new URL(here, window.location.href).href;
  return () =>
    stripe.confirmPayment({ elements, confirmParams: { return_url }, redirect: "if_required" });
}

function load(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(address));
    document.head.append(script);
  });
}

function payByPress(facts: {
  form: HTMLFormElement;
  button: HTMLButtonElement;
  pay: Pay;
  look: () => Promise<boolean>;
}) {
  const { form, button, pay, look } = facts;
  const words = button.textContent;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (button.disabled) return;
    button.disabled = true;
    button.textContent = form.dataset.paying ?? words;
    say(form, "");
    const { error } = await pay().catch((): StripeResult => ({ error: {} }));
    if (error) say(form, error.message ?? form.dataset.refused);
    else if (await look()) return;
    button.disabled = false;
    button.textContent = words;
  });
}
