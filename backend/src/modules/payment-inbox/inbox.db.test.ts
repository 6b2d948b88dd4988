import { randomUUID } from "node:crypto";
import { ownDatabase } from "../../../integration-tests/database";
import { meeting } from "../../../integration-tests/meeting";
import { itBelievesIn } from "../../../integration-tests/tables";
import { sql } from "../../lib/sql";
import { migrations } from "./migrations";
import { type EventHandler, processEvent } from "./process";
import { claimEvent, renewLease } from "./queries";
import { HopelessEventError, LEASE_MS, MOST_ATTEMPTS } from "./rules";
import PaymentInboxModuleService from "./service";
import { tables } from "./tables";

describe("The payment inbox in the database", () => {
  const service = new PaymentInboxModuleService();
  ownDatabase("inbox", "inbox", migrations);
  beforeEach(async () => {
    await sql()`TRUNCATE inbox.event`;
  });

  const store = (over: { event_id?: string; provider?: "vietqr" | "stripe" } = {}) =>
    service.storeEvent({
      provider: "vietqr",
      event_id: randomUUID(),
      kind: "transfer_in",
      payload: { id: 1 },
      ...over,
    });
  /** Handlers that write down what they are given, and do `deed` with it. */
  function recording(deed: EventHandler = async () => undefined) {
    const seen: string[] = [];
    const handle: EventHandler = async (event) => {
      seen.push(event.event_id);
      await deed(event);
    };
    return { seen, handlers: { vietqr: handle, stripe: handle } };
  }
  const failing = (message: string) =>
    recording(async () => {
      throw new Error(message);
    });
  const makeDue = (id: string) =>
    sql()`UPDATE inbox.event SET next_attempt_at = now() - interval '1 second' WHERE id = ${id}`;
  const find = async (id: string) => {
    const event = await service.findEvent(id);
    if (!event) throw new Error("no event");
    return event;
  };

  itBelievesIn(tables);

  it("stores an event once that comes twenty times at once", async () => {
    const everybody = meeting(20);
    const stored = await Promise.all(
      Array.from({ length: 20 }, async () => {
        await everybody();
        return store({ event_id: "92704" });
      }),
    );
    expect(stored.filter(({ is_new }) => is_new)).toHaveLength(1);
    expect(new Set(stored.map(({ id }) => id)).size).toBe(1);
    const [{ count }] = await sql()<[{ count: number }]>`SELECT count(*)::int FROM inbox.event`;
    expect(count).toBe(1);
  });

  it("keeps the same id of two providers apart", async () => {
    await store({ event_id: "1" });
    expect((await store({ event_id: "1", provider: "stripe" })).is_new).toBe(true);
  });

  it("hands one event to one of twenty workers, who meet while it is processed", async () => {
    const { id } = await store();
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { seen, handlers } = recording(() => held);
    const first = processEvent(handlers);
    while (seen.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const others = await Promise.all(Array.from({ length: 19 }, () => processEvent(handlers)));
    expect(others).toEqual(Array.from({ length: 19 }, () => null));
    release();
    expect(await first).toEqual({ id, outcome: "done", error: null });
    expect(await find(id)).toMatchObject({ state: "done", attempts: 1, lease_token: null });
    expect(await processEvent(handlers)).toBeNull();
    expect(seen).toHaveLength(1);
  });

  it("hands twenty events to twenty workers, each to one", async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, async () => (await store()).id));
    const everybody = meeting(20);
    const claimed = await Promise.all(
      ids.map(async () => {
        await everybody();
        return claimEvent({ token: randomUUID(), lease_ms: LEASE_MS });
      }),
    );
    expect(claimed.map((event) => event?.id).sort()).toEqual(ids.sort());
  });

  it("goes on with later events while an earlier one fails", async () => {
    const bad = await store({ event_id: "bad" });
    const good = await store({ event_id: "good" });
    const { seen, handlers } = recording(async ({ event_id }) => {
      if (event_id === "bad") throw new Error("The orders could not be made.");
    });
    await processEvent(handlers);
    await processEvent(handlers);
    expect(await processEvent(handlers)).toBeNull();
    expect(seen.sort()).toEqual(["bad", "good"]);
    expect((await find(good.id)).state).toBe("done");
    expect(await find(bad.id)).toMatchObject({
      state: "new",
      attempts: 1,
      error: "The orders could not be made.",
    });
    await makeDue(bad.id);
    expect((await processEvent(recording().handlers))?.outcome).toBe("done");
    expect(await find(bad.id)).toMatchObject({ state: "done", attempts: 2, error: null });
  });

  it("pauses longer after each failure and lays the event aside after the last attempt", async () => {
    const { id } = await store();
    const { seen, handlers } = failing("away");
    for (let attempt = 1; attempt < MOST_ATTEMPTS; attempt += 1) {
      expect((await processEvent(handlers))?.outcome).toBe("failed");
      expect(await processEvent(handlers)).toBeNull();
      await makeDue(id);
    }
    expect((await processEvent(handlers))?.outcome).toBe("dead");
    await makeDue(id);
    expect(await processEvent(handlers)).toBeNull();
    expect(seen).toHaveLength(MOST_ATTEMPTS);
    expect(await find(id)).toMatchObject({ state: "dead", attempts: MOST_ATTEMPTS, error: "away" });
  });

  it("lays an event aside at once that nobody will ever be able to process", async () => {
    const { id } = await store();
    const { handlers } = recording(async () => {
      throw new HopelessEventError("The body is in no known format.");
    });
    expect((await processEvent(handlers))?.outcome).toBe("dead");
    expect((await find(id)).attempts).toBe(1);
  });

  it("processes a dead and a done event again when asked, with all attempts", async () => {
    const { id } = await store();
    const { seen, handlers } = recording();
    await processEvent(handlers);
    expect(await service.resetEvent(id, "Lan")).toBe(true);
    expect(await find(id)).toMatchObject({ state: "new", attempts: 0, replayed_by: "Lan" });
    await processEvent(handlers, { id });
    expect(seen).toHaveLength(2);
    await sql()`UPDATE inbox.event SET state = 'dead', processed_at = NULL WHERE id = ${id}`;
    expect(await service.resetEvent(id, "Lan")).toBe(true);
    expect((await processEvent(handlers, { id }))?.outcome).toBe("done");
    expect(await service.resetEvent("payevt_none", "Lan")).toBe(false);
  });

  it("does not reset an event under its worker's hands", async () => {
    const { id } = await store();
    await claimEvent({ token: "worker", lease_ms: LEASE_MS });
    expect(await service.resetEvent(id, "Lan")).toBe(false);
  });

  it("takes a killed worker's event again, and what that worker says later counts no more", async () => {
    const { id } = await store();
    const killed = await claimEvent({ token: "killed", lease_ms: LEASE_MS });
    expect(killed?.id).toBe(id);
    const { seen, handlers } = recording();
    expect(await processEvent(handlers)).toBeNull();
    await sql()`UPDATE inbox.event SET lease_until = now() - interval '1 second'`;
    expect((await processEvent(handlers))?.outcome).toBe("done");
    expect(seen).toHaveLength(1);
    expect(await renewLease({ id, token: "killed" }, LEASE_MS)).toBe(false);
    expect(await find(id)).toMatchObject({ state: "done", attempts: 2 });
  });

  it("keeps its lease while it works longer than the lease is", async () => {
    await store();
    const lease_ms = 300;
    const { handlers } = recording(async ({ id }) => {
      const before = (await find(id)).lease_until?.getTime() ?? 0;
      const after = async () => (await find(id)).lease_until?.getTime() ?? 0;
      while ((await after()) <= before) await new Promise((resolve) => setTimeout(resolve, 20));
    });
    expect((await processEvent(handlers, { lease_ms }))?.outcome).toBe("done");
  });

  it("gives up on an attempt that never ends, and tries the event again later", async () => {
    const { id } = await store();
    const { handlers } = recording(() => new Promise(() => undefined));
    expect((await processEvent(handlers, { longest_ms: 50 }))?.outcome).toBe("failed");
    expect(await find(id)).toMatchObject({ state: "new", lease_token: null });
    await makeDue(id);
    expect((await processEvent(recording().handlers))?.outcome).toBe("done");
  });

  it("lays an event aside that ends every worker", async () => {
    const { id } = await store();
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
      await claimEvent({ token: `worker ${attempt}`, lease_ms: LEASE_MS });
      await sql()`UPDATE inbox.event SET lease_until = now() - interval '1 second'`;
    }
    const { seen, handlers } = recording();
    expect((await processEvent(handlers))?.outcome).toBe("dead");
    expect(seen).toHaveLength(0);
    expect((await find(id)).error).toContain("ended");
  });

  it("forgets what was processed long ago, and keeps dead ones", async () => {
    const [old, dead, fresh] = [await store(), await store(), await store()];
    await sql()`UPDATE inbox.event SET state = 'done', processed_at = now() - interval '91 days'
      WHERE id = ${old.id}`;
    await sql()`UPDATE inbox.event SET state = 'dead', received_at = now() - interval '200 days'
      WHERE id = ${dead.id}`;
    await sql()`UPDATE inbox.event SET state = 'done', processed_at = now() - interval '89 days'
      WHERE id = ${fresh.id}`;
    expect(await service.purgeProcessed(90)).toBe(1);
    const { events } = await service.listEvents({ limit: 10, offset: 0 });
    expect(events.map(({ id }) => id).sort()).toEqual([dead.id, fresh.id].sort());
  });

  it("lists by state and provider, newest first", async () => {
    const first = await store();
    const second = await store({ provider: "stripe" });
    const all = await service.listEvents({ limit: 1, offset: 0 });
    expect([all.count, all.events[0]?.id]).toEqual([2, second.id]);
    const bank = await service.listEvents({ provider: "vietqr", limit: 10, offset: 0 });
    expect(bank.events.map(({ id }) => id)).toEqual([first.id]);
    expect((await service.listEvents({ state: "dead", limit: 10, offset: 0 })).count).toBe(0);
  });
});
