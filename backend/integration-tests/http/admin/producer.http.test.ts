import { anOperator, aProducer, aVillage, PASSWORD } from "../../makers";
import { medusaHttpSuite } from "../../support";

const reason = "Nhiều khiếu nại chưa trả lời";

medusaHttpSuite("admin-producer", ({ api, getContainer }) => {
  let headers: { authorization: string };

  beforeAll(async () => {
    const operator = await anOperator(getContainer());
    const { data } = await api.post("/auth/user/emailpass", {
      email: operator.email,
      password: PASSWORD,
    });
    headers = { authorization: `Bearer ${data.token}` };
  });

  const get = (path: string) => api.get(path, { headers, validateStatus: () => true });
  const post = (path: string, body: unknown = {}) =>
    api.post(path, body, { headers, validateStatus: () => true });

  describe("the operator's producers", () => {
    it("only an operator reads them", async () => {
      const answer = await api.get("/admin/producers", { validateStatus: () => true });
      expect(answer.status).toBe(401);
    });

    it("the list is found by name without diacritics, by state and by province", async () => {
      const container = getContainer();
      const { id } = await aProducer(container, {
        handle: "tra-suoi-giang",
        name: "Trà Suối Giàng",
      });
      await aProducer(container, { status: "pending", province_code: "01", commune_code: "00541" });
      const ids = async (query: string): Promise<string[]> =>
        (await get(`/admin/producers?${query}`)).data.producers.map(
          (row: { id: string }) => row.id,
        );
      expect(await ids("q=suoi%20giang")).toEqual([id]);
      expect(await ids("q=Su%E1%BB%91i")).toEqual([id]);
      expect(await ids("status=open")).toEqual([id]);
      expect(await ids("province=66")).toEqual([id]);
      expect(await ids("q=%25")).toEqual([]);
      expect(await ids("page=2")).toEqual([]);
    });

    it("a shop is suspended and reopened, each time with a reason in its history", async () => {
      const { id } = await aProducer(getContainer());
      const suspended = await post(`/admin/producers/${id}/suspend`, { reason });
      expect(suspended.data.producer).toMatchObject({ status: "suspended" });
      const again = await post(`/admin/producers/${id}/suspend`, { reason });
      expect(again.data).toMatchObject({ code: "producer_already_suspended" });
      const reopened = await post(`/admin/producers/${id}/reopen`, {
        reason: "Đã trả lời khiếu nại",
      });
      expect(reopened.data.producer).toMatchObject({
        status: "open",
        address: "Thôn 3, Phường Buôn Ma Thuột, Đắk Lắk",
        history: [
          { kind: "suspended", reason, actor_name: "Nguyễn Lan" },
          { kind: "reopened", reason: "Đã trả lời khiếu nại" },
        ],
      });
    });

    it("without a reason nothing happens, and the answer names the field", async () => {
      const { id, members } = await aProducer(getContainer());
      const paths = ["suspend", "reopen", `members/${members[0]?.id}`];
      for (const path of paths) {
        const answer = await post(`/admin/producers/${id}/${path}`, { status: "removed" });
        expect(answer.status).toBe(400);
        expect(answer.data.fields.map(({ field }: { field: string }) => field)).toContain("reason");
      }
    });

    it("the last owner stays; another member is removed and can't be brought back", async () => {
      const { id, members } = await aProducer(getContainer(), {
        members: [
          { name: "Chủ", email: "mot@example.com", role: "owner", password: PASSWORD },
          { name: "Bán", email: "hai@example.com", role: "seller", password: PASSWORD },
        ],
      });
      const idOf = (email: string) => members.find((member) => member.email === email)?.id;
      const set = (email: string, status: string) =>
        post(`/admin/producers/${id}/members/${idOf(email)}`, { status, reason });
      expect((await set("mot@example.com", "suspended")).data.code).toBe("last_owner");
      const removed = await set("hai@example.com", "removed");
      expect(removed.data.producer.history).toMatchObject([
        { kind: "member_removed", reason: `Bán: ${reason}` },
      ]);
      expect((await set("hai@example.com", "active")).data.code).toBe("member_removed");
    });

    it("another producer's member is not found, nor is an unknown producer", async () => {
      const one = await aProducer(getContainer());
      const other = await aProducer(getContainer());
      const body = { status: "suspended", reason };
      const foreign = await post(
        `/admin/producers/${one.id}/members/${other.members[0]?.id}`,
        body,
      );
      expect(foreign.status).toBe(404);
      expect((await get("/admin/producers/prdcr_none")).status).toBe(404);
      expect((await post("/admin/producers/prdcr_none/suspend", { reason })).status).toBe(404);
      expect((await post("/admin/producers/prdcr_none/members/x", body)).status).toBe(404);
    });

    it("an e-mail that signs in for one producer is refused for a second, whole", async () => {
      const { email } = await aProducer(getContainer());
      const twice = aProducer(getContainer(), {
        handle: "htx-nua",
        members: [{ name: "X", email: email.toUpperCase(), role: "owner", password: PASSWORD }],
      });
      await expect(twice).rejects.toThrow();
      expect((await get("/admin/producers?q=htx-nua")).data.count).toBe(0);
    });

    it("a bad filter is refused and named", async () => {
      for (const path of ["/admin/producers?status=gold", "/admin/villages?status=1"]) {
        const answer = await get(path);
        expect(answer.status).toBe(400);
        expect(answer.data.fields[0].field).toBe("status");
      }
    });
  });

  describe("the operator's villages", () => {
    it("a village counts its producers", async () => {
      const village = await aVillage(getContainer(), { name: "Làng gốm", handle: "lang-gom" });
      await aProducer(getContainer(), { village_id: village.id });
      const { data } = await get("/admin/villages?q=lang%20gom");
      expect(data.villages).toMatchObject([{ handle: "lang-gom", producer_count: 1 }]);
    });
  });
});
