import { randomUUID } from "node:crypto";
import { ownDatabase } from "../../../integration-tests/database";
import { anUnpaidDraft } from "../../../integration-tests/purchase/draft";
import { sql } from "../../lib/sql";
import { ownMigrations } from "./migrations";
import PurchaseModuleService from "./service";

/** More purchases than one run of the job takes, whose provider has been away for hours. */
const STUCK = 120;

describe("Purchases that nobody works on", () => {
  const service = new PurchaseModuleService();
  ownDatabase("unsettled", "purchase", ownMigrations);

  async function overdue(): Promise<string> {
    const draft = anUnpaidDraft({ payment: "stripe", pay_until: new Date(0) });
    const token = randomUUID();
    await service.openFence(draft, token);
    await service.markAwaiting(draft.purchase.id, token);
    return draft.purchase.id;
  }

  it("have their turn although many before them cannot be ended", async () => {
    for (let made = 0; made < STUCK; made += 1) await overdue();
    await sql()`UPDATE purchase.purchase SET created_at = created_at - interval '2 hours'`;
    const late = await overdue();
    const seen = new Set<string>();
    for (let run = 0; run < 30; run += 1) {
      for (const id of await service.listUnsettled(["stripe"])) seen.add(id);
    }
    expect(seen).toContain(late);
  });

  it("are looked at first when their money is there", async () => {
    const paid = await overdue();
    await sql()`UPDATE purchase.purchase SET paid_at = now() WHERE id = ${paid}`;
    expect((await service.listUnsettled(["stripe"]))[0]).toBe(paid);
  });
});
