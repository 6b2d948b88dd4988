import "../../with-bank-feed";

import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { REQUEST_TEXT_MAX } from "@cho-lang/shared/domain/refund-request";
import type { Api, Token } from "../../answer";
import { aCertificate, anOperator, PASSWORD } from "../../makers";
import { feed, feedAndName, ODD_BODIES, ODD_IDS, ODD_QUERIES, ODD_VALUES } from "../../malformed";
import { aMarket, aProducer, aPurchase, backend, type MarketProducer, must } from "../../market";
import { aTransfer } from "../../prepaid";
import { aRequestWithPhoto } from "../../requests";
import { routesOf, watchApplication } from "../../routes";
import { sql } from "../../settle";
import { medusaHttpSuite } from "../../support";
import { aTour, aVisit, type MarketTour } from "../../visits";

const { inboxService } = backend("workflows/payment/inbox-service");
const vietqr: typeof import("../../../src/modules/payment-vietqr") = createRequire(__filename)(
  "../../../src/modules/payment-vietqr",
);
const application = watchApplication();
const folder = path.resolve(__dirname, "../../../src/api/admin");
/** Medusa's own noun, of which one route is ours: the one that cancels. */
const MEDUSAS = "orders";
/** The operator's nouns that are ours; Medusa's own are not fed here. */
const nouns = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() && entry.name !== MEDUSAS && hasRoute(path.join(folder, entry.name))
    ? [entry.name]
    : [],
);
function hasRoute(noun: string): boolean {
  return readdirSync(noun, { recursive: true }).some((file) => String(file).endsWith("route.ts"));
}
const reason = "Kiểm tra hằng năm không đạt";

medusaHttpSuite("admin-bad-input", ({ api: client, getContainer }) => {
  const api = client as Api;
  let hoa: MarketProducer;
  let purchase: string;
  let asked: { request_id: string; photo_id: string };
  let submitted: string;
  let tour: MarketTour;
  let visit: string;
  let paymentEvent: string;
  let suspense: string;
  let refund: string;
  let difference: string;
  let operator: ReturnType<typeof anAsker>;

  function anAsker(config: object) {
    return {
      get: (url: string) => api.get(url, config),
      post: (url: string, body?: unknown) => api.post(url, body, config),
      delete: (url: string) => api.delete(url, config),
    };
  }

  beforeAll(async () => {
    const container = getContainer();
    const market = await aMarket(container);
    hoa = await aProducer(container, market, { handle: "hoa", roles: ["owner", "seller"] });
    const bought = await aPurchase(api, market, [hoa.variant_id]);
    purchase = bought.purchase_id;
    const [order] = await sql()<{ number: string }[]>`SELECT number FROM purchase.purchase_order
      WHERE purchase_id = ${purchase}`;
    asked = await aRequestWithPhoto(api, market, { ...bought, ...must(order) });
    submitted = await aCertificate(container, { product_id: hoa.product_id, verified: false });
    tour = await aTour(container, market, { producer_id: hoa.id, handle: "hoa" });
    visit = (await aVisit(api, market, tour)).uuid;
    const event = { provider: "stripe", event_id: "evt_1", kind: "news", payload: {} } as const;
    paymentEvent = (await inboxService(container).storeEvent(event)).id;
    ({ suspense, refund } = await strayMoney());
    difference = await missingCash();
    const { email } = await anOperator(container);
    const { data } = await api.post<Token>("/auth/user/emailpass", { email, password: PASSWORD });
    const headers = { authorization: `Bearer ${data.token}` };
    operator = anAsker({ headers, validateStatus: () => true });
  });

  /** Money in suspense, and some that goes back. */
  async function strayMoney(): Promise<{ suspense: string; refund: string }> {
    const sender = { bank_bin: "970436", account_number: "0071000123456", name: "NGUYEN THI MAI" };
    const transfers = [1_000, 2_000].map((amount) => ({ ...aTransfer("qua", amount), sender }));
    await vietqr.recordTransfers(transfers);
    const rows = await sql()<{ id: string }[]>`SELECT id FROM vietqr.suspense ORDER BY amount_vnd`;
    const [open, back] = rows.map(({ id }) => id);
    const decision = { suspense_id: must(back), actor_id: "user_1" };
    return { suspense: must(open), refund: (await vietqr.sendBackSuspense(decision)).id };
  }

  /** A note of cash that did not come with a parcel. */
  async function missingCash(): Promise<string> {
    const [row] = await sql()<{ id: string }[]>`
      INSERT INTO purchase.cash_difference
        (id, order_id, expected_vnd, missing_vnd, note, reported_by)
      SELECT 'cash_1', order_id, total_vnd, 1000, '', 'prmem_1' FROM purchase.purchase_order
      WHERE purchase_id = ${purchase} RETURNING id`;
    return must(row).id;
  }

  const seller = () => must(hoa.members.find(({ role }) => role === "seller")).id;
  const ids: Record<string, () => string> = {
    bookings: () => visit,
    "cash-differences": () => difference,
    catalog: () => hoa.product_id,
    certifications: () => submitted,
    departures: () => tour.departure_id,
    "payment-events": () => paymentEvent,
    producers: () => hoa.id,
    purchases: () => purchase,
    "refund-requests": () => asked.request_id,
    "refunds-due": () => refund,
    suspense: () => suspense,
    villages: () => submitted,
  };
  const idOf = (route: string): string => must(ids[route.split("/")[2] ?? ""])();
  const filled = (route: string) =>
    route
      .replace(/:id|:uuid/, () => idOf(route))
      .replace(":member_id", seller())
      .replace(":photo", asked.photo_id);
  const formOf = (route: string): Record<string, unknown> => {
    if (route.includes("/bank-statements")) return { file: "YQ==" };
    if (route.includes("/cash-differences/")) return { deed: "write_off", note: "Không đòi nữa" };
    if (route.endsWith("/decide")) return { deed: "refuse", note: "Không đủ bằng chứng" };
    if (route.endsWith("/resolve")) return { deed: "keep", note: "Quà của khách" };
    if (route.endsWith("/sent")) return { bank_reference: "FT26326000001" };
    if (route.endsWith("/verify") || route.endsWith("/replay")) return {};
    if (route.endsWith("/reindex")) return { engine: "search-postgres" };
    if (route.endsWith("/retry")) return { engine: "search-postgres", product_ids: ["prod_none"] };
    return route.includes("/members/") ? { status: "suspended", reason } : { reason };
  };
  /** What is odd elsewhere and just short enough for a decision's note. */
  const isGood = (field: string, value: unknown) =>
    field === "note" && typeof value === "string" && value.length === REQUEST_TEXT_MAX;
  /** Our routes as the running application knows them: a new one is fed from its first day. */
  const running = (method: string) =>
    routesOf(application())
      .filter((route) => route.method === method)
      .map((route) => route.path)
      .filter((route) => nouns.includes(route.split("/")[2] ?? "") && route.startsWith("/admin/"));

  it("knows the routes that it feeds", () => {
    expect(nouns).toEqual([
      "bank-statements",
      "bookings",
      "cash-differences",
      "catalog",
      "certifications",
      "departures",
      "money",
      "payment-events",
      "producers",
      "purchases",
      "refund-requests",
      "refunds-due",
      "suspense",
      "villages",
    ]);
    expect(running("GET").length).toBeGreaterThanOrEqual(18);
    expect(running("POST").length).toBeGreaterThanOrEqual(12);
    expect(running("DELETE")).toEqual([]);
  });

  it("refuses every odd id in a path, and ids of other things", async () => {
    const others = [hoa.variant_id, hoa.location_id, "cert_none"];
    const broken: unknown[] = [];
    for (const method of ["GET", "POST"]) {
      for (const route of running(method).filter((one) => one.includes(":"))) {
        for (const odd of [...ODD_IDS, ...others]) {
          const urls = [route.replace(/:id|:uuid/, odd).replace(":member_id", seller())];
          if (route.includes(":member_id")) {
            urls.push(route.replace(":id", hoa.id).replace(":member_id", odd));
          }
          for (const url of urls) {
            const { status, data } = await (method === "GET"
              ? operator.get(url)
              : operator.post(url, formOf(route)));
            const isNamed = status === 400 && data.fields?.[0]?.field === "path";
            if (status !== 404 && !isNamed) broken.push([status, method, url.slice(0, 120), data]);
          }
        }
      }
    }
    expect(broken).toEqual([]);
  });

  it("finds no order to cancel under an odd id", async () => {
    const answers = await Promise.all(
      [...ODD_IDS, hoa.variant_id, purchase].map((odd) =>
        operator.post(`/admin/${MEDUSAS}/${odd}/cancel`),
      ),
    );
    const broken = answers.filter(({ status, data }) => {
      const isNamed = data.fields?.[0]?.field === "path" || data.code === "malformed_value";
      return status !== 404 && !isNamed;
    });
    expect(broken.map(({ status, data }) => [status, data])).toEqual([]);
  });

  it("answers every odd query, or names what is odd in it", async () => {
    const broken: string[] = [];
    for (const route of running("GET")) {
      for (const query of ODD_QUERIES) {
        const asked = { method: "GET", path: `${filled(route)}?${query}` };
        broken.push(...(await feedAndName(operator, asked)));
      }
    }
    expect(broken).toEqual([]);
  });

  it("refuses in every list what is no page, no text and no known filter, by its name", async () => {
    const long = encodeURIComponent("ă".repeat(1_000));
    const odd = ["page=0", "page=501", "page=x", "q=%00", `q=${long}`, "q[]=a", "oops=1"];
    const broken: unknown[] = [];
    for (const route of running("GET").filter((one) => !one.includes(":"))) {
      for (const query of odd) {
        const { status, data } = await operator.get(`${route}?${query}`);
        const field = query.split(/[=[]/)[0] ?? "";
        const isNamed = String(data.fields?.[0]?.field).startsWith(field);
        if (status !== 400 || !isNamed) broken.push([status, route, query.slice(0, 40), data]);
      }
    }
    expect(broken).toEqual([]);
  });

  it("refuses every odd body, naming what is odd in it", async () => {
    const broken: string[] = [];
    for (const route of running("POST")) {
      for (const body of ODD_BODIES) {
        const asked = { method: "POST", path: filled(route), body };
        const isNothing = body === null || JSON.stringify(body) === "{}";
        broken.push(...(await (isNothing ? feed(operator, asked) : feedAndName(operator, asked))));
      }
    }
    expect(broken).toEqual([]);
  });

  it("refuses every odd value in each field of each form, naming the field, and changes nothing", async () => {
    const before = (await operator.get(`/admin/producers/${hoa.id}`)).data;
    const broken: unknown[] = [];
    for (const route of running("POST")) {
      for (const field of Object.keys(formOf(route))) {
        for (const value of ODD_VALUES) {
          if (route.endsWith("/decide") && isGood(field, value)) continue;
          const body = { ...formOf(route), [field]: value };
          const { status, data } = await operator.post(filled(route), body);
          const isNamed = data.fields?.some((fault: { field: string }) =>
            fault.field.startsWith(field),
          );
          if (status !== 400 || !isNamed) broken.push([status, route, field, value, data]);
        }
      }
    }
    expect(broken).toEqual([]);
    expect((await operator.get(`/admin/producers/${hoa.id}`)).data).toEqual(before);
  });
});
