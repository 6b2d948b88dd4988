import fc from "fast-check";
import { ownDatabase } from "../../../integration-tests/database";
import { meeting } from "../../../integration-tests/meeting";
import { aRequest, aTransfer } from "../../../integration-tests/vietqr";
import { sql } from "../../lib/sql";
import { migrations } from "./migrations";
import { closeRequest } from "./requests";
import type { Source } from "./tables";
import { type BankTransfer, recordTransfers } from "./transfers";

/** More than one transaction takes. */
const MANY = 1_203;

describe("Many transfers at once", () => {
  ownDatabase("vietqr-batches", "vietqr", migrations);
  beforeEach(async () => {
    await sql()`TRUNCATE vietqr.request, vietqr.bank_transfer CASCADE`;
  });

  /** What the tables say, without ids and instants of their own. */
  const books = () => sql()`
    SELECT 'transfer' AS what, bank_id AS name, t.source AS by, amount_vnd::float8 AS vnd,
      request_code AS code FROM vietqr.bank_transfer t
    UNION ALL SELECT 'alias', a.bank_id || ' of ' || t.bank_id, a.source, 0, NULL
      FROM vietqr.transfer_alias a JOIN vietqr.bank_transfer t ON t.id = a.transfer_id
    UNION ALL SELECT 'given', t.bank_id, '', g.amount_vnd::float8, g.request_code
      FROM vietqr.allocation g JOIN vietqr.bank_transfer t ON t.id = g.transfer_id
    UNION ALL SELECT 'held', t.bank_id, s.reason, s.amount_vnd::float8, s.request_code
      FROM vietqr.suspense s JOIN vietqr.bank_transfer t ON t.id = s.transfer_id
    UNION ALL SELECT 'request', code, status, received_vnd::float8, NULL FROM vietqr.request
    ORDER BY 1, 2, 3, 4`;

  async function requests() {
    const open = [await aRequest({ amount_vnd: 100_000 }), await aRequest({ amount_vnd: 70_000 })];
    const closed = await aRequest({ amount_vnd: 50_000 });
    await closeRequest(closed);
    return [...open, closed];
  }

  type Told = { id: number; vnd: number; source: Source; text: number; days: number };
  const told: fc.Arbitrary<Told> = fc.record({
    id: fc.integer({ min: 1, max: 6 }),
    vnd: fc.constantFrom(30_000, 70_000, 100_000),
    source: fc.constantFrom<Source>("sepay", "statement"),
    text: fc.integer({ min: 0, max: 4 }),
    days: fc.integer({ min: 0, max: 2 }),
  });

  function transfersOf(all: Told[], codes: string[]): BankTransfer[] {
    return all.map(({ id, vnd, source, text, days }) => ({
      // Sources share some names and have others of their own.
      bank_id: id % 2 === 0 ? `FT${id}` : `${source}-${id}`,
      account_number: "0123456789",
      amount_vnd: vnd,
      content: codes[text] ?? (text === 3 ? `${codes[0]} ${codes[1]}` : "khong ro"),
      occurred_at: new Date(Date.UTC(2026, 10, 20 + days, 3)),
      source,
    }));
  }

  it("are recorded as one by one, whatever is repeated, contradicted or told by two sources", async () => {
    const property = fc.asyncProperty(fc.array(told, { maxLength: 12 }), async (all) => {
      await sql()`TRUNCATE vietqr.request, vietqr.bank_transfer CASCADE`;
      const codes = (await requests()).map(({ code }) => code);
      const list = transfersOf(all, codes);
      const one = [];
      for (const transfer of list) one.push(...(await recordTransfers([transfer])));
      const expected = await books();
      await sql()`TRUNCATE vietqr.bank_transfer CASCADE`;
      await sql()`UPDATE vietqr.request SET status = 'open', received_vnd = 0, paid_at = NULL
        WHERE status = 'paid' OR received_vnd > 0`;
      const together = await recordTransfers(list);
      expect(together).toEqual(one);
      expect(await books()).toEqual(expected);
    });
    await fc.assert(property, { numRuns: 25 });
  });

  it("pay each its purchase, also over the border of a batch, and read again change nothing", async () => {
    const [first, last] = [
      await aRequest({ amount_vnd: 40_000 }),
      await aRequest({ amount_vnd: 40_000 }),
    ];
    const list = Array.from({ length: MANY }, (_, index) =>
      aTransfer({
        source: "statement",
        amount_vnd: index < 2 || index > MANY - 3 ? 20_000 : 1_000 + (index % 7),
        content: index < 2 ? first.code : index > MANY - 3 ? last.code : `khong ro ${index}`,
      }),
    );
    const outcomes = await recordTransfers(list);
    const states = outcomes.map(({ state }) => state);
    expect([states[0], states[1], states.at(-2), states.at(-1)]).toEqual([
      "partial",
      "paid",
      "partial",
      "paid",
    ]);
    expect(states.filter((state) => state === "suspense")).toHaveLength(MANY - 4);
    const before = await books();
    const again = await recordTransfers(list);
    expect(again.every(({ state, is_new }) => state === "known" && !is_new)).toBe(true);
    expect(await books()).toEqual(before);
  });

  it("told by two sources at once, in opposite orders, count once and never wait in a circle", async () => {
    const request = await aRequest({ amount_vnd: 60_000 });
    const list = Array.from({ length: 60 }, (_, index) =>
      aTransfer({
        amount_vnd: 1_000 * (1 + (index % 30)),
        content: index === 0 ? `${request.code} mot` : `lan ${index}`,
      }),
    );
    const other = list.map((transfer) => ({ ...transfer, source: "statement" as const }));
    const everybody = meeting(4);
    const all = await Promise.all(
      [list, [...other].reverse(), [...list].reverse(), other].map(async (transfers) => {
        await everybody();
        return recordTransfers(transfers);
      }),
    );
    expect(all.flat().filter(({ is_new }) => is_new)).toHaveLength(list.length);
    const [row] = await sql()`SELECT count(*)::int AS stored FROM vietqr.bank_transfer`;
    expect(row).toEqual({ stored: list.length });
  });
});
