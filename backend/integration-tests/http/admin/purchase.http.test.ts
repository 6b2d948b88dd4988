import { sql } from "../../../src/lib/sql";
import { anOperator, aProducer, PASSWORD } from "../../makers";
import { medusaHttpSuite } from "../../support";

medusaHttpSuite("admin-purchase", ({ api, getContainer }) => {
  let headers: { authorization: string };
  let producers: Awaited<ReturnType<typeof aProducer>>[];

  beforeAll(async () => {
    const container = getContainer();
    const operator = await anOperator(container);
    const { data } = await api.post("/auth/user/emailpass", {
      email: operator.email,
      password: PASSWORD,
    });
    headers = { authorization: `Bearer ${data.token}` };
    producers = [await aProducer(container), await aProducer(container)];
  });

  const get = (path: string) => api.get(path, { headers, validateStatus: () => true });

  /** Two orders of two producers; the first is shipped. Written as the purchase module writes. */
  async function aPurchase(): Promise<void> {
    await sql()`INSERT INTO purchase.purchase (id, cart_id, number, status, email, full_name, phone,
        province_code, commune_code, street, note, lang, payment, goods_vnd, shipping_vnd, total_vnd,
        payment_collection_id, placed_at)
      VALUES ('pur_1', 'cart_1', 'CL-7K3F9', 'placed', 'mua@example.com', 'Trần Mua', '+84912345678',
        '66', '24133', 'Số 1', '', 'vi', 'cod', 300000, 50000, 350000, 'pay_col_0', now())`;
    for (const [index, { id }] of producers.entries()) {
      const position = index + 1;
      const shipped = position === 1 ? new Date().toISOString() : null;
      await sql()`INSERT INTO purchase.purchase_order (order_id, purchase_id, producer_id, position,
          number, payment_collection_id, goods_vnd, shipping_vnd, total_vnd, due_vnd, confirmed_at,
          packed_at, shipped_at)
        VALUES (${`order_${position}`}, 'pur_1', ${id}, ${position}, ${`CL-7K3F9-${position}`},
          ${`pay_col_${position}`}, 150000, 25000, 175000, 175000, ${shipped}, ${shipped},
          ${shipped})`;
    }
  }

  describe("the operator's purchases", () => {
    it("only an operator reads them", async () => {
      const answer = await api.get("/admin/purchases", { validateStatus: () => true });
      expect(answer.status).toBe(401);
    });

    it("a purchase is found by number, e-mail, phone and producer", async () => {
      await aPurchase();
      const found = ["q=7k3f9", "q=mua%40", "q=0912%20345", `producer_id=${producers[1]?.id}`];
      for (const query of ["", ...found, "status=placed"]) {
        expect((await get(`/admin/purchases?${query}`)).data.count).toBe(1);
      }
      for (const query of ["q=zzz", "producer_id=prdcr_none", "status=failed", "q=_"]) {
        expect((await get(`/admin/purchases?${query}`)).data.purchases).toEqual([]);
      }
    });

    it("a purchase shows each producer's order, how far it is and the cash that is due", async () => {
      await aPurchase();
      const { data } = await get("/admin/purchases/pur_1");
      expect(data.purchase).toMatchObject({
        number: "CL-7K3F9",
        total_vnd: 350000,
        address: "Số 1, Phường Buôn Ma Thuột, Đắk Lắk",
        progress: ["shipped", "to_confirm"],
        orders: [
          { number: "CL-7K3F9-1", due_vnd: 175000, producer: { id: producers[0]?.id } },
          { number: "CL-7K3F9-2", due_vnd: 175000, producer: { id: producers[1]?.id } },
        ],
      });
    });

    it("an unknown purchase is not found, a bad filter is refused and named", async () => {
      expect((await get("/admin/purchases/pur_none")).status).toBe(404);
      const answer = await get("/admin/purchases?status=paid");
      expect(answer.status).toBe(400);
      expect(answer.data.fields[0].field).toBe("status");
    });
  });
});
