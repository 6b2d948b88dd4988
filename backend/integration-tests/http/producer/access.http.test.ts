import type { Refusal } from "@cho-lang/shared/contracts/checkout";
import type {
  ProducerMe,
  ProducerMember,
  ProducerMembers,
  ProducerOrder,
  ProducerOrders,
  ProducerProductRow,
  ProducerProducts,
  ProducerToday,
} from "@cho-lang/shared/contracts/producer";
import type { MedusaContainer } from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";
import type { Api } from "../../answer";
import {
  aMarket,
  aProducer,
  aPurchase,
  backend,
  type MarketProducer,
  must,
  signIn,
} from "../../market";
import { medusaHttpSuite } from "../../support";

type Config = Awaited<ReturnType<typeof signIn>>;
const quiet = { validateStatus: () => true };

medusaHttpSuite("producer-access", ({ api: client, getContainer }) => {
  const api = client as Api;
  let container: MedusaContainer;
  let hoa: MarketProducer;
  let as: Record<string, Config>;
  let order: string;

  beforeAll(async () => {
    container = getContainer();
    const market = await aMarket(container);
    hoa = await aProducer(container, market, {
      handle: "hoa",
      roles: ["owner", "manager", "seller", "guide", "accountant"],
    });
    as = {};
    for (const { role, email } of hoa.members) {
      as[role] = await signIn(api, { email, password: hoa.password });
    }
    await aPurchase(api, market, [hoa.variant_id]);
    order = must<string>(
      (await api.get<ProducerOrders>("/producer/orders", as.owner)).data.orders[0]?.id,
    );
  });

  const memberOf = (role: string) => must(hoa.members.find((member) => member.role === role));
  const setStatus = (role: string, status: string, by = "owner") =>
    api.post<Partial<ProducerMember & Refusal>>(
      `/producer/members/${memberOf(role).id}`,
      { status },
      as[by],
    );

  describe("A member", () => {
    it("is told who it is, for whom it works and what it may do", async () => {
      const { data } = await api.get<ProducerMe>("/producer/me", as.seller);
      expect(data.member).toMatchObject({ role: "seller", email: memberOf("seller").email });
      expect(data.producer).toMatchObject({ handle: "hoa", status: "open" });
      expect(data.actions).toContain("ship_orders");
      expect(data.actions).not.toContain("cancel_orders");
    });

    it.each(["suspended", "removed"])("is out at once when it is %s", async (status) => {
      expect((await api.get("/producer/me", as.seller)).status).toBe(200);
      expect((await setStatus("seller", status)).data.status).toBe(status);
      for (const path of ["me", "today", "orders", `orders/${order}`, "products"]) {
        const answer = await api.get(`/producer/${path}`, as.seller);
        expect([path, answer.status, answer.data.code]).toEqual([path, 401, "signed_out"]);
      }
      const deed = await api.post(`/producer/orders/${order}/confirm`, {}, as.seller);
      expect(deed.status).toBe(401);
      // Signing in again gives a token, but the door stays shut.
      const login = { email: memberOf("seller").email, password: hoa.password };
      expect((await api.get("/producer/me", await signIn(api, login))).status).toBe(401);
    });

    it("comes back in when it is activated again", async () => {
      await setStatus("seller", "suspended");
      expect((await setStatus("seller", "active")).data.status).toBe("active");
      expect((await api.get("/producer/me", as.seller)).status).toBe(200);
    });

    it("does what its role includes and nothing else", async () => {
      const tries: [string, string, number][] = [
        ["guide", "orders", 403],
        ["guide", "products", 200],
        ["accountant", "orders", 200],
        ["seller", "members", 403],
        ["manager", "members", 403],
        ["owner", "members", 200],
      ];
      for (const [role, path, status] of tries) {
        expect([role, path, (await api.get(`/producer/${path}`, as[role])).status]).toEqual([
          role,
          path,
          status,
        ]);
      }
      const cancel = { reason: "out_of_stock", note: "" };
      const refused = await api.post(`/producer/orders/${order}/cancel`, cancel, as.seller);
      expect([refused.status, refused.data.code]).toEqual([403, "role_not_allowed"]);
      const counts = (await api.get<ProducerToday>("/producer/today", as.guide)).data.counts;
      expect(counts).toEqual({ to_confirm: 0, to_pack: 0, to_ship: 0, refused: 0 });
    });
  });

  describe("The team", () => {
    it("is managed by its owner, who can't lock out the last owner", async () => {
      expect((await setStatus("owner", "removed")).data.code).toBe("own_membership");
      expect((await setStatus("manager", "suspended")).status).toBe(200);
      expect((await setStatus("manager", "suspended")).status).toBe(200);
      expect((await setStatus("manager", "asleep")).status).toBe(400);
      const { members } = (await api.get<ProducerMembers>("/producer/members", as.owner)).data;
      expect(members.find((one: { role: string }) => one.role === "manager")?.status).toBe(
        "suspended",
      );
    });
  });

  describe("A suspended shop", () => {
    it("still serves what was bought, and changes nothing", async () => {
      await backend("workflows/producer/suspend-producer")
        .suspendProducerWorkflow(container)
        .run({
          input: {
            producer_id: hoa.id,
            actor: { id: "user_1", name: "Operator" },
            reason: "Kiểm tra",
          },
        });
      const confirm = await api.post<ProducerOrder>(
        `/producer/orders/${order}/confirm`,
        {},
        as.owner,
      );
      expect(confirm.data.progress).toBe("to_pack");
      const body = { variants: [{ id: hoa.variant_id, stock: 5 }] };
      const edit = await api.post(`/producer/products/${hoa.product_id}`, body, as.owner);
      expect([edit.status, edit.data.code]).toEqual([403, "shop_not_open"]);
    });
  });

  describe("Products", () => {
    const edit = (wish: object, role = "seller") =>
      api.post<Partial<ProducerProductRow & Refusal>>(
        `/producer/products/${hoa.product_id}`,
        { variants: [{ id: hoa.variant_id, ...wish }] },
        as[role],
      );

    it("get a new price and stock together", async () => {
      const answer = await edit({ price_vnd: 135_000, stock: 50, stock_seen: 20 });
      expect(answer.data.variants).toEqual([
        {
          id: hoa.variant_id,
          title: "túi 500 g",
          unit: "túi 500 g",
          price_vnd: 135_000,
          stock: 50,
          reserved: 1,
        },
      ]);
      const [prices] = await backend("lib/sql").sql()<
        { count: number }[]
      >`SELECT count(*)::int FROM price pr
        JOIN product_variant_price_set ps ON ps.price_set_id = pr.price_set_id
        WHERE ps.variant_id = ${hoa.variant_id} AND pr.deleted_at IS NULL`;
      expect(must(prices).count).toBe(1);
    });

    it("keep both when one can't be done", async () => {
      const answer = await edit({ price_vnd: 99_000, stock: 0 });
      expect([answer.status, answer.data.code]).toEqual([400, "stock_below_reserved"]);
      const row = (
        await api.get<ProducerProductRow>(`/producer/products/${hoa.product_id}`, as.seller)
      ).data;
      expect(row.variants[0]).toMatchObject({ price_vnd: 120_000, stock: 20, reserved: 1 });
    });

    it("ask to look again when the stock changed meanwhile", async () => {
      await edit({ stock: 30, stock_seen: 20 });
      expect((await edit({ stock: 25, stock_seen: 20 })).data.code).toBe("stock_changed");
      expect((await edit({ stock: 30, stock_seen: 20 })).status).toBe(200);
    });

    it("of two members who count at once, one counted last", async () => {
      const answers = await Promise.all([
        edit({ stock: 40, stock_seen: 20 }),
        edit({ stock: 60, stock_seen: 20 }),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
    });

    it("refuse prices and stocks that can't be, naming the field", async () => {
      for (const wish of [
        { price_vnd: 999 },
        { price_vnd: 1.5e9 },
        { stock: -1 },
        { stock: 0.5 },
      ]) {
        const answer = await edit(wish);
        expect(answer.status).toBe(400);
        expect(answer.data.fields?.[0]?.field).toContain("variants.0.");
      }
      const none = await api.post(`/producer/products/${hoa.product_id}`, {}, as.seller);
      expect([none.status, none.data.fields?.[0]?.field]).toEqual([400, "variants"]);
    });

    it("are found by a word without diacritics", async () => {
      const find = (q: string) =>
        api.get<ProducerProducts>(`/producer/products?q=${encodeURIComponent(q)}`, as.seller);
      expect((await find("ca phe")).data.count).toBe(1);
      expect((await find("gốm")).data).toMatchObject({ count: 0, products: [] });
      expect((await find("x".repeat(1000))).status).toBe(400);
    });
  });

  describe("Signing in", () => {
    const from = (address: string) => ({ ...quiet, headers: { "x-forwarded-for": address } });
    const login = (email: string, password: string, address: string) =>
      api.post("/auth/producer/emailpass", { email, password }, from(address));

    it("waits after ten wrong passwords from one place, even for the right one", async () => {
      const { email } = memberOf("manager");
      for (let n = 0; n < 10; n++) {
        expect((await login(email, `wrong-${n}`, "203.0.113.1")).status).toBe(401);
      }
      const stopped = await login(email, hoa.password, "203.0.113.1");
      expect([stopped.status, stopped.data.code]).toEqual([429, "too_many_attempts"]);
      expect(Number(stopped.headers["retry-after"])).toBeGreaterThan(800);
      expect((await login(email, hoa.password, "203.0.113.2")).status).toBe(200);
    });

    it("stops a flood of guesses that is sent at once", async () => {
      const { email } = memberOf("guide");
      const answers = await Promise.all(
        Array.from({ length: 30 }, (_, n) => login(email, `wrong-${n}`, "203.0.113.3")),
      );
      expect(answers.filter(({ status }) => status === 401)).toHaveLength(10);
      expect(answers.filter(({ status }) => status === 429)).toHaveLength(20);
    });

    it("has no side door: other methods and actors count the same", async () => {
      const email = "khach@example.com";
      for (let n = 0; n < 10; n++) {
        await api.post(
          "/auth/customer/emailpass",
          { email, password: `w${n}` },
          from("203.0.113.4"),
        );
      }
      const tries = ["/auth/user/emailpass", "/auth/Producer/emailpass/"];
      for (const path of tries) {
        const answer = await api.post(path, { email, password: "w" }, from("203.0.113.4"));
        expect([path, answer.status]).toEqual([path, 429]);
      }
    });

    it("never counts the right password", async () => {
      const { email } = memberOf("owner");
      for (let n = 0; n < 15; n++) {
        expect((await login(email, hoa.password, "203.0.113.5")).status).toBe(200);
      }
    });
  });

  describe("A forgotten password", () => {
    const ask = (email: string, actor = "producer", lang = "vi") =>
      api.post(
        `/auth/${actor}/emailpass/reset-password?lang=${lang}`,
        { identifier: email },
        { ...quiet, headers: { "x-forwarded-for": `198.51.100.${email.length}` } },
      );

    it("is replaced by the link in the mail, which works once", async () => {
      const { email } = memberOf("accountant");
      expect((await ask(email)).status).toBe(201);
      const mail = must(await mailTo(email));
      expect(mail.template).toBe("password-reset");
      const link = must(/https?:\S+/.exec(String(mail.data?.text)))[0];
      expect(link).toContain("/producer/reset?token=");
      const token = must(new URL(link).searchParams.get("token"));
      const bearer = { ...quiet, headers: { authorization: `Bearer ${token}` } };
      const set = (password: string) =>
        api.post("/auth/producer/emailpass/update", { password }, bearer);
      expect((await set("mat-khau-moi-1")).status).toBe(200);
      expect((await set("mat-khau-moi-2")).status).toBe(401);
      expect(await signIn(api, { email, password: "mat-khau-moi-1" })).toBeDefined();
    });

    it("is answered in the asker's language", async () => {
      await ask(memberOf("manager").email, "producer", "en");
      const mail = must(await mailTo(memberOf("manager").email));
      expect(mail.data?.subject).toBe("Choose a new password for Chợ Làng");
      expect(mail.data?.text).toContain("/en/producer/reset?token=");
    });

    it("is not told to strangers: the answer is the same and no mail is sent", async () => {
      await setStatus("seller", "removed");
      const answers = [await ask("ai-do@example.com"), await ask(memberOf("seller").email)];
      expect(answers.map(({ status }) => status)).toEqual([201, 201]);
      expect(await mailTo("ai-do@example.com", 5)).toBeUndefined();
      expect(await mailTo(memberOf("seller").email, 5)).toBeUndefined();
    });

    async function mailTo(email: string, waits = 50) {
      for (let wait = 0; wait < waits; wait++) {
        const mails = await container
          .resolve(Modules.NOTIFICATION)
          .listNotifications({ channel: "email" });
        const mail = mails.find(({ to }) => to === email);
        if (mail) return mail;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      return undefined;
    }
  });
});
