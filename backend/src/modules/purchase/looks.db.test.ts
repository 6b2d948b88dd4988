import { randomUUID } from "node:crypto";
import { PAY_MINUTES } from "@cho-lang/shared/domain/payment";
import { ownDatabase } from "../../../integration-tests/database";
import { anUnpaidDraft } from "../../../integration-tests/purchase/draft";
import { sql } from "../../lib/sql";
import { ownMigrations } from "./migrations";
import PurchaseModuleService from "./service";

/** So many workers come at the same moment. */
const WORKERS = 10;

describe("Looks for a card's money of which nobody told us", () => {
  const service = new PurchaseModuleService();
  ownDatabase("looks", "purchase", ownMigrations);

  async function awaiting(payment: "stripe" | "vietqr" = "stripe") {
    const pay_until = new Date(Date.now() + PAY_MINUTES * 60_000);
    const draft = anUnpaidDraft({ payment, pay_until });
    const token = randomUUID();
    await service.openFence(draft, token);
    await service.markAwaiting(draft.purchase.id, token);
    return { id: draft.purchase.id, cart_id: draft.purchase.cart_id };
  }

  /** As if the purchase had begun so many minutes before. */
  async function minutesPass(id: string, minutes: number): Promise<void> {
    await sql()`UPDATE purchase.purchase
      SET pay_until = pay_until - ${minutes} * interval '1 minute',
        next_look_at = next_look_at - ${minutes} * interval '1 minute' WHERE id = ${id}`;
  }

  async function looksOf(id: string): Promise<number> {
    const all = await Promise.all(Array.from({ length: WORKERS }, () => service.takeLooks()));
    return all.flat().filter((one) => one === id).length;
  }

  it("come after 1, 3, 8 and 15 minutes, each once, however many workers there are", async () => {
    const { id } = await awaiting();
    const seen: number[] = [];
    for (let minute = 0.5; minute < PAY_MINUTES; minute += 1) {
      await minutesPass(id, minute === 0.5 ? 0.5 : 1);
      const looks = await looksOf(id);
      expect(looks).toBeLessThanOrEqual(1);
      if (looks === 1) seen.push(Math.floor(minute));
    }
    expect(seen).toEqual([1, 3, 8, 15]);
  });

  it("are not asked for by a buyer who looks all the time", async () => {
    const { id, cart_id } = await awaiting();
    const nextOf = async () => {
      const [row] = await sql()`SELECT next_look_at FROM purchase.purchase WHERE id = ${id}`;
      return row?.next_look_at as Date;
    };
    const first = await nextOf();
    for (let looks = 0; looks < 3; looks += 1) {
      const token = randomUUID();
      await service.approachFence(cart_id, token);
      await service.markAwaiting(id, token);
    }
    expect(await nextOf()).toEqual(first);
  });

  it("are for cards only, and end when the money is there", async () => {
    const transfer = await awaiting("vietqr");
    const card = await awaiting();
    await sql()`UPDATE purchase.purchase SET paid_at = now() WHERE id = ${card.id}`;
    for (const { id } of [transfer, card]) {
      await minutesPass(id, 2);
      expect(await looksOf(id)).toBe(0);
    }
  });
});
