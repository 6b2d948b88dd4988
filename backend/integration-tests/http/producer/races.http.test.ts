import { setTimeout as sleep } from "node:timers/promises";
import type { MedusaContainer } from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";
import type { Api } from "../../answer";
import { aMarket, aProducer, type MarketProducer, must, signIn } from "../../market";
import { medusaHttpSuite } from "../../support";

medusaHttpSuite("producer-races", ({ api: client, getContainer }) => {
  const api = client as Api;
  let container: MedusaContainer;
  let hoa: MarketProducer;
  let members: Awaited<ReturnType<typeof signIn>>[];

  beforeAll(async () => {
    container = getContainer();
    const market = await aMarket(container);
    hoa = await aProducer(container, market, { handle: "hoa", roles: ["owner", "seller"] });
    members = [];
    for (const { email } of hoa.members) {
      members.push(await signIn(api, { email, password: hoa.password }));
    }
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  /** A slow database: whoever has read the shelf needs a while before writing. */
  function everybodyLingersAtTheShelf() {
    const inventory = container.resolve(Modules.INVENTORY);
    const read = inventory.listInventoryLevels.bind(inventory);
    return vi.spyOn(inventory, "listInventoryLevels").mockImplementation(async (...asked) => {
      const levels = await read(...asked);
      await sleep(500);
      return levels;
    });
  }

  /** Takes the lock away that keeps two readers of one shelf apart. */
  function nobodyWaitsForTheLock() {
    const locking = container.resolve(Modules.LOCKING);
    vi.spyOn(locking, "execute").mockImplementation(async (_keys, deed) => deed());
  }

  /** Two members who both saw 20 and counted 40 and 60. */
  async function twoCountAtOnce() {
    const answers = await Promise.all(
      [40, 60].map((stock, index) =>
        api.post(
          `/producer/products/${hoa.product_id}`,
          { variants: [{ id: hoa.variant_id, stock, stock_seen: 20 }] },
          members[index],
        ),
      ),
    );
    const [level] = await container
      .resolve(Modules.INVENTORY)
      .listInventoryLevels({ inventory_item_id: hoa.inventory_item_id });
    return { answers, stock: Number(must(level).stocked_quantity) };
  }

  it("without the lock two members both count from what they saw: the race exists", async () => {
    const read = everybodyLingersAtTheShelf();
    nobodyWaitsForTheLock();
    const { answers, stock } = await twoCountAtOnce();
    expect(read).toHaveBeenCalled();
    // Both were told that their number stands; the shelf has one of them, or the sum of both changes.
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect([40, 60, 80]).toContain(stock);
  });

  it("with it one counts and the other is asked to look again, however slow the shelf", async () => {
    const read = everybodyLingersAtTheShelf();
    const { answers, stock } = await twoCountAtOnce();
    expect(read).toHaveBeenCalledTimes(3);
    const won = answers.findIndex(({ status }) => status === 200);
    const refused = must(answers[1 - won]);
    expect([refused.status, refused.data.code]).toEqual([400, "stock_changed"]);
    expect(stock).toBe([40, 60][won]);
  });
});
