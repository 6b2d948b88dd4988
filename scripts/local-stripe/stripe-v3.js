// SIMULATOR of Stripe.js, as much of it as a card form needs. No real money is moved.
(() => {
  const base = new URL(document.currentScript.src).origin;
  const WORDS = {
    vi: {
      sign: "TRÌNH MÔ PHỎNG: không phải Stripe thật, không trừ tiền thật",
      number: "Số thẻ",
      expiry: "Ngày hết hạn (tháng/năm)",
      cvc: "Mã bảo mật (CVC)",
      incomplete_number: "Số thẻ của bạn chưa đầy đủ.",
      incorrect_number: "Số thẻ của bạn không hợp lệ.",
      incomplete_expiry: "Ngày hết hạn của thẻ chưa đầy đủ.",
      invalid_expiry_year_past: "Thẻ của bạn đã hết hạn.",
      incomplete_cvc: "Mã bảo mật của thẻ chưa đầy đủ.",
      generic_decline: "Thẻ của bạn đã bị từ chối.",
      insufficient_funds: "Thẻ của bạn không đủ số dư.",
      test_mode_live_card: "Thẻ bị từ chối: đây là trình mô phỏng, chỉ nhận thẻ thử.",
      api_connection_error: "Không kết nối được với trình mô phỏng Stripe. Hãy thử lại.",
    },
    en: {
      sign: "SIMULATOR: not the real Stripe, no real money is taken",
      number: "Card number",
      expiry: "Expiration date (month/year)",
      cvc: "Security code (CVC)",
      incomplete_number: "Your card number is incomplete.",
      incorrect_number: "Your card number is invalid.",
      incomplete_expiry: "Your card's expiration date is incomplete.",
      invalid_expiry_year_past: "Your card has expired.",
      incomplete_cvc: "Your card's security code is incomplete.",
      api_connection_error: "The simulated Stripe does not answer. Please try again.",
    },
  };
  let fields = 0;

  function isLuhn(digits) {
    const sum = [...digits].reverse().reduce((total, digit, index) => {
      const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
    return sum % 10 === 0;
  }

  /** What is wrong with what was typed; undefined when it can be sent. */
  function faultOf({ number, expiry, cvc }) {
    if (number.length < 13) return "incomplete_number";
    if (!isLuhn(number)) return "incorrect_number";
    const [, month, year] = /^(0?[1-9]|1[0-2])\D*(\d{2})$/.exec(expiry) ?? [];
    if (!month) return "incomplete_expiry";
    const last = new Date(2000 + Number(year), Number(month), 1);
    if (last <= new Date()) return "invalid_expiry_year_past";
    return /^\d{3,4}$/.test(cvc) ? undefined : "incomplete_cvc";
  }

  function fieldOf(label, autocomplete, width) {
    fields += 1;
    const row = document.createElement("label");
    const input = document.createElement("input");
    row.htmlFor = input.id = `simulator-card-${fields}`;
    row.textContent = label;
    Object.assign(row.style, { display: "block", marginBlock: "0.75rem" });
    Object.assign(input, { inputMode: "numeric", autocomplete, type: "text" });
    input.style.cssText = `display:block;box-sizing:border-box;inline-size:${width};max-inline-size:100%;min-block-size:2.75rem;padding:0.5rem 0.75rem;border:1px solid #6b7280;border-radius:0.375rem;font:inherit;background:#fff;color:#111`;
    row.append(input);
    return { row, input };
  }

  function makeElements({ clientSecret, locale }) {
    const words = WORDS[String(locale).startsWith("en") ? "en" : "vi"];
    const listeners = new Map();
    const tell = (name, fact) => {
      for (const listener of listeners.get(name) ?? [])
        listener({ elementType: "payment", ...fact });
    };
    const parts = {
      number: fieldOf(words.number, "cc-number", "100%"),
      expiry: fieldOf(words.expiry, "cc-exp", "10rem"),
      cvc: fieldOf(words.cvc, "cc-csc", "8rem"),
    };
    const box = document.createElement("div");
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", words.sign);
    const sign = document.createElement("p");
    sign.textContent = words.sign;
    sign.style.cssText = "background:#fde68a;color:#111;padding:0.5rem 0.75rem;margin:0";
    box.append(sign, ...Object.values(parts).map(({ row }) => row));
    const typed = () => ({
      number: parts.number.input.value.replace(/\D/g, ""),
      expiry: parts.expiry.input.value.trim(),
      cvc: parts.cvc.input.value.trim(),
    });
    box.addEventListener("input", () => {
      const card = typed();
      const empty = Object.values(card).every((value) => value === "");
      tell("change", { complete: !faultOf(card), empty, value: { type: "card" } });
    });
    const element = {
      mount(place) {
        const target = typeof place === "string" ? document.querySelector(place) : place;
        if (!target) throw new Error("The place for the card's fields is not on the page.");
        target.append(box);
        queueMicrotask(() => tell("ready", {}));
      },
      on(name, listener) {
        listeners.set(name, [...(listeners.get(name) ?? []), listener]);
        return element;
      },
      off(name) {
        listeners.delete(name);
        return element;
      },
      update() {},
      focus: () => parts.number.input.focus(),
      unmount: () => box.remove(),
      destroy: () => box.remove(),
    };
    const submit = async () => {
      const code = faultOf(typed());
      if (!code) return { selectedPaymentMethod: "card" };
      const at = code.endsWith("number") ? "number" : code.endsWith("cvc") ? "cvc" : "expiry";
      for (const [name, { input }] of Object.entries(parts)) {
        if (name === at) input.setAttribute("aria-invalid", "true");
        else input.removeAttribute("aria-invalid");
      }
      parts[at].input.focus();
      return { error: { type: "validation_error", code, message: words[code] } };
    };
    return {
      create: () => element,
      getElement: () => element,
      update() {},
      fetchUpdates: async () => ({}),
      submit,
      simulator: { clientSecret, words, typed },
    };
  }

  const idOf = (secret) => secret.split("_secret_")[0];

  async function ask(method, path, form) {
    const body = new URLSearchParams(form);
    const address = `${base}/v1/payment_intents/${path}`;
    const answer = await (method === "GET"
      ? fetch(`${address}?${body}`)
      : fetch(address, { method, body }));
    return answer.json();
  }

  window.Stripe = (key) => {
    if (!String(key).startsWith("pk_")) throw new Error("Stripe needs a key that begins with pk_.");
    return {
      elements: makeElements,
      async confirmPayment({ elements, confirmParams, redirect }) {
        const { clientSecret, words, typed } = elements.simulator;
        const { error } = await elements.submit();
        if (error) return { error };
        const { number } = typed();
        const return_url = confirmParams?.return_url ?? window.location.href;
        let answer;
        try {
          answer = await ask("POST", `${idOf(clientSecret)}/confirm`, {
            key,
            client_secret: clientSecret,
            return_url,
            "payment_method_data[type]": "card",
            "payment_method_data[card][number]": number,
          });
        } catch {
          const type = "api_connection_error";
          return { error: { type, message: words[type] } };
        }
        if (answer.error) {
          const message = words[answer.error.decline_code] ?? answer.error.message;
          return { error: { ...answer.error, message } };
        }
        const next = answer.next_action?.redirect_to_url?.url;
        if (!next && redirect === "if_required") return { paymentIntent: answer };
        const done = new URL(return_url);
        done.searchParams.set("payment_intent", answer.id);
        done.searchParams.set("payment_intent_client_secret", clientSecret);
        done.searchParams.set("redirect_status", "succeeded");
        window.location.assign(next ?? done.href);
        // As with Stripe's own script, nobody hears of a payment that goes on elsewhere.
        return new Promise(() => {});
      },
      async retrievePaymentIntent(clientSecret) {
        const form = { key, client_secret: clientSecret };
        const answer = await ask("GET", idOf(clientSecret), form);
        return answer.error ? { error: answer.error } : { paymentIntent: answer };
      },
    };
  };
  window.Stripe.version = "SIMULATOR";
})();
