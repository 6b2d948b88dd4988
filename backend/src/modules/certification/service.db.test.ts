import path from "node:path";
import { moduleIntegrationTestRunner } from "@medusajs/test-utils";
import { meeting } from "../../../integration-tests/meeting";
import { slowWrites } from "../../../integration-tests/slow-writes";
import { CERTIFICATION_MODULE } from ".";
import { Certification } from "./models/certification";
import { CertificationEvent } from "./models/certification-event";
import type CertificationModuleService from "./service";
import type { Dossier } from "./service";

const operator = { id: "user_1", name: "Lan" };
const reason = "Withdrawn after the yearly check";

function aDossier(over: Partial<Dossier> = {}): Dossier {
  return {
    product_id: "prod_1",
    producer_id: "prdcr_1",
    product_title: "Cà phê bột",
    stars: 4,
    decision_number: "MẪU-0412/QĐ-UBND",
    decided_on: "2025-05-01",
    expires_on: "2028-05-01",
    issuer_level: "province",
    issuer_name: "Ủy ban nhân dân tỉnh Đắk Lắk",
    province_code: "66",
    is_demo: true,
    ...over,
  };
}

moduleIntegrationTestRunner<CertificationModuleService>({
  moduleName: CERTIFICATION_MODULE,
  moduleModels: [Certification, CertificationEvent],
  resolve: __dirname,
  pathToMigrations: path.join(__dirname, "migrations"),
  testSuite: ({ service, MikroOrmWrapper }) => {
    async function aCertificate(over: Partial<Dossier> = {}): Promise<string> {
      const [row] = await service.submit([aDossier(over)], operator);
      if (!row) throw new Error("nothing was submitted");
      return row.id;
    }
    const decide = (step: "verify" | "reject" | "revoke", ids: string[]) =>
      service.decideAbout({ ids, step, actor: operator, reason, revoked_on: "2026-11-21" });
    const kinds = async (id: string) => {
      const events = await service.listCertificationEvents({ certification_id: id });
      return events.map(({ kind }) => kind).sort();
    };

    describe("certificates", () => {
      it("a submitted certificate waits, with its first event and its number folded", async () => {
        const certificate = await service.retrieveCertification(await aCertificate());
        expect(certificate).toMatchObject({
          status: "submitted",
          decision_folded: "mau-0412/qd-ubnd",
          revoked_on: null,
        });
        expect(await kinds(certificate.id)).toEqual(["submitted"]);
      });

      it("the same decision counts once for a product, but again after a rejection", async () => {
        const id = await aCertificate();
        await expect(aCertificate()).rejects.toThrow(/already exists/);
        await decide("reject", [id]);
        await expect(aCertificate()).resolves.toMatch(/^cert_/);
      });

      it("six stars and an end before the decision do not enter the table", async () => {
        await expect(aCertificate({ stars: 6 })).rejects.toThrow();
        await expect(aCertificate({ expires_on: "2025-04-30" })).rejects.toThrow();
      });

      it("a revocation keeps its day and reason", async () => {
        const id = await aCertificate();
        await decide("verify", [id]);
        await decide("revoke", [id]);
        expect(await service.retrieveCertification(id)).toMatchObject({
          status: "revoked",
          revoked_on: "2026-11-21",
          revoked_reason: reason,
        });
        expect(await kinds(id)).toEqual(["revoked", "submitted", "verified"]);
      });

      it("of ten operators who revoke at once one succeeds, and one event is kept", async () => {
        const id = await aCertificate();
        await decide("verify", [id]);
        await slowWrites(MikroOrmWrapper.forkManager(), "certification");
        const outcomes = await Promise.allSettled(
          Array.from({ length: 10 }, () => decide("revoke", [id])),
        );
        const refused = outcomes.flatMap((outcome) =>
          outcome.status === "rejected" ? [outcome.reason.code] : [],
        );
        expect(refused).toEqual(Array(9).fill("certification_already_revoked"));
        expect((await kinds(id)).filter((kind) => kind === "revoked")).toHaveLength(1);
      });

      it("without the lock two operators would both believe that they revoked it", async () => {
        const id = await aCertificate();
        await decide("verify", [id]);
        const bothHaveRead = meeting(2);
        const naively = async () => {
          const { status } = await service.retrieveCertification(id);
          if (status !== "verified") throw new Error("revoked already");
          await bothHaveRead();
          await service.updateCertifications({ id, status: "revoked", revoked_on: "2026-11-21" });
        };
        const outcomes = await Promise.allSettled([naively(), naively()]);
        expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled"]);
      });

      it("without the lock the unique index still keeps the second event out", async () => {
        const id = await aCertificate();
        const again = { certification_id: id, kind: "submitted" as const, actor_id: "x" };
        await expect(
          service.createCertificationEvents({ ...again, actor_name: "x" }),
        ).rejects.toThrow(/already exists/);
      });

      it("a batch with one wrong certificate changes none of them", async () => {
        const good = await aCertificate();
        const bad = await aCertificate({ decision_number: "MẪU-0413/QĐ-UBND" });
        await decide("reject", [bad]);
        await expect(decide("verify", [good, bad])).rejects.toMatchObject({
          code: "certification_wrong_status",
        });
        await expect(decide("verify", [good, "cert_none"])).rejects.toMatchObject({
          code: "not_found",
        });
        expect(await service.retrieveCertification(good)).toMatchObject({ status: "submitted" });
      });

      it("undoing a revocation restores status and history", async () => {
        const id = await aCertificate();
        await decide("verify", [id]);
        await service.undoDecision(await decide("revoke", [id]));
        expect(await service.retrieveCertification(id)).toMatchObject({
          status: "verified",
          revoked_on: null,
          revoked_reason: null,
        });
        expect(await kinds(id)).toEqual(["submitted", "verified"]);
      });

      it("a certificate is not revoked before its decision", async () => {
        const id = await aCertificate({ decided_on: "2026-11-22", expires_on: "2029-11-22" });
        await decide("verify", [id]);
        await expect(decide("revoke", [id])).rejects.toMatchObject({
          code: "revoked_before_decision",
        });
      });
    });
  },
});
