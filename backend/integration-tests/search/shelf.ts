import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils";
import { updateProductsWorkflow } from "@medusajs/medusa/core-flows";
import { aProducer, type Market, type MarketProducer } from "../market";
import { potteryVillage } from "../pottery-village";
import { sql } from "../settle";
import { aTour, type MarketTour } from "../visits";

type Villages = { createVillages(village: Record<string, unknown>): Promise<{ id: string }> };

export type Shelf = { coffee: MarketProducer; sauce: MarketProducer; tour: MarketTour };

/** The handles of what `aShelf` makes, sorted. */
export const SHELF = ["ca-phe-ca-com", "ca-phe-ea-tu", "tham-bat-trang"];

/**
 * Coffee from Đắk Lắk, fish sauce from Tuyên Quang, and a tour of the maker of coffee in the village
 * of Bát Tràng in Hà Nội; the goods have English titles.
 */
export async function aShelf(container: MedusaContainer, market: Market): Promise<Shelf> {
  const coffee = await aProducer(container, market, { handle: "ea-tu" });
  const sauce = await aProducer(container, market, { handle: "ca-com" });
  const tour = await aTour(container, market, { producer_id: coffee.id, handle: "bat-trang" });
  await sells(container, coffee, {
    title: "Cà phê bột Đắk Lắk",
    title_en: "Dak Lak ground coffee",
    subgroup: "coffee-cocoa",
  });
  await sells(container, sauce, {
    title: "Nước mắm cá cơm",
    title_en: "Anchovy fish sauce",
    subgroup: "condiment-liquid",
  });
  await updateProductsWorkflow(container).run({
    input: {
      selector: { id: tour.product_id },
      update: { title: "Tham quan làng gốm", metadata: { subgroup: "community" } },
    },
  });
  const village = await container.resolve<Villages>("village").createVillages({
    handle: "bat-trang",
    name: "Làng Bát Tràng",
    ...potteryVillage,
  });
  await container.resolve(ContainerRegistrationKeys.LINK).create({
    village: { village_id: village.id },
    [Modules.PRODUCT]: { product_id: tour.product_id },
  });
  await sql()`UPDATE producer SET province_code = '08', name = 'Mắm Cô Ba' WHERE id = ${sauce.id}`;
  return { coffee, sauce, tour };
}

async function sells(
  container: MedusaContainer,
  { product_id }: MarketProducer,
  { title, title_en, subgroup }: { title: string; title_en: string; subgroup: string },
): Promise<void> {
  await updateProductsWorkflow(container).run({
    input: {
      selector: { id: product_id },
      update: { title, metadata: { subgroup, unit_vi: "túi 500 g" } },
    },
  });
  await container.resolve(Modules.TRANSLATION).createTranslations([
    {
      reference: "product",
      reference_id: product_id,
      locale_code: "en-US",
      translations: { title: title_en },
    },
  ]);
}
