import type { MedusaContainer } from "@medusajs/framework/types";
import { must } from "../market";

/** The certification module's service, as far as tests of search use it. */
export type Certifications = {
  submit(dossiers: object[], actor: object): Promise<{ id: string }[]>;
  decideAbout(decision: object): Promise<unknown>;
};

/** Who decides in these tests. */
export const operator = { id: "user_1", name: "Lan" };

/** A verified certificate for a producer's product, valid until 2028. */
export async function certify(
  container: MedusaContainer,
  { id: producer_id, product_id }: { id: string; product_id: string },
  stars: number,
  decision_number: string,
): Promise<string> {
  const service = container.resolve<Certifications>("certification");
  const dossier = {
    product_id,
    producer_id,
    product_title: "Cà phê",
    stars,
    decision_number,
    decided_on: "2025-05-01",
    expires_on: "2028-05-01",
    issuer_level: "province",
    issuer_name: "Ủy ban nhân dân tỉnh Đắk Lắk",
    province_code: "66",
    is_demo: true,
  };
  const [row] = await service.submit([dossier], operator);
  const { id } = must(row);
  await service.decideAbout({ ids: [id], step: "verify", actor: operator });
  return id;
}
