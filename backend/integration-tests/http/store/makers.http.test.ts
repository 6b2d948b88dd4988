import { revokeCertificationWorkflow } from "../../../src/workflows/certification/revoke-certification";
import { suspendProducerWorkflow } from "../../../src/workflows/producer/suspend-producer";
import {
  aCertificate,
  aProducer,
  aProduct,
  aPublishableKey,
  aVillage,
  officer,
} from "../../makers";
import { medusaHttpSuite } from "../../support";

medusaHttpSuite("store-makers", ({ api, getContainer }) => {
  let headers: Record<string, string>;
  let producer: Awaited<ReturnType<typeof aProducer>>;
  let product: Awaited<ReturnType<typeof aProduct>>;

  beforeAll(async () => {
    const container = getContainer();
    headers = { "x-publishable-api-key": await aPublishableKey(container) };
    const village = await aVillage(container, { handle: "lang-ca-phe" });
    producer = await aProducer(container, { handle: "htx-ea-tu", village_id: village.id });
    product = await aProduct(container, { producer_id: producer.id, handle: "ca-phe-ea-tu" });
  });

  const get = (path: string) => api.get(path, { headers, validateStatus: () => true });
  const certificate = (over: Partial<Parameters<typeof aCertificate>[1]> = {}) =>
    aCertificate(getContainer(), { product_id: product.id, ...over });

  describe("a producer's page", () => {
    it("tells who they are, in the asked language, with their certificates", async () => {
      const id = await certificate();
      await certificate({ verified: false });
      const { data } = await get("/store/producers/htx-ea-tu?lang=en");
      expect(data).toMatchObject({
        handle: "htx-ea-tu",
        story: "Roasting coffee since 2009.",
        address: "Thôn 3, Phường Buôn Ma Thuột, Đắk Lắk",
        province: { code: "66", slug: "dak-lak", name: "Dak Lak" },
        village: { handle: "lang-ca-phe", name: expect.stringMatching(/^Test village/) },
        is_open: true,
        certificates: [{ id, issuer: "People's Committee of Dak Lak" }],
      });
      const vietnamese = await get("/store/producers/htx-ea-tu");
      expect(vietnamese.data.story).toBe("Rang cà phê từ năm 2009.");
      expect(JSON.stringify(data)).not.toContain("members");
    });

    it("says that a suspended shop does not sell, and keeps a pending one hidden", async () => {
      await suspendProducerWorkflow(getContainer()).run({
        input: { producer_id: producer.id, actor: officer, reason: "Thử tạm ngưng" },
      });
      expect((await get("/store/producers/htx-ea-tu")).data.is_open).toBe(false);
      await aProducer(getContainer(), { handle: "htx-cho", status: "pending" });
      expect((await get("/store/producers/htx-cho")).status).toBe(404);
    });
  });

  describe("a village's page", () => {
    it("tells its craft in the asked language and who works there", async () => {
      const { data } = await get("/store/villages/lang-ca-phe?lang=en");
      expect(data).toMatchObject({
        craft: "Pottery",
        story: "Làm gốm bên sông Hồng.",
        producers: [{ handle: "htx-ea-tu" }],
        province: { name: "Hanoi" },
      });
      expect((await get("/store/villages/lang-ca-phe")).data.craft).toBe("Gốm");
    });
  });

  describe("a certificate's page", () => {
    it("shows the decision, the issuer and the state of today", async () => {
      const id = await certificate({ decided_on: "2026-09-01" });
      const { data } = await get(`/store/certifications/${id}`);
      expect(data.certificate).toMatchObject({
        product: { handle: "ca-phe-ea-tu", kind: "product" },
        producer: { handle: "htx-ea-tu" },
        stars: 4,
        expires_on: "2029-09-01",
        issuer: "Ủy ban nhân dân tỉnh Đắk Lắk",
        state: "in_force",
        revoked_on: null,
      });
      expect(data.certificate.months_left).toBeGreaterThan(0);
    });

    it("is not public before the operator has verified it", async () => {
      const id = await certificate({ verified: false, decision_number: "MẪU-0007/QĐ-UBND" });
      expect((await get(`/store/certifications/${id}`)).status).toBe(404);
      expect((await get("/store/certifications?number=0007")).data.certificates).toEqual([]);
    });

    it("stays public when it is revoked, with the reason and no months left", async () => {
      const id = await certificate();
      await revokeCertificationWorkflow(getContainer()).run({
        input: { id, actor: officer, reason: "Không đạt kiểm tra hằng năm" },
      });
      const { data } = await get(`/store/certifications/${id}`);
      expect(data.certificate).toMatchObject({
        state: "revoked",
        months_left: 0,
        revoked_reason: "Không đạt kiểm tra hằng năm",
      });
    });

    it("is found by its number as people type it", async () => {
      const id = await certificate({ decision_number: "MẪU-0412/QĐ-UBND" });
      for (const number of ["mẫu-0412", "MAU-0412/QD-UBND", "0412 / qđ", "0412"]) {
        const { data } = await get(`/store/certifications?number=${encodeURIComponent(number)}`);
        expect(data.certificates).toMatchObject([{ id }]);
      }
      expect((await get("/store/certifications?number=%25")).data.certificates).toEqual([]);
    });
  });

  describe("bad addresses", () => {
    it("what does not exist is not found", async () => {
      const paths = ["producers/none", "villages/none", "certifications/cert_none"];
      for (const path of paths) expect((await get(`/store/${path}`)).status).toBe(404);
    });

    it("a bad value is refused and named", async () => {
      const bad = {
        "producers/htx-ea-tu?lang=fr": "lang",
        "villages/lang-ca-phe?lang=": "lang",
        "certifications/x?lang=VI": "lang",
        "certifications?lang=vi": "number",
        [`certifications?number=${"1".repeat(61)}`]: "number",
        "certifications?number=1&page=2": "page",
      };
      for (const [path, field] of Object.entries(bad)) {
        const answer = await get(`/store/${path}`);
        expect(answer.status).toBe(400);
        expect(answer.data.fields[0].field).toBe(field);
      }
    });
  });
});
