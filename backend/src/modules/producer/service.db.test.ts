import path from "node:path";
import { moduleIntegrationTestRunner } from "@medusajs/test-utils";
import { slowWrites } from "../../../integration-tests/slow-writes";
import { PRODUCER_MODULE } from ".";
import { Producer } from "./models/producer";
import { ProducerEvent } from "./models/producer-event";
import { ProducerMember } from "./models/producer-member";
import type ProducerModuleService from "./service";
import type { NewProducer } from "./service";

const operator = { id: "user_1", name: "Lan" };
const reason = "Khiếu nại của người mua";

function aProducer(over: Partial<NewProducer> = {}): NewProducer {
  return {
    handle: "htx-buon-ho",
    name: "HTX Buôn Hồ",
    legal_form: "cooperative",
    commune_code: "24133",
    province_code: "66",
    story: "Rang cà phê từ năm 2009.",
    status: "open",
    members: [
      { name: "H'Lan", email: "Chu@example.com", role: "owner" },
      { name: "Y Bình", email: "binh@example.com", role: "seller" },
    ],
    ...over,
  };
}

moduleIntegrationTestRunner<ProducerModuleService>({
  moduleName: PRODUCER_MODULE,
  moduleModels: [Producer, ProducerMember, ProducerEvent],
  resolve: __dirname,
  pathToMigrations: path.join(__dirname, "migrations"),
  testSuite: ({ service, MikroOrmWrapper }) => {
    async function added(over: Partial<NewProducer> = {}) {
      const [producer] = await service.addProducers([aProducer(over)]);
      const [owner, seller] = producer?.members ?? [];
      if (!producer || !owner || !seller) throw new Error("nothing was added");
      return { id: producer.id, owner: owner.id, seller: seller.id };
    }
    const suspend = (producer_id: string) =>
      service.decideAboutShop({ producer_id, decision: "suspend", actor: operator, reason });
    const setStatus = (
      producer_id: string,
      member_id: string,
      status: "active" | "suspended" | "removed",
    ) => service.decideAboutMember({ producer_id, member_id, status, actor: operator, reason });

    describe("producers", () => {
      it("a producer is added with its members, their e-mails in lower case", async () => {
        const { id, owner } = await added();
        expect(id).toMatch(/^prdcr_/);
        expect(await service.retrieveProducerMember(owner)).toMatchObject({
          email: "chu@example.com",
          status: "active",
          producer_id: id,
        });
      });

      it("an e-mail that is taken leaves no half of a producer behind", async () => {
        await added();
        await expect(added({ handle: "htx-khac" })).rejects.toThrow(/already exists/);
        expect(await service.listProducers({ handle: "htx-khac" })).toEqual([]);
      });

      it("of ten suspensions at once one succeeds, with one event and the reason", async () => {
        const { id } = await added();
        await slowWrites(MikroOrmWrapper.forkManager(), "producer");
        const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => suspend(id)));
        expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
        const events = await service.listProducerEvents({ producer_id: id });
        expect(events).toMatchObject([{ kind: "suspended", reason, actor_name: "Lan" }]);
      });

      it("undoing a suspension opens the shop and forgets the event", async () => {
        const { id } = await added();
        await service.undoShopDecision(await suspend(id));
        expect(await service.retrieveProducer(id)).toMatchObject({ status: "open" });
        expect(await service.listProducerEvents({ producer_id: id })).toEqual([]);
      });

      it("two owners who remove each other at once leave one owner", async () => {
        const { id, owner } = await added({
          members: [
            { name: "A", email: "a@example.com", role: "owner" },
            { name: "B", email: "b@example.com", role: "owner" },
          ],
        });
        const members = await service.listProducerMembers({ producer_id: id });
        const other = members.find((member) => member.id !== owner)?.id ?? "";
        await slowWrites(MikroOrmWrapper.forkManager(), "producer_member");
        const outcomes = await Promise.allSettled([
          setStatus(id, owner, "removed"),
          setStatus(id, other, "removed"),
        ]);
        expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
        const left = await service.listProducerMembers({ producer_id: id, status: "active" });
        expect(left).toHaveLength(1);
      });

      it("another producer's member is not found", async () => {
        const { id } = await added();
        const other = await added({
          handle: "htx-khac",
          members: [
            { name: "A", email: "a@example.com", role: "owner" },
            { name: "B", email: "b@example.com", role: "seller" },
          ],
        });
        await expect(setStatus(id, other.seller, "removed")).rejects.toMatchObject({
          code: "not_found",
        });
        await service.undoMemberDecision(await setStatus(id, await sellerOf(id), "suspended"));
        expect(await service.retrieveProducerMember(await sellerOf(id))).toMatchObject({
          status: "active",
        });
      });

      it("a shop that does not exist is not found", async () => {
        await expect(suspend("prdcr_none")).rejects.toMatchObject({ code: "not_found" });
      });
    });

    async function sellerOf(producer_id: string): Promise<string> {
      const [seller] = await service.listProducerMembers({ producer_id, role: "seller" });
      return seller?.id ?? "";
    }
  },
});
