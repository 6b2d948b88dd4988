import "../../with-bank-feed";

import type { ProducerMe, ProducerOrder, ProducerToday } from "@cho-lang/shared/contracts/producer";
import type { Api } from "../../answer";
import { must } from "../../market";
import { aStreet, type Street } from "../../refunds";
import { requestsAt } from "../../requests";
import { settle } from "../../settle";
import { medusaHttpSuite } from "../../support";

medusaHttpSuite("asked-of-producers", ({ api: client, getContainer }) => {
  const api = client as Api;
  let street: Street;
  let requests: ReturnType<typeof requestsAt>;

  beforeAll(async () => {
    street = await aStreet(api, getContainer());
    requests = requestsAt(api, street);
  });
  afterEach(settle);

  const as = (producer_id: string) => must(street.signedIn.get(producer_id));
  async function waitingFor(producer_id: string) {
    const me = await api.get<ProducerMe>("/producer/me", as(producer_id));
    const today = await api.get<ProducerToday>("/producer/today", as(producer_id));
    return [me.data.requests.waiting, today.data.requests.waiting];
  }

  it("a request is counted for its own producer until it is answered, and its order tells it", async () => {
    const paid = await street.pay("cod");
    const [first, second] = paid.orders;
    expect(await waitingFor(first.producer_id)).toEqual([0, 0]);
    const order = { ...paid, ...first };
    const { id, number } = await requests.asked(order, { reason: "changed_mind" });
    expect(await waitingFor(first.producer_id)).toEqual([1, 1]);
    expect(await waitingFor(second.producer_id)).toEqual([0, 0]);
    const read = async ({ order_id, producer_id }: typeof first) =>
      (await api.get<ProducerOrder>(`/producer/orders/${order_id}`, as(producer_id))).data.requests;
    expect(await read(first)).toEqual([{ id, number, state: "open" }]);
    expect(await read(second)).toEqual([]);
    await requests.answer(order, id, "accept");
    expect(await waitingFor(first.producer_id)).toEqual([0, 0]);
    expect(await read(first)).toEqual([{ id, number, state: "refunded" }]);
  });

  it("a parcel that nobody took is counted until it is back", async () => {
    const { orders } = await street.pay("cod");
    const [first] = orders;
    await street.send(first, false);
    const step = (name: string, body: object) =>
      api.post(`/producer/orders/${first.order_id}/${name}`, body, as(first.producer_id));
    const refused = async () =>
      (await api.get<ProducerToday>("/producer/today", as(first.producer_id))).data.counts.refused;
    expect(await refused()).toBe(0);
    expect((await step("refuse", { reason: "not_taken" })).status).toBe(200);
    expect(await refused()).toBe(1);
    expect((await step("take-back", { is_sound: true })).status).toBe(200);
    expect(await refused()).toBe(0);
  });
});
