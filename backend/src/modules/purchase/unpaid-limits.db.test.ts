import { randomUUID } from "node:crypto";
import { MAX_UNPAID_PER_ADDRESS, MAX_UNPAID_PER_PERSON } from "@cho-lang/shared/domain/payment";
import { ownDatabase } from "../../../integration-tests/database";
import { aDraft, anUnpaidDraft } from "../../../integration-tests/purchase/draft";
import { sql } from "../../lib/sql";
import { ownMigrations } from "./migrations";
import PurchaseModuleService from "./service";

type Unpaid = NonNullable<Parameters<typeof anUnpaidDraft>[0]>;

/** More buyers at once than any of the limits lets pass. */
const RACERS = 20;

describe("Purchases that wait for their money", () => {
  const service = new PurchaseModuleService();
  ownDatabase("unpaid-limits", "purchase", ownMigrations);

  async function begun(over: Unpaid = {}) {
    const draft = anUnpaidDraft(over);
    const token = randomUUID();
    await service.openFence(draft, token);
    await service.markAwaiting(draft.purchase.id, token);
    return { ...draft.purchase, token };
  }

  async function refusal(over: Unpaid): Promise<string> {
    return begun(over).then(
      () => "",
      (error: { code: string }) => error.code,
    );
  }

  const phone = "+84987000111";
  const email = "mai@example.com";
  const address_hash = "the hash of an address";
  it.each([
    ["phone number", MAX_UNPAID_PER_PERSON, () => ({ phone })],
    ["e-mail address, however it is typed", MAX_UNPAID_PER_PERSON, mailOf],
    ["network address", MAX_UNPAID_PER_ADDRESS, () => ({ address_hash })],
  ])("of one %s are few, however many carts race", async (_whose, most, over) => {
    const codes = await Promise.all(
      Array.from({ length: RACERS }, (_, index) => refusal(over(index))),
    );
    expect(codes.filter((code) => code === "")).toHaveLength(most);
    expect(codes.filter((code) => code === "too_many_unpaid")).toHaveLength(RACERS - most);
  });

  function mailOf(index: number) {
    return { email: index % 2 === 0 ? email : email.toUpperCase() };
  }

  it("never stand in each other's way when buyers share a phone and a network crosswise", async () => {
    const buyers = Array.from({ length: RACERS }, (_, index) => ({
      phone: `+8498600000${index % 7}`,
      address_hash: `network ${index % 5}`,
    }));
    expect(await Promise.all(buyers.map(refusal))).toEqual(Array(RACERS).fill(""));
  });

  it("count no more once they are paid, given up or placed, and a cart's own never does", async () => {
    const same = { phone: "+84987000222" };
    const [paid, given, own] = [await begun(same), await begun(same), await begun(same)];
    expect(await refusal(same)).toBe("too_many_unpaid");
    const again = anUnpaidDraft({ ...same, cart_id: own.cart_id });
    const { state } = await service.openFence(again, randomUUID());
    expect(state).not.toBe("opened");

    await sql()`UPDATE purchase.purchase SET paid_at = now() WHERE id = ${paid.id}`;
    const four = await begun(same);
    expect(await refusal(same)).toBe("too_many_unpaid");
    await service.approachFence(given.cart_id, given.token);
    expect(await service.markFailed(given.id, given.token, "abandoned")).toBe(true);
    const back = { ...same, cart_id: given.cart_id };
    expect(await refusal(back)).toBe("");
    expect(await refusal(same)).toBe("too_many_unpaid");
    expect(four.id).not.toBe(given.id);
  });

  it("do not stand in the way of cash", async () => {
    const same = { phone: "+84987000333" };
    for (let made = 0; made < MAX_UNPAID_PER_PERSON; made += 1) await begun(same);
    const cash = await service.openFence(aDraft(same), randomUUID());
    expect(cash.state).toBe("opened");
  });

  it("forget the network that they came from when they are over", async () => {
    const { id, cart_id, token } = await begun({ address_hash: "soon forgotten" });
    await service.approachFence(cart_id, token);
    await service.markFailed(id, token, "abandoned");
    const [row] = await sql()`SELECT address_hash FROM purchase.purchase WHERE id = ${id}`;
    expect(row).toEqual({ address_hash: null });
  });
});
