import type { MedusaContainer } from "@medusajs/framework/types";
import { createVillagesWorkflow } from "../../../workflows/village/create-villages";
import type { DealtVillage } from "../deal";
import { graph, mustHave, type Outcome } from "./context";
import type { Pictures } from "./pictures";

/** Adds the villages that are not there yet; answers ids by handle. */
export async function seedVillages(
  container: MedusaContainer,
  villages: readonly DealtVillage[],
  pictures: Pictures,
): Promise<{ ids: Map<string, string>; outcome: Outcome }> {
  const present = await graph<{ id: string; handle: string }>(container, {
    entity: "village",
    fields: ["id", "handle"],
    filters: { handle: villages.map(({ handle }) => handle) },
  });
  const ids = new Map(present.map(({ id, handle }) => [handle, id]));
  const missing = villages.filter(({ handle }) => !ids.has(handle));
  if (missing.length > 0) {
    const taken = await pictures.take(missing.map(({ drawing }) => drawing));
    const { result } = await createVillagesWorkflow(container).run({
      input: {
        villages: missing.map((village) => {
          const picture = mustHave(taken, village.drawing);
          const { handle, kind, province_code, commune_code, commune_name, lat, lng } = village;
          return {
            handle,
            kind,
            province_code,
            commune_code,
            commune_name,
            lat,
            lng,
            name: village.name_vi,
            craft: village.craft_vi,
            story: village.story.vi,
            former_place: village.former_place,
            picture_url: picture.url,
            picture_width: picture.width,
            picture_height: picture.height,
            picture_alt: picture.alt_vi,
            is_demo: true,
            en: {
              name: village.name_en,
              craft: village.craft_en,
              story: village.story.en,
              picture_alt: picture.alt_en,
            },
          };
        }),
      },
    });
    for (const { id, handle } of result) ids.set(handle, id);
  }
  return { ids, outcome: { added: missing.length, present: villages.length - missing.length } };
}
