import path from "node:path";
import { moduleIntegrationTestRunner } from "@medusajs/test-utils";
import { VILLAGE_MODULE } from ".";
import { Village } from "./models/village";
import type VillageModuleService from "./service";
import type { NewVillage } from "./service";

const aVillage: NewVillage = {
  handle: "lang-gom-bat-trang",
  name: "Làng gốm Bát Tràng",
  kind: "craft",
  craft: "Gốm",
  story: "Làm gốm bên sông Hồng.",
  province_code: "01",
  commune_code: "00541",
  commune_name: "Bát Tràng",
  lat: 20.9752,
  lng: 105.9127,
};

moduleIntegrationTestRunner<VillageModuleService>({
  moduleName: VILLAGE_MODULE,
  moduleModels: [Village],
  resolve: __dirname,
  pathToMigrations: path.join(__dirname, "migrations"),
  testSuite: ({ service }) => {
    describe("villages", () => {
      it("a village keeps its place to within some metres", async () => {
        const [village] = await service.createVillages([aVillage]);
        expect(village?.lat).toBeCloseTo(20.9752, 4);
        expect(village?.lng).toBeCloseTo(105.9127, 4);
      });

      it("a handle names one village", async () => {
        await service.createVillages([aVillage]);
        await expect(service.createVillages([aVillage])).rejects.toThrow(/already exists/);
      });
    });
  },
});
