import "../../with-bank-feed";
import "../../with-stripe";

import type { MedusaContainer } from "@medusajs/framework/types";
import type { Api } from "../../answer";
import { must } from "../../market";
import {
  aStreet,
  differences,
  duesOf,
  givenByStripe,
  PAYEE,
  type Paid,
  type PaidOrder,
  type Street,
  standOf,
  storedOf,
} from "../../refunds";
import { mailsOf, requestsAt, theJobLooks, timeEnds } from "../../requests";
import { settle, sql } from "../../settle";
import type { Simulator } from "../../stripe/simulator";
import { medusaHttpSuite } from "../../support";
import { openStripe } from "../../with-stripe";

const METHODS = ["cod", "vietqr", "stripe"] as const;
/** Three packs of 500 g. */
const SHIPPING = 26_000;

medusaHttpSuite("refund-request", ({ api: client, getContainer }) => {
  const api = client as Api;
  let container: MedusaContainer;
  let stripe: Simulator;
  let street: Street;
  let requests: ReturnType<typeof requestsAt>;

  beforeAll(async () => {
    stripe = await openStripe();
    container = getContainer();
    street = await aStreet(api, container);
    requests = requestsAt(api, street);
  });
  afterAll(() => stripe.end());
  afterEach(settle);

  const asked = (paid: Paid, order: PaidOrder) => ({ ...paid, ...order });

  async function given(paid: Paid, order: PaidOrder) {
    if (paid.method === "stripe") return givenByStripe(stripe, order);
    return (await duesOf(order)).map(({ amount_vnd }) => amount_vnd);
  }

  describe.each(METHODS)("A purchase paid by %s", (method) => {
    it("is called off in one of its orders before anything is sent", async () => {
      const paid = await street.pay(method, stripe);
      const [first, second] = paid.orders;
      const order = asked(paid, first);
      const { choice } = (await requests.look(order)).data;
      const collected_vnd = method === "cod" ? 0 : first.total_vnd;
      expect(choice).toMatchObject({
        closed: null,
        until: null,
        reasons: ["changed_mind", "other"],
        is_whole: true,
        needs_payee: method === "vietqr",
        by_rules_vnd: null,
        order: { collected_vnd, progress: "to_confirm", producer: "HTX ca-phe" },
      });
      const before = await storedOf(second);
      const request = await requests.asked(order, { reason: "changed_mind" });
      expect(request).toMatchObject({
        number: `${first.number}-A`,
        state: "open",
        amount_vnd: collected_vnd,
        granted_vnd: null,
      });
      const answer = await requests.answer(order, request.id, "accept");
      expect([answer.status, answer.data.request.state]).toEqual([200, "refunded"]);
      expect(answer.data.request.order.progress).toBe("cancelled");
      expect(await given(paid, first)).toEqual(method === "cod" ? [] : [first.total_vnd]);
      expect(await storedOf(second)).toEqual(before);
      expect((await requests.look(order)).data).toMatchObject({
        choice: { closed: "nothing_fits" },
        requests: [{ state: "refunded", granted_vnd: collected_vnd }],
      });
      await settle();
      expect(await mailsOf(request.id)).toEqual([
        ["owner@ca-phe.example.com", expect.stringContaining("xin hủy đơn")],
        ["khach@example.com", expect.stringContaining(`${first.number}-A`)],
      ]);
      const told = await sql()`SELECT template FROM notification
        WHERE template = 'order-cancelled' AND resource_id = ${first.order_id}`;
      expect(told).toEqual([]);
      expect(await differences()).toEqual([]);
    });

    it("gives back what one thing of three cost, and later the rest with the carriage", async () => {
      const paid = await street.pay(method, stripe);
      const [first] = paid.orders;
      await street.send(first);
      const order = asked(paid, first);
      const lines = (quantity: number) => [{ id: first.line_item_id, quantity }];
      const photos = [await requests.photo(order)];
      const one = await requests.asked(order, { reason: "damaged", lines: lines(1), photos });
      expect(one).toMatchObject({ amount_vnd: 145_000, photos: [{ id: photos[0] }] });
      const needs = (await requests.look(order)).data.choice;
      expect(needs).toMatchObject({ closed: "request_open", needs_payee: method !== "stripe" });
      expect((await requests.answer(order, one.id, "accept")).data.request).toMatchObject({
        state: "refunded",
        granted_vnd: 145_000,
        deeds: [],
      });
      expect(await given(paid, first)).toEqual([145_000]);
      expect((await requests.look(order)).data.choice).toMatchObject({
        closed: null,
        lines: [{ quantity: 2, total_vnd: 290_000 }],
        order: { collected_vnd: first.total_vnd - 145_000 },
      });
      const rest = await requests.asked(order, { reason: "missing", lines: lines(2) });
      expect(rest).toMatchObject({ number: `${first.number}-B`, amount_vnd: 290_000 + SHIPPING });
      await requests.answer(order, rest.id, "accept");
      expect(await standOf(container, first)).toMatchObject({
        collected: 0,
        refunded: first.total_vnd,
      });
      if (method !== "stripe") {
        const [due] = await duesOf(first);
        expect(must(due).payee).toBe(PAYEE.account_number);
      }
      expect((await requests.look(order)).data.choice.closed).toBe("nothing_fits");
      expect(await differences()).toEqual([]);
    });

    it("takes goods back first, and puts sound ones on the shelf", async () => {
      const paid = await street.pay(method, stripe);
      const [, , third] = paid.orders;
      await street.send(third);
      const order = asked(paid, third);
      const onShelf = await street.shelf(2);
      const lines = [{ id: third.line_item_id, quantity: 2 }];
      const body = { kind: "return" as const, reason: "changed_mind" as const, lines };
      const request = await requests.asked(order, body);
      const accepted = (await requests.answer(order, request.id, "accept")).data.request;
      expect(accepted).toMatchObject({ state: "to_send_back", deeds: ["receive"] });
      expect(must(accepted.send_back_by) > new Date().toISOString()).toBe(true);
      expect(await given(paid, third)).toEqual([]);
      const back = await requests.answer(order, request.id, "receive", { is_sound: true });
      expect(back.data.request).toMatchObject({ state: "refunded", granted_vnd: 66_666 });
      expect(await street.shelf(2)).toBe(onShelf + 2);
      expect(await given(paid, third)).toEqual([66_666]);
      const again = await requests.answer(order, request.id, "receive", { is_sound: false });
      expect([again.status, again.data.request.state]).toEqual([200, "refunded"]);
      expect(await street.shelf(2)).toBe(onShelf + 2);
      expect(await differences()).toEqual([]);
    });
  });

  it("a producer who declines leaves it to the operator, who gives a part", async () => {
    const paid = await street.pay("vietqr");
    const [, second] = paid.orders;
    await street.send(second);
    const order = asked(paid, second);
    const lines = [{ id: second.line_item_id, quantity: 3 }];
    const request = await requests.asked(order, { reason: "not_received", lines });
    const declined = await requests.answer(order, request.id, "decline", { text: "Đã giao rồi" });
    expect(declined.data.request).toMatchObject({ state: "to_decide", deeds: [] });
    const late = await requests.answer(order, request.id, "accept");
    expect([late.status, late.data.code]).toEqual([400, "request_decided"]);
    const above = { deed: "grant", amount_vnd: second.total_vnd + 1, note: "Hoàn một phần" };
    const refused = await requests.decide(request.id, above);
    expect([refused.data.code, refused.data.fields?.[0]?.field]).toEqual([
      "grant_too_much",
      "amount_vnd",
    ]);
    const granted = await requests.decide(request.id, { ...above, amount_vnd: 50_000 });
    expect(granted.data.request).toMatchObject({
      state: "refunded",
      granted_vnd: 50_000,
      decision: { deed: "grant", text: "Hoàn một phần" },
      payee: { account_number: PAYEE.account_number },
      failure: null,
    });
    expect(granted.data.request.history.map(({ state, by }) => [state, by])).toEqual([
      ["open", "buyer"],
      ["to_decide", "owner tra"],
      ["paying", expect.any(String)],
      ["refunded", "payment"],
    ]);
    expect((await requests.decide(request.id, above)).data.code).toBe("request_decided");
    await settle();
    expect((await mailsOf(request.id)).map(([to]) => to)).toEqual([
      "owner@tra.example.com",
      "khach@example.com",
      "khach@example.com",
    ]);
    expect(await differences()).toEqual([]);
  });

  it("an answer that does not come in time is the operator's, and goods that do not come too", async () => {
    const paid = await street.pay("cod");
    const [first] = paid.orders;
    await street.send(first);
    const order = asked(paid, first);
    const lines = [{ id: first.line_item_id, quantity: 1 }];
    const ask = { kind: "return" as const, reason: "changed_mind" as const, lines };
    const request = await requests.asked(order, ask);
    await theJobLooks(container);
    expect((await requests.read(request.id)).data.request.state).toBe("open");
    await timeEnds(request.id);
    await theJobLooks(container);
    expect((await requests.read(request.id)).data.request.state).toBe("to_decide");
    const note = "Hãy gửi hàng lại";
    await requests.decide(request.id, {
      deed: "grant",
      amount_vnd: 145_000,
      goods_back: true,
      note,
    });
    await timeEnds(request.id);
    await theJobLooks(container);
    expect((await requests.read(request.id)).data.request.state).toBe("to_decide");
    await requests.decide(request.id, { deed: "refuse", note: "Không thấy hàng về" });
    expect((await requests.look(order)).data).toMatchObject({
      choice: { closed: null },
      requests: [{ state: "refused", granted_vnd: 0 }],
    });
    expect(await duesOf(first)).toEqual([]);
    await settle();
    expect((await mailsOf(request.id)).length).toBe(5);
  });

  it("a failure is kept, shown to the operator, and made good by the job", async () => {
    const paid = await street.pay("stripe", stripe);
    const [first] = paid.orders;
    const order = asked(paid, first);
    const request = await requests.asked(order, { reason: "other" });
    await sql()`UPDATE payment SET provider_id = 'pp_vietqr_vietqr'
      WHERE payment_collection_id = ${first.payment_collection_id}`;
    const stuck = (await requests.answer(order, request.id, "accept")).data.request;
    expect(stuck.state).toBe("paying");
    expect((await requests.read(request.id)).data.request.failure).toContain("refund_not_made");
    await sql()`UPDATE payment SET provider_id = 'pp_stripe_stripe'
      WHERE payment_collection_id = ${first.payment_collection_id}`;
    await Promise.all([theJobLooks(container), theJobLooks(container)]);
    expect((await requests.read(request.id)).data.request).toMatchObject({
      state: "refunded",
      failure: null,
    });
    expect(await givenByStripe(stripe, first)).toEqual([first.total_vnd]);
  });
});
