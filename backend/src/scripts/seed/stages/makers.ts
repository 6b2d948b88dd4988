import type { MedusaContainer } from "@medusajs/framework/types";
import { createProducersWorkflow } from "../../../workflows/producer/create-producers";
import type { ToldProducer } from "../deal";
import { batches, graph, mustHave, type Outcome } from "./context";
import type { Pictures } from "./pictures";

const BATCH = 50;

/**
 * Adds the producers that are not there yet, their shops open; answers ids by handle. Only owners
 * with a password get a login: hashing 140 passwords would take longer than the rest of the seed.
 */
export async function seedProducers(
  container: MedusaContainer,
  input: {
    producers: readonly ToldProducer[];
    villages: ReadonlyMap<string, string>;
    /** Passwords by the owner's e-mail. */
    passwords: ReadonlyMap<string, string>;
    pictures: Pictures;
  },
): Promise<{ ids: Map<string, string>; outcome: Outcome }> {
  const { producers, villages, passwords, pictures } = input;
  const present = await graph<{ id: string; handle: string }>(container, {
    entity: "producer",
    fields: ["id", "handle"],
    filters: { handle: producers.map(({ handle }) => handle) },
  });
  const ids = new Map(present.map(({ id, handle }) => [handle, id]));
  const missing = producers.filter(({ handle }) => !ids.has(handle));
  for (const batch of batches(missing, BATCH)) {
    const taken = await pictures.take(batch.map(({ drawing }) => drawing));
    const { result } = await createProducersWorkflow(container).run({
      input: {
        producers: batch.map((producer) => {
          const picture = mustHave(taken, producer.drawing);
          const { handle, name, legal_form, province_code, commune_code } = producer;
          const { street, phone, email, registration_number, owner, story, village } = producer;
          const password = passwords.get(owner.email);
          return {
            handle,
            name,
            legal_form,
            province_code,
            commune_code,
            street,
            phone,
            email,
            registration_number,
            story: story.vi,
            village_id: village === null ? null : mustHave(villages, village),
            picture_url: picture.url,
            picture_width: picture.width,
            picture_height: picture.height,
            picture_alt: picture.alt_vi,
            status: "open" as const,
            is_demo: true,
            members: [{ ...owner, role: "owner" as const, ...(password ? { password } : {}) }],
            en: { story: story.en, picture_alt: picture.alt_en },
          };
        }),
      },
    });
    for (const { id, handle } of result) ids.set(handle, id);
  }
  return { ids, outcome: { added: missing.length, present: producers.length - missing.length } };
}
