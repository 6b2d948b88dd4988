import type { OperatorCertification } from "@cho-lang/shared/contracts/operator";
import { aCertificate, anOperator, aProducer, aProduct, PASSWORD } from "../../makers";
import { medusaHttpSuite } from "../../support";

const reason = "Không đạt kiểm tra hằng năm";

medusaHttpSuite("admin-certification", ({ api, getContainer }) => {
  let headers: { authorization: string };
  let producer: Awaited<ReturnType<typeof aProducer>>;
  let product: Awaited<ReturnType<typeof aProduct>>;

  beforeAll(async () => {
    const container = getContainer();
    const operator = await anOperator(container);
    const { data } = await api.post("/auth/user/emailpass", {
      email: operator.email,
      password: PASSWORD,
    });
    headers = { authorization: `Bearer ${data.token}` };
    producer = await aProducer(container, { handle: "htx-ea-tu", name: "HTX Ea Tu" });
    product = await aProduct(container, { producer_id: producer.id, title: "Cà phê bột Ea Tu" });
  });

  const get = (path: string) => api.get(path, { headers, validateStatus: () => true });
  const post = (path: string, body: unknown = {}) =>
    api.post(path, body, { headers, validateStatus: () => true });
  const submitted = () => aCertificate(getContainer(), { product_id: product.id, verified: false });
  const detail = async (id: string): Promise<OperatorCertification["certification"]> =>
    (await get(`/admin/certifications/${id}`)).data.certification;

  describe("the operator's certificates", () => {
    it("only an operator reads them", async () => {
      const answer = await api.get("/admin/certifications", { validateStatus: () => true });
      expect(answer.status).toBe(401);
    });

    it("a submitted certificate names its product, producer and the issuer of that day", async () => {
      const certification = await detail(await submitted());
      expect(certification).toMatchObject({
        product: { id: product.id, title: "Cà phê bột Ea Tu" },
        producer: { handle: "htx-ea-tu" },
        expires_on: "2028-08-01",
        issuer_name: "Ủy ban nhân dân tỉnh Đắk Lắk",
        state: "submitted",
        history: [{ kind: "submitted", actor_name: "Cán bộ thử", reason: null }],
      });
    });

    it("the list is found by number without diacritics, by name, by state and by stars", async () => {
      const id = await aCertificate(getContainer(), {
        product_id: product.id,
        stars: 5,
        decision_number: "MẪU-0412/QĐ-BNNMT",
      });
      await submitted();
      const ids = async (query: string): Promise<string[]> =>
        (await get(`/admin/certifications?${query}`)).data.certifications.map(
          (row: { id: string }) => row.id,
        );
      expect(await ids("q=mau-0412/qd")).toEqual([id]);
      expect(await ids("stars=5")).toEqual([id]);
      expect(await ids("state=in_force")).toEqual([id]);
      expect(await ids("q=ca%20phe%20bot")).toHaveLength(2);
      expect(await ids("q=ea-tu&state=submitted")).toHaveLength(1);
      expect(await ids("province=01")).toEqual([]);
      expect(await ids("q=100%25")).toEqual([]);
    });

    it("each state in the list is the state that the certificate shows", async () => {
      const container = getContainer();
      const decided = ["2026-10-01", "2023-12-15", "2021-03-01"];
      for (const decided_on of decided) {
        await aCertificate(container, { product_id: product.id, decided_on });
      }
      const { data } = await get("/admin/certifications");
      for (const { id, state } of data.certifications) {
        const filtered = await get(`/admin/certifications?state=${state}`);
        expect(filtered.data.certifications.map((row: { id: string }) => row.id)).toContain(id);
        expect(
          filtered.data.certifications.every((row: { state: string }) => row.state === state),
        ).toBe(true);
      }
    });

    it("a certificate is verified, then revoked with a reason, and the history tells it", async () => {
      const id = await submitted();
      const verified = await post(`/admin/certifications/${id}/verify`);
      expect(verified.data.certification).toMatchObject({ status: "verified", state: "in_force" });
      const revoked = await post(`/admin/certifications/${id}/revoke`, { reason });
      expect(revoked.status).toBe(200);
      expect(revoked.data.certification).toMatchObject({
        state: "revoked",
        revoked_reason: reason,
        history: [
          { kind: "submitted" },
          { kind: "verified", actor_name: "Nguyễn Lan" },
          { kind: "revoked", actor_name: "Nguyễn Lan", reason },
        ],
      });
      const again = await post(`/admin/certifications/${id}/verify`);
      expect(again.status).toBe(400);
      expect(again.data.code).toBe("certification_wrong_status");
    });

    it("a certificate is rejected with a reason that its producer can read", async () => {
      const id = await submitted();
      const answer = await post(`/admin/certifications/${id}/reject`, { reason });
      expect(answer.data.certification).toMatchObject({
        state: "rejected",
        rejected_reason: reason,
      });
    });

    it("without a reason nothing is rejected or revoked, and the answer names the field", async () => {
      const id = await submitted();
      for (const body of [{}, { reason: "ngắn" }, { reason: 7 }, { reason: "x".repeat(501) }]) {
        const answer = await post(`/admin/certifications/${id}/reject`, body);
        expect(answer.status).toBe(400);
        expect(answer.data.fields).toMatchObject([{ field: "reason" }]);
      }
      expect(await detail(id)).toMatchObject({ state: "submitted" });
    });

    it("when two operators revoke at once one of them does, and one event is kept", async () => {
      const id = await aCertificate(getContainer(), { product_id: product.id });
      const answers = await Promise.all(
        Array.from({ length: 5 }, () => post(`/admin/certifications/${id}/revoke`, { reason })),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400, 400, 400]);
      const refused = answers.filter(({ status }) => status === 400);
      expect(refused.map(({ data }) => data.code)).toEqual(
        Array(4).fill("certification_already_revoked"),
      );
      const { history } = await detail(id);
      expect(history.filter(({ kind }) => kind === "revoked")).toHaveLength(1);
    });

    it("when one operator verifies and another rejects at once, one of both counts", async () => {
      const id = await submitted();
      const answers = await Promise.all([
        post(`/admin/certifications/${id}/verify`),
        post(`/admin/certifications/${id}/reject`, { reason }),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
      const refused = answers.find(({ status }) => status === 400);
      expect(refused?.data.code).toBe("certification_wrong_status");
      const won = answers.findIndex(({ status }) => status === 200) === 0 ? "verified" : "rejected";
      const { status, history } = await detail(id);
      expect([status, history.map(({ kind }) => kind)]).toEqual([won, ["submitted", won]]);
    });

    it("an unknown certificate is not found by any route", async () => {
      expect((await get("/admin/certifications/cert_none")).status).toBe(404);
      expect((await post("/admin/certifications/cert_none/verify")).status).toBe(404);
      expect((await post("/admin/certifications/cert_none/reject", { reason })).status).toBe(404);
      expect((await post("/admin/certifications/cert_none/revoke", { reason })).status).toBe(404);
    });

    it("a bad filter is refused and named", async () => {
      for (const field of ["page=0", "page=x", "state=gold", "stars=2", "province=1", "oops=1"]) {
        const answer = await get(`/admin/certifications?${field}`);
        expect(answer.status).toBe(400);
        expect(answer.data.fields[0].field).toBe(field.split("=")[0]);
      }
    });
  });
});
