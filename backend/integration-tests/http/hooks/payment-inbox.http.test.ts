import "../../with-bank-feed";

import type {
  OperatorPaymentEvent,
  OperatorPaymentEvents,
} from "@cho-lang/shared/contracts/operator-payments";
import type { Api, Refused, Token } from "../../answer";
import { anOperator, PASSWORD } from "../../makers";
import { must } from "../../market";
import { meeting } from "../../meeting";
import { soon } from "../../search/soon";
import { sql } from "../../settle";
import { medusaHttpSuite } from "../../support";
import { ACCOUNT_NUMBER, aTransfer, signedHeaders } from "../../with-bank-feed";

const HOOK = "/hooks/payment/vietqr";
const EVENTS = "/admin/payment-events";

medusaHttpSuite("payment-inbox", ({ api: client, getContainer }) => {
  const api = client as Api;
  let headers: { authorization: string };

  beforeAll(async () => {
    const { email } = await anOperator(getContainer());
    const { data } = await api.post<Token>("/auth/user/emailpass", { email, password: PASSWORD });
    headers = { authorization: `Bearer ${data.token}` };
  });

  /** Sends the very bytes: the client must not write them anew. */
  const send = (body: string, config: { headers?: object; path?: string } = {}) =>
    api.post(config.path ?? HOOK, body, {
      headers: config.headers ?? signedHeaders(body),
      transformRequest: [(data: unknown) => data],
      validateStatus: () => true,
    });
  const tell = (over: Parameters<typeof aTransfer>[0]) => send(JSON.stringify(aTransfer(over)));
  const get = <T = Refused>(path: string) =>
    api.get<T>(`${EVENTS}${path}`, { headers, validateStatus: () => true });
  const replay = <T = OperatorPaymentEvent>(id: string) =>
    api.post<T>(`${EVENTS}/${id}/replay`, undefined, { headers, validateStatus: () => true });
  const rows = () => sql()`SELECT event_id, state, attempts FROM inbox.event ORDER BY event_id`;
  const transfers = async () =>
    (await sql()`SELECT bank_id FROM vietqr.bank_transfer ORDER BY bank_id`).map(
      (row) => row.bank_id,
    );
  const done = (id: number, attempts = 1) => ({
    event_id: `sepay:${id}`,
    state: "done",
    attempts,
  });
  const idOf = async (event_id: string): Promise<string> => {
    const [row] = await sql()`SELECT id FROM inbox.event WHERE event_id = ${event_id}`;
    return must(row).id;
  };

  it("stores what the bank tells, answers, and only then processes it", async () => {
    const { status, data } = await tell({ id: 1 });
    expect([status, data]).toEqual([200, { success: true }]);
    expect(await rows()).toHaveLength(1);
    await soon(rows, [done(1)]);
    expect(await transfers()).toEqual(["FT1"]);
  });

  it("judges the very bytes that were signed, however they are laid out", async () => {
    const body = JSON.stringify(aTransfer({ id: 2, content: "trà   ôi" }), null, 3);
    expect((await send(body)).status).toBe(200);
    await soon(rows, [done(2)]);
  });

  it("refuses what is forged, unsigned, changed or five minutes old, and stores nothing", async () => {
    const body = JSON.stringify(aTransfer({ id: 3 }));
    const json = { "content-type": "application/json" };
    const changed = body.replace("120000", "920000");
    const tries = {
      webhook_unsigned: send(body, { headers: json }),
      webhook_forged: send(body, { headers: signedHeaders(body, { secret: "a guess" }) }),
      webhook_stale: send(body, { headers: signedHeaders(body, { secondsAgo: 361 }) }),
    };
    for (const [code, attempt] of Object.entries(tries)) {
      const { status, data } = await attempt;
      expect([status, data.code, data.fields?.[0]?.field]).toEqual([401, code, "signature"]);
    }
    const tampered = await send(changed, { headers: signedHeaders(body) });
    expect([tampered.status, tampered.data.code]).toEqual([401, "webhook_forged"]);
    const guessed = { ...json, authorization: "Apikey a guess" };
    expect((await send(body, { headers: guessed })).status).toBe(401);
    expect(await rows()).toEqual([]);
  });

  it("takes a body of 250 KB, and refuses one of 300 KB and what is no JSON", async () => {
    const large = (id: number, letters: number) =>
      JSON.stringify(aTransfer({ id, content: "x".repeat(letters) }));
    expect((await send(large(4, 250_000))).status).toBe(200);
    expect((await send(large(5, 300_000))).status).toBe(413);
    expect((await send("{ no JSON")).status).toBe(400);
    const body = JSON.stringify(aTransfer({ id: 5 }));
    const plain = { ...signedHeaders(body), "content-type": "application/octet-stream" };
    const { status, data } = await send(body, { headers: plain });
    expect([status, data.fields?.[0]?.field]).toEqual([400, "body"]);
    await soon(rows, [done(4)]);
  });

  it("knows no provider but the configured ones", async () => {
    const body = JSON.stringify(aTransfer({ id: 6 }));
    for (const provider of ["stripe", "cod_cod", "pp_vietqr_vietqr", "toString", "%00"]) {
      const { status } = await send(body, { path: `/hooks/payment/${provider}` });
      expect(status, provider).toBe(404);
    }
    expect(await rows()).toEqual([]);
  });

  it("stores and processes an event once that comes twenty times at once, and again later", async () => {
    const body = JSON.stringify(aTransfer({ id: 7 }));
    const everybody = meeting(20);
    const answers = await Promise.all(
      Array.from({ length: 20 }, async () => {
        await everybody();
        return send(body);
      }),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
    await soon(rows, [done(7)]);
    expect((await send(body)).status).toBe(200);
    expect(await rows()).toEqual([done(7)]);
    expect(await transfers()).toEqual(["FT7"]);
  });

  it("processes events in whatever order they come, and money that goes out without any trace", async () => {
    await Promise.all([
      tell({ id: 9, transactionDate: "2026-11-22 14:05:00" }),
      tell({ id: 8, transactionDate: "2026-11-22 14:01:00", transferAmount: 90_000 }),
      tell({ id: 10, transferType: "out" }),
    ]);
    await soon(rows, [done(10), done(8), done(9)]);
    expect(await transfers()).toEqual(["FT8", "FT9"]);
  });

  it("lets a slow event hold up its own worker and no other, and takes it when it can", async () => {
    const held = `vietqr:${ACCOUNT_NUMBER}:70000`;
    await sql().begin(async (tx) => {
      await tx`SELECT pg_advisory_xact_lock(hashtextextended(${held}, 0))`;
      await tell({ id: 21, transferAmount: 70_000 });
      const isHeld = async () => {
        const [row] = await sql()`SELECT lease_token IS NOT NULL AS held FROM inbox.event`;
        return row?.held;
      };
      await soon(isHeld, true);
      for (const id of [22, 23]) await tell({ id, transferAmount: 50_000 + id });
      await soon(transfers, ["FT22", "FT23"]);
    });
    await soon(rows, [done(21), done(22), done(23)]);
    expect(await transfers()).toEqual(["FT21", "FT22", "FT23"]);
  });

  it("tries again what failed, and a person can try it at once", async () => {
    await sql()`ALTER TABLE vietqr.bank_transfer RENAME TO away`;
    await tell({ id: 11 });
    const failed = async () => {
      const [row] = await sql()`SELECT state, attempts > 0 AS tried, error IS NOT NULL AS told,
        next_attempt_at > now() AS waits FROM inbox.event`;
      return row;
    };
    await soon(failed, { state: "new", tried: true, told: true, waits: true });
    await sql()`UPDATE inbox.event SET state = 'dead', lease_token = NULL, lease_until = NULL`;
    const id = await idOf("sepay:11");
    expect((await get<OperatorPaymentEvents>("?state=dead")).data.events).toMatchObject([
      { id, state: "dead", next_attempt_at: null },
    ]);
    const still = await replay(id);
    expect([still.status, still.data.event.state]).toEqual([200, "new"]);
    await sql()`ALTER TABLE vietqr.away RENAME TO bank_transfer`;
    await soon(async () => {
      await replay(id);
      return rows();
    }, [done(11)]);
    expect((await get<OperatorPaymentEvent>(`/${id}`)).data.event).toMatchObject({
      state: "done",
      error: null,
      replayed_by: expect.any(String),
    });
  });

  it("takes up the event of a worker that was killed over it", async () => {
    await sql()`INSERT INTO inbox.event
      (id, provider, event_id, kind, payload, attempts, lease_token, lease_until)
      VALUES ('payevt_killed', 'vietqr', 'sepay:12', 'transfer_in',
        ${JSON.stringify(aTransfer({ id: 12 }))}::text::jsonb, 1, 'killed', now() + interval '1 hour')`;
    const busy = await replay<Refused>("payevt_killed");
    expect([busy.status, busy.data.code]).toEqual([400, "event_busy"]);
    await sql()`UPDATE inbox.event SET lease_until = now() - interval '1 second'`;
    await soon(rows, [done(12, 2)]);
    expect(await transfers()).toEqual(["FT12"]);
  });

  it("lays aside at once what is signed and yet unreadable, for a person to see", async () => {
    expect((await send(JSON.stringify({ news: "good" }))).status).toBe(200);
    const unreadable = { event_id: expect.stringMatching(/^sepay:unreadable:/), state: "dead" };
    await soon(rows, [{ ...unreadable, attempts: 1 }]);
  });

  it("shows events to operators only, by state and provider, and hides secrets", async () => {
    const secret = { client_secret: "pi_1_secret_2", card: { last4: "4242" } };
    await tell({ id: 13, ...secret });
    await soon(rows, [done(13)]);
    const bank = await get<OperatorPaymentEvents>("?provider=vietqr&state=done");
    expect(bank.data).toMatchObject({ count: 1, page: 1, events: [{ kind: "transfer_in" }] });
    expect((await get<OperatorPaymentEvents>("?provider=stripe")).data.count).toBe(0);
    const id = await idOf("sepay:13");
    const { data } = await get<OperatorPaymentEvent>(`/${id}`);
    expect(data.event).toMatchObject({
      id,
      event_id: "sepay:13",
      payload: { transferAmount: 120_000 },
    });
    expect(JSON.stringify(data)).not.toMatch(/pi_1_secret_2|4242/);
    for (const path of ["", `/${id}`]) {
      const anybody = await api.get(`${EVENTS}${path}`, { validateStatus: () => true });
      expect(anybody.status).toBe(401);
    }
    expect((await get("/payevt_none")).status).toBe(404);
    expect((await replay("payevt_none")).status).toBe(404);
    expect((await get("?state=gold")).data.fields?.[0]?.field).toBe("state");
  });
});
