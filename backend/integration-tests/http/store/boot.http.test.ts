import { medusaHttpSuite } from "../../support";

medusaHttpSuite("boot", ({ api }) => {
  describe("The running backend", () => {
    it("says that it is healthy", async () => {
      const answer = await api.get("/health");
      expect(answer.status).toBe(200);
    });
    it("asks the shop for its key", async () => {
      const answer = await api.get("/store/products", { validateStatus: () => true });
      expect(answer.status).toBe(400);
    });
  });
});
