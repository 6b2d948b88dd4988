import "../../with-bank-feed";

import type { MedusaContainer } from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";
import type { Api, Token } from "../../answer";
import { aBuyer } from "../../buyer";
import { aHost, type Host, theDayComes } from "../../host";
import { anOperator, PASSWORD } from "../../makers";
import { aMarket, type Market, must } from "../../market";
import { type Awaiting, bankTells, checkOutByTransfer } from "../../prepaid";
import { settle, sql } from "../../settle";
import { medusaHttpSuite } from "../../support";
import { aHold, statusOf } from "../../visits";

medusaHttpSuite("admin-arrival", ({ api: client, getContainer }) => {
  const api = client as Api;
  let container: MedusaContainer;
  let market: Market;
  let hoa: Host;
  let operator: object;

  beforeAll(async () => {
    container = getContainer();
    market = await aMarket(container);
    hoa = await aHost(api, container, market, { handle: "hoa" });
    const { email } = await anOperator(container);
    const { data } = await api.post<Token>("/auth/user/emailpass", { email, password: PASSWORD });
    operator = { headers: { authorization: `Bearer ${data.token}` }, validateStatus: () => true };
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await settle();
  });

  /** A visit that was paid by transfer, on its day. */
  async function aPaidVisit() {
    const buyer = aBuyer(api, market);
    const cart_id = await buyer.fill();
    const uuid = await aHold(buyer, cart_id, hoa.tour);
    const purchase: Awaiting = await checkOutByTransfer(buyer, cart_id);
    await bankTells(container, purchase);
    await theDayComes(hoa.tour.departure_id);
    const [order] = await sql()<{ order_id: string }[]>`
      SELECT order_id FROM purchase.purchase_order WHERE purchase_id = ${purchase.purchase_id}`;
    return { uuid, order_id: must(order).order_id };
  }

  const arrive = (uuid: string) =>
    api.post<{ code?: string }>(`/producer/bookings/${uuid}/check-in`, {}, hoa.as.owner);
  const cancel = (order_id: string) =>
    api.post<{ code?: string; order?: { id: string; status: string } }>(
      `/admin/orders/${order_id}/cancel`,
      {},
      operator,
    );
  const givenBack = async () => {
    const [row] = await sql()`SELECT
      (SELECT count(*)::int FROM refund WHERE deleted_at IS NULL) AS refunds,
      (SELECT count(*)::int FROM vietqr.refund_due WHERE status <> 'void') AS dues`;
    return row;
  };

  it("a guest who arrives while the operator cancels is refused, and the money goes back once", async () => {
    const { uuid, order_id } = await aPaidVisit();
    const payments = container.resolve(Modules.PAYMENT);
    const refund = payments.refundPayment.bind(payments);
    let arrival: Awaited<ReturnType<typeof arrive>> | undefined;
    // The worst moment: the money is about to go back.
    vi.spyOn(payments, "refundPayment").mockImplementation(async (...asked) => {
      arrival = await arrive(uuid);
      return refund(...asked);
    });
    const { status, data } = await cancel(order_id);
    expect([status, data.order?.status]).toEqual([200, "canceled"]);
    expect(arrival?.status).toBe(400);
    expect(await statusOf(uuid)).toBe("CANCELLED");
    expect(await givenBack()).toEqual({ refunds: 1, dues: 1 });
  });

  it("an operator who cancels when a guest has come is refused, and no money moves", async () => {
    const { uuid, order_id } = await aPaidVisit();
    expect((await arrive(uuid)).status).toBe(200);
    const { status, data } = await cancel(order_id);
    expect([status, data.code]).toEqual([400, "visit_already_happened"]);
    expect(await statusOf(uuid)).toBe("REDEEMED");
    expect(await givenBack()).toEqual({ refunds: 0, dues: 0 });
  });

  it("of both at the same moment exactly one wins, and money and visit agree", async () => {
    const { uuid, order_id } = await aPaidVisit();
    const [arrived, cancelled] = await Promise.all([arrive(uuid), cancel(order_id)]);
    const hasCome = arrived.status === 200;
    expect(cancelled.status).toBe(hasCome ? 400 : 200);
    expect(await statusOf(uuid)).toBe(hasCome ? "REDEEMED" : "CANCELLED");
    const moved = hasCome ? 0 : 1;
    expect(await givenBack()).toEqual({ refunds: moved, dues: moved });
  });

  it("the visit stays booked when the cancellation fails later", async () => {
    const { uuid, order_id } = await aPaidVisit();
    vi.spyOn(container.resolve(Modules.ORDER), "cancel").mockRejectedValueOnce(new Error("no"));
    expect((await cancel(order_id)).status).toBe(500);
    expect(await statusOf(uuid)).toBe("CONFIRMED");
  });

  it("an order that does not exist is not found", async () => {
    expect((await cancel("order_none")).status).toBe(404);
  });
});
