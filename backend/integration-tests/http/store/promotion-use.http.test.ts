import "../../with-bank-feed";
import type { CheckoutDone, Refusal } from "@cho-lang/shared/contracts/checkout";
import type { IPromotionModuleService, MedusaContainer } from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";
import type { Api } from "../../answer";
import { aBuyer } from "../../buyer";
import { aMarket, aProducer, type Market, must } from "../../market";
import { meeting } from "../../meeting";
import { bankTells, checkOutByTransfer, standing } from "../../prepaid";
import { settle, sql } from "../../settle";
import { medusaHttpSuite } from "../../support";

const PRICE = 120_000;
const CARRIAGE = 22_000;
const OFF = 30_000;

medusaHttpSuite("promotion-use", ({ api, getContainer }) => {
  let container: MedusaContainer;
  let market: Market;
  let variant_id: string;
  let promotions: IPromotionModuleService;
  let buyer: ReturnType<typeof aBuyer>;
  let made = 0;

  beforeAll(async () => {
    container = getContainer();
    market = await aMarket(container);
    variant_id = (await aProducer(container, market, { handle: "hoa", stock: 1000 })).variant_id;
    promotions = container.resolve(Modules.PROMOTION);
    buyer = aBuyer(api as Api, market);
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await settle();
  });

  /** A coupon of 30,000 đồng for so many uses, or for so much money. */
  async function aCoupon(budget: { type: "usage" | "spend"; limit: number }): Promise<string> {
    made += 1;
    const code = `QUA-${made}`;
    const { limit, type } = budget;
    await promotions.createPromotions([
      {
        code,
        type: "standard",
        status: "active",
        application_method: {
          type: "fixed",
          target_type: "order",
          allocation: "across",
          value: OFF,
          currency_code: "vnd",
        },
        campaign: {
          name: code,
          campaign_identifier: code,
          budget: { type, limit, ...(type === "spend" ? { currency_code: "vnd" } : {}) },
        },
      },
    ]);
    return code;
  }
  async function usedOf(code: string): Promise<number> {
    const [row] = await sql()<{ used: number }[]>`SELECT COALESCE(b.used, 0)::float8 AS used
      FROM promotion p JOIN promotion_campaign_budget b ON b.campaign_id = p.campaign_id
      WHERE p.code = ${code}`;
    return must(row).used;
  }
  async function aCart(code: string): Promise<string> {
    const items = [{ variant_id, quantity: 1 }];
    const body = { region_id: market.region_id, items, promo_codes: [code] };
    const { status, data } = await buyer.post<{ cart: { id: string } }>("/store/carts", body);
    if (status !== 200) throw new Error(JSON.stringify(data));
    return data.cart.id;
  }
  const mail = () => ({ email: `khach-${Math.random()}@example.com` });

  it.each([
    ["usage", 1, 1],
    ["spend", OFF, OFF],
  ] as const)(
    "a coupon whose %s is limited is used once, and is free again",
    async (type, limit, use) => {
      const code = await aCoupon({ type, limit });
      const [first, second] = [await aCart(code), await aCart(code)];
      expect((await buyer.view(first)).total_vnd).toBe(PRICE + CARRIAGE - OFF);
      const awaiting = await checkOutByTransfer(buyer, first, mail());
      expect(await usedOf(code)).toBe(use);
      await standing(buyer, awaiting, "settle");
      expect(await usedOf(code)).toBe(use);
      expect((await buyer.view(second)).total_vnd).toBe(PRICE + CARRIAGE);
      await standing(buyer, awaiting, "abandon");
      expect(await usedOf(code)).toBe(0);
      const again = await aCart(code);
      expect((await buyer.view(again)).total_vnd).toBe(PRICE + CARRIAGE - OFF);
      const paid = await checkOutByTransfer(buyer, again, mail());
      await bankTells(container, paid);
      expect(await usedOf(code)).toBe(use);
      const [row] = await sql()`SELECT o.collected_vnd::float8, count(l.promotion_id)::int AS links
      FROM purchase.purchase_order o LEFT JOIN order_promotion l
        ON l.order_id = o.order_id AND l.deleted_at IS NULL
      WHERE o.purchase_id = ${paid.purchase_id} GROUP BY 1`;
      expect(row).toEqual({ collected_vnd: PRICE + CARRIAGE - OFF, links: 1 });
    },
  );

  it("of two who use the last one at once one buys, and the other is told and keeps nothing", async () => {
    const code = await aCoupon({ type: "usage", limit: 1 });
    const carts = [await aCart(code), await aCart(code)];
    const forms = await Promise.all(carts.map((id) => buyer.form(id, mail())));
    const meet = meeting(2);
    const register = promotions.registerUsage.bind(promotions);
    vi.spyOn(promotions, "registerUsage").mockImplementation(async (...of) => {
      await meet();
      return register(...of);
    });
    const answers = await Promise.all(
      carts.map((id, at) => buyer.checkout<CheckoutDone & Refusal>(id, forms[at])),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
    const lost = answers.findIndex(({ status }) => status === 400);
    expect(must(answers[lost]).data.code).toBe("promotion_used_up");
    expect(await usedOf(code)).toBe(1);
    vi.restoreAllMocks();
    const cart_id = must(carts[lost]);
    const kept = await sql()`SELECT r.id FROM reservation_item r WHERE r.deleted_at IS NULL
      AND r.line_item_id IN (SELECT s.line_item_id FROM purchase.order_line_snapshot s
        JOIN purchase.purchase_order o ON o.order_id = s.order_id
        JOIN purchase.purchase p ON p.id = o.purchase_id WHERE p.cart_id = ${cart_id})`;
    expect(kept).toEqual([]);
    expect((await buyer.view(cart_id)).total_vnd).toBe(PRICE + CARRIAGE);
    expect((await buyer.buy(cart_id, mail())).status).toBe(200);
    expect(await usedOf(code)).toBe(1);
  });

  it("a process that dies over a use leaves the purchase to be finished at the same price", async () => {
    const code = await aCoupon({ type: "usage", limit: 5 });
    const cart_id = await aCart(code);
    const form = await buyer.form(cart_id, mail());
    const register = promotions.registerUsage.bind(promotions);
    vi.spyOn(promotions, "registerUsage").mockImplementationOnce(async (...of) => {
      await register(...of);
      throw new Error("killed");
    });
    expect((await buyer.checkout(cart_id, form)).status).toBe(500);
    expect((await buyer.checkout<CheckoutDone>(cart_id, form)).status).toBe(200);
    expect(await usedOf(code)).toBeGreaterThanOrEqual(1);
  });
});
