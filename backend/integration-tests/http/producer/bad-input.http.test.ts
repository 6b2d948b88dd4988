import type { ProducerOrders } from "@cho-lang/shared/contracts/producer";
import { REQUEST_TEXT_MAX } from "@cho-lang/shared/domain/refund-request";
import { PRODUCER_ROUTES } from "../../../src/api/producer/access";
import type { Api, Refused } from "../../answer";
import { aHost, type Guests, guests } from "../../host";
import { feed, feedAndName, ODD_BODIES, ODD_IDS, ODD_QUERIES, ODD_VALUES } from "../../malformed";
import { aMarket, aPurchase, type MarketProducer, must } from "../../market";
import { aRequestWithPhoto } from "../../requests";
import { routesOf, watchApplication } from "../../routes";
import { medusaHttpSuite } from "../../support";

const application = watchApplication();

medusaHttpSuite("producer-bad-input", ({ api: client, getContainer }) => {
  const api = client as Api;
  let hoa: MarketProducer;
  let order: string;
  let asked: { request_id: string; photo_id: string };
  let mai: Guests;
  let owner: ReturnType<typeof aMember>;

  function aMember(config: object) {
    return {
      get: <T = Refused>(path: string) => api.get<T>(path, config),
      post: (path: string, body?: unknown) => api.post(path, body, config),
      delete: (path: string) => api.delete(path, config),
    };
  }

  beforeAll(async () => {
    const container = getContainer();
    const market = await aMarket(container);
    const host = await aHost(api, container, market, { handle: "hoa", roles: ["owner", "seller"] });
    hoa = host.producer;
    owner = aMember(must(host.as.owner));
    const bought = await aPurchase(api, market, [hoa.variant_id]);
    const { data } = await owner.get<ProducerOrders>("/producer/orders");
    const { id, number } = must(data.orders[0]);
    order = id;
    asked = await aRequestWithPhoto(api, market, { ...bought, number });
    mai = await guests(api, market, host.tour);
  });

  const seller = () => must(hoa.members.find(({ role }) => role === "seller")).id;
  /** A form that is right in every field, and the id that it goes to, by route. */
  const forms = (): Record<string, { id: string; form: Record<string, unknown> }> => ({
    confirm: { id: order, form: {} },
    pack: { id: order, form: {} },
    deliver: { id: order, form: { collected_vnd: 100_000, note: "Thiếu" } },
    refuse: { id: order, form: { reason: "not_taken", note: "Vắng nhà" } },
    "take-back": { id: order, form: { is_sound: true } },
    ship: { id: order, form: { tracking_number: "VN-1234", carrier: "Bưu điện" } },
    cancel: { id: order, form: { reason: "other", note: "Mưa" } },
    products: {
      id: hoa.product_id,
      form: { variants: [{ id: hoa.variant_id, price_vnd: 130_000, stock: 5, stock_seen: 20 }] },
    },
    accept: { id: asked.request_id, form: {} },
    decline: { id: asked.request_id, form: { text: "Không có lỗi" } },
    receive: { id: asked.request_id, form: { is_sound: true } },
    members: { id: seller(), form: { status: "suspended" } },
    close: { id: mai.departure_id, form: { reason: "weather", note: "Bão" } },
    reopen: { id: mai.departure_id, form: {} },
    capacity: { id: mai.departure_id, form: { capacity: 9 } },
    "check-ins": { id: "", form: { ticket: mai.ticket.code, any_day: true } },
    "check-in": { id: mai.uuid, form: { tickets: mai.ticket.tickets.map(({ id }) => id) } },
    "undo-check-in": { id: mai.uuid, form: { tickets: mai.ticket.tickets.map(({ id }) => id) } },
    "no-show": { id: mai.uuid, form: {} },
    "undo-no-show": { id: mai.uuid, form: {} },
    collect: { id: mai.uuid, form: {} },
    "undo-collect": { id: mai.uuid, form: {} },
  });
  const named = (path: string, id: string) =>
    path.replace(/:[a-z]+/, id).replace(":photo", asked.photo_id);
  const formOf = (path: string) => {
    const [, , noun = "", , step] = path.split("/");
    return must(forms()[step ?? noun]);
  };
  /** Odd in most fields, but not in these: a number of seats, a yes, nobody. */
  const isGood = (field: string, value: unknown) =>
    (["capacity", "collected_vnd"].includes(field) && value === 7) ||
    (["any_day", "is_sound"].includes(field) && value === true) ||
    (field === "text" && typeof value === "string" && value.length === REQUEST_TEXT_MAX) ||
    (field === "tickets" && Array.isArray(value));
  /** The running application's own list, so that a new route is fed from its first day. */
  const running = (method: string) =>
    routesOf(application())
      .filter((route) => route.method === method && /^\/producer\//.test(route.path))
      .map(({ path }) => path);

  it("knows the routes that it feeds", () => {
    expect(running("GET").length + running("POST").length).toBe(PRODUCER_ROUTES.length);
  });

  it("refuses every odd id in a path, and ids of other things", async () => {
    const others = [hoa.variant_id, hoa.location_id, hoa.id, "order_none"];
    const broken: unknown[] = [];
    for (const method of ["GET", "POST"]) {
      for (const path of running(method).filter((one) => one.includes(":"))) {
        for (const id of [...ODD_IDS, ...others]) {
          const url = named(path, id);
          const { status, data } = await (method === "GET"
            ? owner.get(url)
            : owner.post(url, formOf(path).form));
          const isNamed = status === 400 && data.fields?.[0]?.field === "path";
          if (status !== 404 && !isNamed) broken.push([status, method, url.slice(0, 120), data]);
        }
      }
    }
    expect(broken).toEqual([]);
  });

  it("answers every odd query, or names what is odd in it", async () => {
    const broken: string[] = [];
    for (const path of running("GET")) {
      const own = { products: hoa.product_id, "refund-requests": asked.request_id };
      const [, , noun = ""] = path.split("/");
      const id = own[noun as keyof typeof own] ?? order;
      for (const query of ODD_QUERIES) {
        const asked = { method: "GET", path: `${named(path, id)}?${query}` };
        broken.push(...(await feedAndName(owner, asked)));
      }
    }
    expect(broken).toEqual([]);
  });

  it("refuses in its lists what is no page, no text and no state of an order, by its name", async () => {
    const odd = [
      ["orders", "page=0", "page"],
      ["orders", "page=1001", "page"],
      ["orders", "page=x", "page"],
      ["orders", "page=1&page=2", "page"],
      ["orders", "progress=lost", "progress"],
      ["orders", "progress=%00", "progress"],
      ["products", "page=1e9", "page"],
      ["products", `q=${"x".repeat(1_000)}`, "q"],
      ["products", "q=%00", "q"],
      ["products", "q[]=a", "q"],
    ];
    for (const [list, query, field] of odd) {
      const { status, data } = await owner.get(`/producer/${list}?${query}`);
      expect([query, status, data.fields?.[0]?.field]).toEqual([query, 400, field]);
    }
  });

  it("refuses every odd body, naming what is odd in it", async () => {
    const broken: string[] = [];
    for (const path of running("POST")) {
      const { id } = formOf(path);
      for (const body of ODD_BODIES) {
        const asked = { method: "POST", path: named(path, id), body };
        const isNothing = body === null || JSON.stringify(body) === "{}";
        broken.push(...(await (isNothing ? feed(owner, asked) : feedAndName(owner, asked))));
      }
    }
    expect(broken).toEqual([]);
  });

  it("refuses every odd value in each field of each form, naming the field", async () => {
    const allowed = ["carrier", "note"];
    const broken: unknown[] = [];
    for (const path of running("POST")) {
      const { id, form } = formOf(path);
      for (const field of Object.keys(form)) {
        for (const value of ODD_VALUES) {
          if (value === "" && allowed.includes(field)) continue;
          if (isGood(field, value)) continue;
          const body = { ...form, [field]: value };
          const { status, data } = await owner.post(named(path, id), body);
          const isNamed = data.fields?.some((fault: { field: string }) =>
            fault.field.startsWith(field),
          );
          if (status !== 400 || !isNamed) broken.push([status, path, field, value, data]);
        }
      }
    }
    expect(broken).toEqual([]);
  });

  it("refuses every odd value in a product's variant, naming the field, and changes nothing", async () => {
    const path = `/producer/products/${hoa.product_id}`;
    const before = (await owner.get(path)).data;
    const broken: unknown[] = [];
    for (const field of ["price_vnd", "stock", "stock_seen"]) {
      for (const value of [...ODD_VALUES, 0.5, "5", 1e9 + 1].filter((one) => one !== 7)) {
        const variant = { id: hoa.variant_id, stock: 9, stock_seen: 20, [field]: value };
        const { status, data } = await owner.post(path, { variants: [variant] });
        const named = data.fields?.some(
          (fault: { field: string }) => fault.field === `variants.0.${field}`,
        );
        if (status !== 400 || !named) broken.push([status, field, value, data]);
      }
    }
    expect(broken).toEqual([]);
    expect((await owner.get(path)).data).toEqual(before);
  });
});
