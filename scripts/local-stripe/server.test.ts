import { mkdtempSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "../lib/settings";
import { parseForm } from "./form";
import { type LocalStripe, startLocalStripe } from "./server";
import { signature } from "./webhooks";

type Answer = { status: number; body: Record<string, never> & { error?: Record<string, string> } };

describe("The simulated Stripe", { timeout: 30_000 }, () => {
  let stripe: LocalStripe;
  const dataDir = path.join(root, ".data");
  beforeAll(async () => {
    stripe = await startLocalStripe({ port: 0, dataDir });
  }, 120_000);
  afterAll(() => stripe.close());

  async function ask(where: string, form: Record<string, string>, key?: string): Promise<Answer> {
    const headers: Record<string, string> = { authorization: "Bearer sk_test_simulator" };
    if (key) headers["idempotency-key"] = key;
    const body = new URLSearchParams(form);
    const answer = await fetch(`${stripe.url}/v1/${where}`, { method: "POST", headers, body });
    expect(answer.headers.get("stripe-simulator")).toBe("SIMULATOR");
    return { status: answer.status, body: (await answer.json()) as Answer["body"] };
  }

  it("reads nested fields and lists as Stripe does", () => {
    expect(parseForm("a[b][c]=1&d[]=x&d[]=y&e[0]=z&f=")).toEqual({
      a: { b: { c: "1" } },
      d: ["x", "y"],
      e: ["z"],
      f: "",
    });
    expect(parseForm("__proto__[polluted]=1")).toBeDefined();
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
  });

  it("refuses what the SDK's types do not know", async () => {
    const fine = { amount: "50000", currency: "vnd" };
    const codeOf = async (form: Record<string, string>) =>
      (await ask("payment_intents", form)).body.error?.code;
    expect(await codeOf({ ...fine, capture: "manual" })).toBe("parameter_unknown");
    expect(await codeOf({ ...fine, "metadata[a][b]": "1" })).toBe("parameter_invalid");
    expect(await codeOf({ currency: "vnd" })).toBe("parameter_missing");
    expect(await codeOf({ ...fine, capture_method: "by_hand" })).toBe("parameter_invalid");
    expect(await codeOf({ ...fine, amount: "12.5" })).toBe("parameter_invalid_integer");
    expect(await codeOf({ ...fine, amount: "100000000" })).toBe("amount_too_large");
    expect(await codeOf({ ...fine, amount: "12999" })).toBe("amount_too_small");
    expect(await codeOf(fine)).toBeUndefined();
  });

  it("repeats an answer for its key, and refuses the key with other details", async () => {
    const form = { amount: "50000", currency: "vnd" };
    const first = await ask("payment_intents", form, "one");
    expect(await ask("payment_intents", form, "one")).toEqual(first);
    const other = await ask("payment_intents", { ...form, amount: "50001" }, "one");
    expect(other).toMatchObject({ status: 400, body: { error: { type: "idempotency_error" } } });
    expect(await ask("payment_intents", { amount: "50000" }, "two")).toMatchObject({ status: 400 });
    expect(await ask("payment_intents", form, "two")).toMatchObject({ status: 200 });
  });

  it("lists payments by the time they were made, with their charges", async () => {
    const list = async (query: string) => {
      const headers = { authorization: "Bearer sk_test_simulator" };
      const answer = await fetch(`${stripe.url}/v1/payment_intents?${query}`, { headers });
      return ((await answer.json()) as { data: { id: string; latest_charge: unknown }[] }).data;
    };
    const made = await ask("payment_intents", {
      amount: "90000",
      currency: "vnd",
      confirm: "true",
      payment_method: "pm_card_visa",
    });
    const now = Math.floor(Date.now() / 1000);
    const found = await list(
      `created[gte]=${now - 60}&created[lt]=${now + 60}&expand[]=data.latest_charge`,
    );
    const { id } = made.body as unknown as { id: string };
    expect(found.find((one) => one.id === id)).toMatchObject({
      latest_charge: { amount_captured: 90000, amount_refunded: 0 },
    });
    expect(await list(`created[gte]=${now + 60}`)).toEqual([]);
  });

  it("sends events to this machine only, signed, late or changed on demand", async () => {
    expect(() => stripe.webhooks.aim({ url: "https://example.com/", secret: "x" })).toThrow();
    const got: { header: string; body: string }[] = [];
    const receiver = createServer(async (request, response) => {
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(part as Buffer);
      const body = Buffer.concat(parts).toString();
      got.push({ header: String(request.headers["stripe-signature"]), body });
      response.end();
    });
    await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
    const { port } = receiver.address() as AddressInfo;
    stripe.webhooks.aim({ url: `http://127.0.0.1:${port}/`, secret: "whsec_1" });
    stripe.webhooks.hold();
    await ask("payment_intents", { amount: "70000", currency: "vnd" });
    await ask("payment_intents", { amount: "80000", currency: "vnd" });
    const done = await stripe.webhooks.release("reversed");
    expect(done.map(({ status }) => status)).toEqual([200, 200]);
    const amounts = got.map(({ body }) => JSON.parse(body).data.object.amount);
    expect(amounts).toEqual([80000, 70000]);
    const [one] = got;
    const signedAt = Number(/t=(\d+)/.exec(one?.header ?? "")?.[1]);
    expect(one?.header).toBe(signature(one?.body ?? "", "whsec_1", signedAt));
    const event = JSON.parse(one?.body ?? "");
    await stripe.webhooks.send(event, "old");
    expect(Number(/t=(\d+)/.exec(got[2]?.header ?? "")?.[1])).toBeLessThan(signedAt - 290);
    await stripe.webhooks.send(event, "tampered");
    expect(got[3]?.body).not.toBe(one?.body);
    stripe.webhooks.aim(undefined);
    await new Promise((resolve) => receiver.close(resolve));
  });

  it("a browser pays with the publishable key, by the bank's page when the card asks", async () => {
    const made = await ask("payment_intents", { amount: "90000", currency: "vnd" });
    const { id, client_secret } = made.body as unknown as { id: string; client_secret: string };
    const pay = async (number: string, secret = client_secret) => {
      const form = {
        key: "pk_test_simulator",
        client_secret: secret,
        return_url: "http://127.0.0.1:3000/purchase/1?token=x",
        "payment_method_data[card][number]": number,
      };
      const body = new URLSearchParams(form);
      const address = `${stripe.url}/v1/payment_intents/${id}/confirm`;
      return (await fetch(address, { method: "POST", body })).json();
    };
    expect(await pay("4242424242424242", "wrong")).toMatchObject({ error: {} });
    const declined = await pay("4000000000009995");
    expect(declined.error).toMatchObject({ decline_code: "insufficient_funds" });
    expect(declined.error.payment_intent.metadata).toBeUndefined();
    const asked = await pay("4000002500003155");
    const bank = asked.next_action.redirect_to_url.url;
    expect(await (await fetch(bank)).text()).toContain("SIMULATOR");
    const body = new URLSearchParams({ outcome: "complete" });
    const back = await fetch(bank, { method: "POST", body, redirect: "manual" });
    const address = new URL(back.headers.get("location") ?? "");
    expect(address.searchParams.get("redirect_status")).toBe("succeeded");
    expect(address.searchParams.get("token")).toBe("x");
  });

  it("keeps its state from one start to the next", async () => {
    const stateFile = path.join(mkdtempSync(path.join(tmpdir(), "local-stripe-")), "state.json");
    const kept = await startLocalStripe({ port: 0, dataDir, stateFile });
    const headers = { authorization: "Bearer sk_test_simulator" };
    const body = new URLSearchParams({ amount: "90000", currency: "vnd" });
    const made = await fetch(`${kept.url}/v1/payment_intents`, { method: "POST", headers, body });
    const { id } = (await made.json()) as { id: string };
    await kept.close();
    const again = await startLocalStripe({ port: 0, dataDir, stateFile });
    const read = await fetch(`${again.url}/v1/payment_intents/${id}`, { headers });
    expect(await read.json()).toMatchObject({ id, amount: 90000 });
    await again.close();
  });
});
