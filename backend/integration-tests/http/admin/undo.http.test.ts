import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils";
import {
  createStep,
  createWorkflow,
  type ReturnWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";
import type ProducerModuleService from "../../../src/modules/producer/service";
import { rejectCertificationWorkflow } from "../../../src/workflows/certification/reject-certification";
import { revokeCertificationWorkflow } from "../../../src/workflows/certification/revoke-certification";
import { submitCertificationsWorkflow } from "../../../src/workflows/certification/submit-certifications";
import { verifyCertificationsWorkflow } from "../../../src/workflows/certification/verify-certifications";
import { reopenProducerWorkflow } from "../../../src/workflows/producer/reopen-producer";
import { setMemberStatusWorkflow } from "../../../src/workflows/producer/set-member-status";
import { suspendProducerWorkflow } from "../../../src/workflows/producer/suspend-producer";
import { updateProducerWorkflow } from "../../../src/workflows/producer/update-producer";
import { updateVillageWorkflow } from "../../../src/workflows/village/update-village";
import { aCertificate, aProducer, aProduct, aVillage, officer, PASSWORD } from "../../makers";
import { medusaHttpSuite } from "../../support";

const reason = "Thử hoàn tác";
const failStep = createStep("fail-on-purpose", async () => {
  throw new Error("on purpose");
});

medusaHttpSuite("undo", ({ getContainer }) => {
  let producer: Awaited<ReturnType<typeof aProducer>>;
  let product: Awaited<ReturnType<typeof aProduct>>;

  beforeAll(async () => {
    producer = await aProducer(getContainer());
    product = await aProduct(getContainer(), { producer_id: producer.id });
  });

  /** Runs the workflow to its end inside one that fails afterwards, so that all of it is undone. */
  async function undone<Input>(
    workflow: ReturnWorkflow<Input, unknown, []>,
    input: Input,
  ): Promise<void> {
    const failing = createWorkflow(`undo-${workflow.getName()}`, (data: WorkflowData<Input>) => {
      workflow.runAsStep({ input: data });
      failStep();
      return new WorkflowResponse(data);
    });
    await expect(failing(getContainer()).run({ input })).rejects.toThrow("on purpose");
  }

  async function graph(entity: string, fields: string[], filters: Record<string, unknown> = {}) {
    const query = getContainer().resolve(ContainerRegistrationKeys.QUERY);
    const { data } = await query.graph({ entity, fields, filters });
    return data;
  }

  /** The member's row is gone and the login is left, so that only the login can refuse. */
  async function freeTheRowOf(email: string): Promise<void> {
    const service: ProducerModuleService = getContainer().resolve("producer");
    const [member] = await service.listProducerMembers({ email });
    await service.deleteProducerMembers(member?.id ?? "");
  }

  const certificate = async (id: string) =>
    (await graph("certification", ["status", "revoked_reason", "events.kind"], { id }))[0];

  describe("what fails later is undone", () => {
    it("a producer whose member can't get a login leaves nothing behind", async () => {
      await freeTheRowOf(producer.email);
      const refused = aProducer(getContainer(), {
        handle: "htx-hong",
        members: [
          { name: "A", email: "moi@example.com", role: "owner", password: PASSWORD },
          { name: "B", email: producer.email, role: "seller", password: PASSWORD },
        ],
      });
      await expect(refused).rejects.toMatchObject({ code: "member_email_taken" });
      expect(await graph("producer", ["id"], { handle: "htx-hong" })).toEqual([]);
      const auth = getContainer().resolve(Modules.AUTH);
      expect(
        await auth.listAuthIdentities({ provider_identities: { entity_id: "moi@example.com" } }),
      ).toEqual([]);
    });

    it("a customer who becomes a member keeps the login; the undo takes only the membership", async () => {
      const auth = getContainer().resolve(Modules.AUTH);
      const body = { email: "khach@example.com", password: PASSWORD };
      const { authIdentity } = await auth.register("emailpass", { body });
      const id = authIdentity?.id ?? "";
      await auth.updateAuthIdentities({ id, app_metadata: { customer_id: "cus_1" } });
      const members = [{ name: "K", role: "owner" as const, ...body, password: "another-one-9" }];
      await freeTheRowOf(producer.email);
      const taken = {
        name: "B",
        email: producer.email,
        role: "seller" as const,
        password: PASSWORD,
      };
      const refused = aProducer(getContainer(), { members: [...members, taken] });
      await expect(refused).rejects.toMatchObject({ code: "member_email_taken" });
      expect((await auth.retrieveAuthIdentity(id)).app_metadata).toEqual({
        customer_id: "cus_1",
        producer_id: null,
      });
      const joined = await aProducer(getContainer(), { handle: "htx-khach", members });
      const metadata = async () => (await auth.retrieveAuthIdentity(id)).app_metadata;
      expect(await metadata()).toEqual({
        customer_id: "cus_1",
        producer_id: joined.members[0]?.id,
      });
      const { success } = await auth.authenticate("emailpass", { body });
      expect(success).toBe(true);
    });

    it("an edited producer and village read as before, in both languages", async () => {
      const village = await aVillage(getContainer());
      const before = {
        producers: await graph("producer", ["story", "phone"]),
        villages: await graph("village", ["craft", "lat"]),
        translations: await graph("translations", ["reference_id", "translations"]),
      };
      await undone(updateProducerWorkflow, {
        id: producer.id,
        changes: { story: "Khác", phone: "+84912345678" },
        en: { story: "Different", picture_alt: "A roaster" },
      });
      await undone(updateVillageWorkflow, {
        id: village.id,
        changes: { craft: "Khác", lat: 1 },
        en: { craft: "Different" },
      });
      expect({
        producers: await graph("producer", ["story", "phone"]),
        villages: await graph("village", ["craft", "lat"]),
        translations: await graph("translations", ["reference_id", "translations"]),
      }).toEqual(before);
    });

    it("a suspended shop is open again, a reopened one suspended, without a trace", async () => {
      const state = () => graph("producer", ["status", "events.kind"], { id: producer.id });
      const input = { producer_id: producer.id, actor: officer, reason };
      await undone(suspendProducerWorkflow, input);
      expect(await state()).toMatchObject([{ status: "open", events: [] }]);
      await suspendProducerWorkflow(getContainer()).run({ input });
      await undone(reopenProducerWorkflow, input);
      expect(await state()).toMatchObject([
        { status: "suspended", events: [{ kind: "suspended" }] },
      ]);
    });

    it("a removed member is back", async () => {
      const { id, members } = await aProducer(getContainer(), {
        members: [
          { name: "A", email: "a@example.com", role: "owner" },
          { name: "B", email: "b@example.com", role: "seller" },
        ],
      });
      const seller = members.find(({ email }) => email === "b@example.com")?.id ?? "";
      await undone(setMemberStatusWorkflow, {
        producer_id: id,
        member_id: seller,
        status: "removed" as const,
        actor: officer,
        reason,
      });
      expect(await graph("producer_member", ["status"], { id: seller })).toMatchObject([
        { status: "active" },
      ]);
    });

    it("a submitted certificate is gone", async () => {
      await undone(submitCertificationsWorkflow, {
        actor: officer,
        certifications: [
          {
            product_id: product.id,
            stars: 3 as const,
            decision_number: "MẪU-9999/QĐ-UBND",
            decided_on: "2025-08-01",
          },
        ],
      });
      expect(await graph("certification", ["id"])).toEqual([]);
      expect(await graph("certification_event", ["id"])).toEqual([]);
    });

    it("a certificate is as it was before it was verified, rejected or revoked", async () => {
      const id = await aCertificate(getContainer(), { product_id: product.id, verified: false });
      const submitted = { status: "submitted", events: [{ kind: "submitted" }] };
      await undone(verifyCertificationsWorkflow, { ids: [id], actor: officer });
      expect(await certificate(id)).toMatchObject(submitted);
      await undone(rejectCertificationWorkflow, { id, actor: officer, reason });
      expect(await certificate(id)).toMatchObject(submitted);
      await verifyCertificationsWorkflow(getContainer()).run({
        input: { ids: [id], actor: officer },
      });
      await undone(revokeCertificationWorkflow, { id, actor: officer, reason });
      const verified = await certificate(id);
      expect(verified).toMatchObject({ status: "verified", revoked_reason: null });
      expect(verified?.events).toHaveLength(2);
    });
  });

  describe("what can't be submitted", () => {
    const submit = (over: Record<string, unknown>) =>
      submitCertificationsWorkflow(getContainer()).run({
        input: {
          actor: officer,
          certifications: [
            {
              product_id: product.id,
              stars: 3,
              decision_number: "MẪU-9999/QĐ-UBND",
              decided_on: "2025-08-01",
              ...over,
            },
          ],
        },
      });

    it("a number that is none, a decision of tomorrow, a product of somebody else", async () => {
      const other = await aProducer(getContainer());
      await expect(submit({ decision_number: "abc" })).rejects.toMatchObject({
        code: "decision_number_malformed",
      });
      await expect(submit({ decided_on: "2199-01-01" })).rejects.toMatchObject({
        code: "decided_in_future",
      });
      await expect(submit({ producer_id: other.id })).rejects.toMatchObject({ code: "not_found" });
      await expect(submit({ product_id: "prod_none" })).rejects.toMatchObject({
        code: "not_found",
      });
    });
  });
});
