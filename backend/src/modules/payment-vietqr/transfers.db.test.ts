import { ownDatabase } from "../../../integration-tests/database";
import { meeting } from "../../../integration-tests/meeting";
import { itBelievesIn } from "../../../integration-tests/tables";
import { aRequest, aTransfer, suspenseOf } from "../../../integration-tests/vietqr";
import { inTransaction, sql } from "../../lib/sql";
import { randomId } from "./ids";
import { migrations } from "./migrations";
import { lockRequests } from "./request-queries";
import { closeRequest, findRequest, openRequest, returnRequest } from "./requests";
import { tables } from "./tables";
import { recordTransfers } from "./transfers";

const standing = async (session_id: string) => {
  const { status, received_vnd } = (await findRequest({ session_id })) ?? {};
  return { status, received_vnd };
};

describe("Money that comes to our account", () => {
  ownDatabase("vietqr", "vietqr", migrations);
  itBelievesIn(tables);

  it("pays the purchase whose code is in the text, whatever the bank makes of it", async () => {
    const { code, session_id, purchase_id, cart_id } = await aRequest({ amount_vnd: 250_000 });
    const content = `MBVCB.123456.${code.slice(0, 2)} ${code.slice(2).toLowerCase()}.CT tu 0071 toi 0123`;
    const [outcome] = await recordTransfers([aTransfer({ content, amount_vnd: 250_000 })]);
    expect(outcome).toMatchObject({
      is_new: true,
      session_id,
      purchase_id,
      cart_id,
      state: "paid",
    });
    expect(await standing(session_id)).toEqual({ status: "paid", received_vnd: 250_000 });
  });

  it("two parts add up, and what is too much waits for the operator", async () => {
    const { code, session_id } = await aRequest({ amount_vnd: 100_000 });
    const parts = [60_000, 45_000].map((amount_vnd) => aTransfer({ content: code, amount_vnd }));
    const outcomes = await recordTransfers(parts);
    expect(outcomes.map(({ state }) => state)).toEqual(["partial", "paid"]);
    expect(await standing(session_id)).toEqual({ status: "paid", received_vnd: 100_000 });
    expect(await suspenseOf(code)).toEqual([["over", 5_000]]);
  });

  it("one đồng too little is not paid, one đồng more is", async () => {
    const { code, session_id } = await aRequest({ amount_vnd: 100_000 });
    await recordTransfers([aTransfer({ content: code, amount_vnd: 99_999 })]);
    expect(await standing(session_id)).toEqual({ status: "open", received_vnd: 99_999 });
    await recordTransfers([aTransfer({ content: code, amount_vnd: 1 })]);
    expect(await standing(session_id)).toEqual({ status: "paid", received_vnd: 100_000 });
  });

  it("money for what is paid is twice, for what is given up late, without a code unmatched", async () => {
    const paid = await aRequest({ amount_vnd: 100_000 });
    const again = { content: paid.code, amount_vnd: 100_000 };
    const twice = await recordTransfers([aTransfer(again), aTransfer(again)]);
    expect(twice.map(({ state }) => state)).toEqual(["paid", "suspense"]);
    expect(await suspenseOf(paid.code)).toEqual([["twice", 100_000]]);

    const closed = await aRequest({ amount_vnd: 100_000 });
    expect(await closeRequest(closed)).toBe(true);
    await recordTransfers([aTransfer({ content: closed.code, amount_vnd: 100_000 })]);
    expect(await suspenseOf(closed.code)).toEqual([["late", 100_000]]);

    const [lost] = await recordTransfers([
      aTransfer({ content: "mua cà phê CL12", amount_vnd: 7 }),
    ]);
    expect(lost).toMatchObject({ state: "suspense", session_id: null });
    expect(await suspenseOf(null)).toEqual([["unmatched", 7]]);
  });

  it("what came of a purchase that is given up waits as too little", async () => {
    const { code, session_id, purchase_id } = await aRequest({ amount_vnd: 100_000 });
    const parts = [20_000, 30_000].map((amount_vnd) => aTransfer({ content: code, amount_vnd }));
    await recordTransfers(parts);
    expect(await closeRequest({ session_id, purchase_id })).toBe(true);
    expect(await closeRequest({ session_id, purchase_id })).toBe(true);
    expect(await standing(session_id)).toEqual({ status: "closed", received_vnd: 0 });
    expect(await suspenseOf(code)).toEqual([
      ["under", 20_000],
      ["under", 30_000],
    ]);
  });

  it("a paid purchase that could not be made gives all of its money to the operator, once", async () => {
    const request = await aRequest({ amount_vnd: 100_000 });
    await recordTransfers([aTransfer({ content: request.code, amount_vnd: 130_000 })]);
    await returnRequest(request);
    await returnRequest(request);
    expect(await standing(request.session_id)).toEqual({ status: "returned", received_vnd: 0 });
    expect(await suspenseOf(request.code)).toEqual([
      ["over", 30_000],
      ["not_placed", 100_000],
    ]);
  });

  it("a purchase that is tried again keeps the code that its buyer has seen", async () => {
    const first = await aRequest({ amount_vnd: 100_000 });
    const session_id = randomId("payses");
    const second = await openRequest({ ...first, session_id });
    expect(second).toMatchObject({ code: first.code, session_id });
    const dearer = await openRequest({
      ...first,
      session_id: randomId("payses"),
      amount_vnd: 120_000,
    });
    expect(dearer.code).not.toBe(first.code);
    expect(await standing(session_id)).toMatchObject({ status: "closed" });
  });

  it("the same transfer by the feed and by a statement counts once, two equal ones twice", async () => {
    const { code, session_id } = await aRequest({ amount_vnd: 100_000 });
    const half = { content: `MBVCB.99.${code}.CT tu 007`, amount_vnd: 50_000 };
    const occurred_at = new Date("2026-11-22T02:30:00Z");
    const fromFeed = [aTransfer({ ...half, occurred_at }), aTransfer({ ...half, occurred_at })];
    await recordTransfers(fromFeed);
    const line = {
      ...half,
      source: "statement" as const,
      occurred_at: new Date("2026-11-21T17:00Z"),
    };
    const lines = [aTransfer({ ...line, content: code }), aTransfer({ ...line, content: code })];
    const outcomes = await recordTransfers([...lines, ...lines]);
    expect(outcomes.map(({ is_new }) => is_new)).toEqual([false, false, false, false]);
    expect(await standing(session_id)).toEqual({ status: "paid", received_vnd: 100_000 });
    const [third] = await recordTransfers([aTransfer({ ...line, content: code })]);
    expect(third).toMatchObject({ is_new: true, state: "suspense" });
    expect(await suspenseOf(code)).toEqual([["twice", 50_000]]);
  });

  it("an id used again for another amount pays nothing and is not lost", async () => {
    const { code, session_id } = await aRequest({ amount_vnd: 100_000 });
    const transfer = aTransfer({ content: code, amount_vnd: 10_000 });
    const outcomes = await recordTransfers([
      transfer,
      { ...transfer, amount_vnd: 90_000 },
      { ...transfer, amount_vnd: 90_000 },
    ]);
    expect(outcomes.map(({ state }) => state)).toEqual(["partial", "suspense", "known"]);
    expect(await standing(session_id)).toEqual({ status: "open", received_vnd: 10_000 });
  });

  it("refuses a malformed transfer before it records any", async () => {
    const { code, session_id } = await aRequest({ amount_vnd: 100_000 });
    const fine = aTransfer({ content: code, amount_vnd: 100_000 });
    for (const wrong of [{ amount_vnd: 0 }, { amount_vnd: 0.5 }, { bank_id: "\u0000" }]) {
      const list = [fine, { ...aTransfer({ content: code, amount_vnd: 1 }), ...wrong }];
      await expect(recordTransfers(list)).rejects.toMatchObject({ code: "transfer_malformed" });
    }
    expect(await standing(session_id)).toEqual({ status: "open", received_vnd: 0 });
  });
});

describe("Money that comes at the same moment", () => {
  ownDatabase("vietqr-races", "vietqr", migrations);

  it("twenty deliveries of one transfer count once", async () => {
    const { code, session_id } = await aRequest({ amount_vnd: 200_000 });
    const transfer = aTransfer({ content: code, amount_vnd: 100_000 });
    const allAreHere = meeting(20);
    const answers = await Promise.all(
      Array.from({ length: 20 }, async () => {
        await allAreHere();
        return (await recordTransfers([transfer]))[0];
      }),
    );
    expect(answers.filter((answer) => answer?.is_new)).toHaveLength(1);
    expect(await standing(session_id)).toEqual({ status: "open", received_vnd: 100_000 });
  });

  it("without the lock two halves both find that the other is missing: the race exists", async () => {
    const { code } = await aRequest({ amount_vnd: 100_000 });
    const bothHaveLooked = meeting(2);
    const seen = await Promise.all(
      [1, 2].map(() =>
        inTransaction(async () => {
          const request = await findRequest({
            session_id: "",
            purchase_id: await purchaseOf(code),
          });
          await bothHaveLooked();
          return (request?.received_vnd ?? 0) + 50_000 === request?.amount_vnd;
        }),
      ),
    );
    expect(seen).toEqual([false, false]);
  });

  it("of two halves at once exactly one makes the purchase paid", async () => {
    for (let round = 0; round < 10; round += 1) {
      const { code, session_id } = await aRequest({ amount_vnd: 100_001 });
      const halves = [50_000, 50_001].map((amount_vnd) => aTransfer({ content: code, amount_vnd }));
      const answers = await Promise.all(halves.map((half) => recordTransfers([half])));
      expect(answers.map(([answer]) => answer?.state).sort()).toEqual(["paid", "partial"]);
      expect(await standing(session_id)).toEqual({ status: "paid", received_vnd: 100_001 });
    }
  });

  it("money and the end of the time meet: paid or late, never both and never neither", async () => {
    const ends = new Set<string>();
    for (let round = 0; round < 6; round += 1) {
      const request = await aRequest({ amount_vnd: 100_000 });
      const { code, session_id } = request;
      const transfer = aTransfer({ content: code, amount_vnd: 100_000 });
      // Both wait for the request, one behind the other, and each is the first in half the rounds.
      const [isLocked, mayGo] = [meeting(2), meeting(2)];
      const holder = inTransaction(async (tx) => {
        await lockRequests(tx, [code]);
        await isLocked();
        await mayGo();
      });
      await isLocked();
      const deeds: (() => Promise<unknown>)[] = [
        () => recordTransfers([transfer]),
        () => closeRequest(request),
      ];
      if (round % 2 === 1) deeds.reverse();
      const done: Promise<unknown>[] = [];
      for (const deed of deeds) {
        done.push(deed());
        await waitingFor(done.length);
      }
      await mayGo();
      await Promise.all([holder, ...done]);
      const { status } = await standing(session_id);
      const isClosed = done[round % 2 === 1 ? 0 : 1];
      expect(await isClosed).toBe(status === "closed");
      expect(await suspenseOf(code)).toEqual(status === "closed" ? [["late", 100_000]] : []);
      ends.add(String(status));
    }
    expect([...ends].sort()).toEqual(["closed", "paid"]);
  });

  it("the tables alone refuse money that is nowhere, in two places, or changed afterwards", async () => {
    const { code } = await aRequest({ amount_vnd: 100_000 });
    await recordTransfers([aTransfer({ content: code, amount_vnd: 150_000 })]);
    const statements = [
      `UPDATE vietqr.suspense SET amount_vnd = 1 WHERE request_code = '${code}'`,
      `UPDATE vietqr.allocation SET released_at = now() WHERE request_code = '${code}'`,
      `UPDATE vietqr.request SET received_vnd = 1, status = 'open', paid_at = NULL
        WHERE code = '${code}'`,
      `UPDATE vietqr.bank_transfer SET amount_vnd = 1 WHERE request_code = '${code}'`,
      "DELETE FROM vietqr.suspense",
      `INSERT INTO vietqr.bank_transfer (id, account_number, bank_id, amount_vnd, content,
        occurred_at, source) VALUES ('x', '1', '1', 1, '', now(), 'sepay')`,
    ];
    for (const statement of statements) {
      await expect(sql().unsafe(statement)).rejects.toMatchObject({ code: "23514" });
    }
  });
});

async function purchaseOf(code: string): Promise<string> {
  const [row] = await sql()<{ purchase_id: string }[]>`
    SELECT purchase_id FROM vietqr.request WHERE code = ${code}`;
  return row?.purchase_id ?? "";
}

/** Waits until so many connections of this database wait for a lock. */
async function waitingFor(count: number): Promise<void> {
  for (;;) {
    const [row] = await sql()<{ waiting: number }[]>`
      SELECT count(*)::int AS waiting FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    if ((row?.waiting ?? 0) >= count) return;
  }
}
