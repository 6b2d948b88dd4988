import type { ProducerOrders, ProducerProductRow } from "@cho-lang/shared/contracts/producer";
import { PRODUCER_ROUTES } from "../../../src/api/producer/access";
import type { Answer, Api, Token } from "../../answer";
import { aHost, guests, type Host } from "../../host";
import { anOperator, PASSWORD } from "../../makers";
import { aMarket, aPurchase, backend, must, type signIn } from "../../market";
import { type Foreign, MANIFEST, type Own, type Visit } from "../../producer-manifest";
import { aRequestWithPhoto } from "../../requests";
import { routesOf, watchApplication } from "../../routes";
import { medusaHttpSuite } from "../../support";

const application = watchApplication();

medusaHttpSuite("producer-manifest", ({ api: client, getContainer }) => {
  const api = client as Api;
  let rows: Foreign;
  let key: string;
  let asA: Awaited<ReturnType<typeof signIn>>;
  let asB: Awaited<ReturnType<typeof signIn>>;

  beforeAll(async () => {
    const container = getContainer();
    const market = await aMarket(container);
    key = market.key;
    const a = await aHost(api, container, market, { handle: "an-lac", roles: ["owner", "seller"] });
    const b = await aHost(api, container, market, { handle: "ba-be" });
    asA = must(a.as.owner);
    asB = must(b.as.owner);
    const bought = await aPurchase(api, market, [a.producer.variant_id, b.producer.variant_id]);
    const own = async (one: Host): Promise<Own> => {
      const { data } = await api.get<ProducerOrders>("/producer/orders", one.as.owner);
      const { id: order_id, number } = must(data.orders[0]);
      const asked = await aRequestWithPhoto(api, market, { ...bought, number });
      return { ...one.producer, order_id, visit: await aVisitTo(one), ...asked };
    };
    rows = { a: await own(a), b: await own(b) };

    async function aVisitTo({ tour }: Host): Promise<Visit> {
      const { ticket, ...visit } = await guests(api, market, tour);
      const person = must(ticket.tickets[0]);
      const { code, qr, date } = ticket;
      return { ...visit, code, qr, date, person_id: person.id, person_code: person.code };
    }
  });

  describe("The routes of the producers' portal", () => {
    it("are all known: each has its action and its proof of isolation", () => {
      const running = routesOf(application())
        .filter(({ path }) => /^\/producer(\/|$)/.test(path))
        .map(({ method, path }) => `${method} ${path}`)
        .sort();
      expect(running.length).toBeGreaterThan(10);
      expect(PRODUCER_ROUTES.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(
        running,
      );
      expect(Object.keys(MANIFEST).sort()).toEqual(running);
    });

    it("refuse a route that somebody adds without saying who may use it", async () => {
      application().get("/producer/planted", (_req, res) => res.json({ leak: true }));
      const answer = await api.get<{ leak?: boolean }>("/producer/planted", asA);
      expect(answer.status).toBe(404);
      expect(answer.data.leak).toBeUndefined();
    });

    it("tell a stranger, a customer and an operator nothing", async () => {
      const strangers = ["", "Bearer nonsense", await customerToken(), await operatorToken()];
      for (const { method, path } of PRODUCER_ROUTES) {
        const url = path.replace(":id", rows.a.order_id).replace(":uuid", rows.a.visit.uuid);
        for (const authorization of strangers) {
          const config = { headers: { authorization }, validateStatus: () => true };
          const answer =
            method === "GET" ? await api.get(url, config) : await api.post(url, {}, config);
          expect([url, answer.status, answer.data.code]).toEqual([url, 401, "signed_out"]);
        }
      }
    });
  });

  describe("Producer B with A's ids", () => {
    it("finds nothing and changes nothing, in path and body, on any route", async () => {
      const before = await fingerprint(rows.a);
      for (const [name, { tries }] of Object.entries(MANIFEST)) {
        for (const { path, body } of tries?.(rows) ?? []) {
          const answer = name.startsWith("GET")
            ? await api.get(path, asB)
            : await api.post(path, body, asB);
          expect([name, answer.status, answer.data.code]).toEqual([name, 404, "not_found"]);
        }
      }
      expect(await fingerprint(rows.a)).toBe(before);
      const own = await api.get<ProducerProductRow>(`/producer/products/${rows.b.product_id}`, asB);
      expect(own.data.variants[0]?.price_vnd).toBe(120_000);
    });

    it("sees no word of A in any list, whatever is asked for", async () => {
      const { id, order_id, product_id, variant_id, visit, request_id, photo_id } = rows.a;
      const secrets = [
        id,
        order_id,
        product_id,
        variant_id,
        request_id,
        photo_id,
        "an-lac",
        ...Object.values(visit),
      ].filter((secret) => secret !== visit.date);
      for (const [name, { lists }] of Object.entries(MANIFEST)) {
        for (const query of lists ?? []) {
          const path =
            name.replace("GET ", "") +
            query
              .replace("=A", `=${id}`)
              .replace("MONTH", visit.date.slice(0, 7))
              .replace("DAY", visit.date);
          const answer = await api.get(path, asB);
          expect([path, answer.status]).toEqual([path, 200]);
          const text = JSON.stringify(answer.data);
          for (const secret of secrets) expect(text).not.toContain(secret);
        }
      }
    });

    it("would have been noticed: A's own deed changes the fingerprint", async () => {
      const before = await fingerprint(rows.a);
      await api.post(`/producer/orders/${rows.a.order_id}/confirm`, {}, asA);
      const after = await fingerprint(rows.a);
      expect(after).not.toBe(before);
      await api.post(`/producer/bookings/${rows.a.visit.uuid}/check-in`, {}, asA);
      expect(await fingerprint(rows.a)).not.toBe(after);
    });

    it("meets malformed ids with a refusal, never with an error of ours", async () => {
      for (const id of ["%00", "..%2f..", "'--", "x".repeat(1000), "%F0%9F%98%80", "null"]) {
        for (const { method, path } of PRODUCER_ROUTES.filter((route) => /:/.test(route.path))) {
          const url = path.replace(/:[a-z]+/, id);
          const answer = method === "GET" ? await api.get(url, asB) : await api.post(url, {}, asB);
          expect([url, answer.status >= 400 && answer.status < 500]).toEqual([url, true]);
        }
      }
    });
  });

  const quiet = { validateStatus: () => true };
  const bearer = (answer: Answer<Token>) => `Bearer ${must<string>(answer.data.token)}`;

  async function customerToken(): Promise<string> {
    const login = { email: "khach@example.com", password: "mat-khau-cua-khach" };
    const registered = await api.post<Token>("/auth/customer/emailpass/register", login, quiet);
    const headers = { "x-publishable-api-key": key, authorization: bearer(registered) };
    await api.post("/store/customers", { email: login.email }, { headers, ...quiet });
    return bearer(await api.post<Token>("/auth/customer/emailpass", login, quiet));
  }

  async function operatorToken(): Promise<string> {
    const { email } = await anOperator(getContainer());
    return bearer(
      await api.post<Token>("/auth/user/emailpass", { email, password: PASSWORD }, quiet),
    );
  }
});

/** A checksum over everything that belongs to one producer. */
async function fingerprint(producer: Own): Promise<string> {
  const [row] = await backend("lib/sql").sql()<{ sum: string }[]>`
    SELECT md5(string_agg(line, E'\n' ORDER BY line)) AS sum FROM (
      SELECT p::text AS line FROM producer p WHERE id = ${producer.id}
      UNION ALL SELECT m::text FROM producer_member m WHERE producer_id = ${producer.id}
      UNION ALL SELECT o::text FROM purchase.purchase_order o WHERE producer_id = ${producer.id}
      UNION ALL SELECT c::text FROM purchase.cash_difference c WHERE order_id = ${producer.order_id}
      UNION ALL SELECT r::text FROM purchase.order_refund r WHERE order_id = ${producer.order_id}
      UNION ALL SELECT r::text FROM refund_request.request r WHERE producer_id = ${producer.id}
      UNION ALL SELECT o::text FROM "order" o WHERE id = ${producer.order_id}
      UNION ALL SELECT f::text FROM order_fulfillment f WHERE order_id = ${producer.order_id}
      UNION ALL SELECT y::text FROM payment y JOIN order_payment_collection c
        ON c.payment_collection_id = y.payment_collection_id WHERE c.order_id = ${producer.order_id}
      UNION ALL SELECT d::text FROM booking.departure d WHERE id = ${producer.visit.departure_id}
      UNION ALL SELECT b::text FROM booking.booking b WHERE producer_id = ${producer.id}
      UNION ALL SELECT i::text FROM booking.unit_item i WHERE booking_uuid = ${producer.visit.uuid}
      UNION ALL SELECT e::text FROM booking.departure_event e
        WHERE departure_id = ${producer.visit.departure_id}
      UNION ALL SELECT p::text FROM product p WHERE id = ${producer.product_id}
      UNION ALL SELECT v::text FROM product_variant v WHERE id = ${producer.variant_id}
      UNION ALL SELECT pr::text FROM price pr JOIN product_variant_price_set ps
        ON ps.price_set_id = pr.price_set_id WHERE ps.variant_id = ${producer.variant_id}
      UNION ALL SELECT l::text FROM inventory_level l
        WHERE inventory_item_id = ${producer.inventory_item_id}
    ) lines`;
  return must(row).sum;
}
