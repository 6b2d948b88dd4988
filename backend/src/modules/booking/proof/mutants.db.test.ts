import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { closeGate } from "../../../../integration-tests/booking/gate";
import {
  type Clock,
  confirmHold,
  type Design,
  inOneStatement,
  mutantTables,
  takeFreeSeat,
  theRule,
  underReadCommitted,
  underRepeatableRead,
  withoutLock,
} from "../../../../integration-tests/booking/mutants";
import { ownDatabase } from "../../../../integration-tests/database";

const clients = 48;
const seats = 20;

describe("48 guests want 20 seats at once", () => {
  ownDatabase("booking-mutants", "mutant_notes", []);
  let sql: postgres.Sql;

  beforeAll(async () => {
    sql = postgres(process.env.DATABASE_URL ?? "", { max: clients, onnotice: () => undefined });
    await sql.unsafe(mutantTables);
  });
  afterAll(() => sql.end());

  async function aDeparture(capacity: number): Promise<void> {
    await sql`TRUNCATE mutant.hold, mutant.departure`;
    await sql`INSERT INTO mutant.departure (id, capacity) VALUES (0, 1), (1, ${capacity})`;
  }

  /** Holds back all 48 until each waits for a lock, then lets them go; how many got a seat. */
  async function sell(design: Design): Promise<number> {
    await aDeparture(seats);
    const gate = await closeGate(async (tx) => {
      await tx`SELECT pg_advisory_xact_lock(1)`;
      await tx`SELECT id FROM mutant.departure WHERE id = 1 FOR UPDATE`;
    });
    const sales = Array.from({ length: clients }, () => design(sql));
    expect(await gate.untilWaiting(clients)).toBe(clients);
    await gate.open();
    const sold = (await Promise.all(sales)).filter(Boolean).length;
    const [row] = await sql`SELECT count(*)::int AS holds FROM mutant.hold`;
    expect(row?.holds).toBe(sold);
    return sold;
  }

  it.each([
    ["reading what is left and then writing", withoutLock],
    ["lock and sum in one statement", inOneStatement],
    ["REPEATABLE READ with an advisory lock", underRepeatableRead],
  ] as const)("%s gives a seat to everybody: the race exists", async (_, mutant) => {
    expect(await sell(mutant)).toBe(clients);
  });

  it.each([
    ["the departure's lock, then a conditional count", theRule],
    ["an advisory lock under READ COMMITTED", underReadCommitted],
  ] as const)("%s sells 20, every time", async (_, design) => {
    for (let round = 0; round < 5; round += 1) expect(await sell(design)).toBe(seats);
  });

  /**
   * The last seat is on hold. Its guest confirms while the hold lives, but waits at the cart's other
   * departure until it has run out and somebody else has taken the seat.
   */
  async function confirmLate(clock: Clock): Promise<{ confirmed: boolean; taken: boolean }> {
    await aDeparture(1);
    const uuid = randomUUID();
    const gate = await closeGate(
      (tx) => tx`SELECT id FROM mutant.departure WHERE id = 0 FOR UPDATE`,
    );
    await sql`INSERT INTO mutant.hold (uuid, departure_id, status, expires_at)
      VALUES (${uuid}, 1, 'ON_HOLD', clock_timestamp() + interval '1 minute')`;
    const confirming = confirmHold(sql, uuid, clock);
    expect(await gate.untilWaiting(1)).toBe(1);
    // What a minute of waiting would do, by setting the end between the two clocks.
    await sql`UPDATE mutant.hold SET expires_at = clock_timestamp() WHERE uuid = ${uuid}`;
    const taken = await takeFreeSeat(sql, clock);
    await gate.open();
    return { confirmed: await confirming, taken };
  }

  it("now() sells the last seat twice: whoever waited judges by an old clock", async () => {
    expect(await confirmLate("now()")).toEqual({ confirmed: true, taken: true });
  });

  it("clock_timestamp() sells the last seat once", async () => {
    expect(await confirmLate("clock_timestamp()")).toEqual({ confirmed: false, taken: true });
  });
});
