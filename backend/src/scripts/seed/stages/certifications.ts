import { addDays, type LocalDate } from "@cho-lang/shared/calendar";
import type { Stars } from "@cho-lang/shared/domain/certification";
import type { Actor } from "../../../lib/actor";
import { revokeCertificationWorkflow } from "../../../workflows/certification/revoke-certification";
import { submitCertificationsWorkflow } from "../../../workflows/certification/submit-certifications";
import { verifyCertificationsWorkflow } from "../../../workflows/certification/verify-certifications";
import type { DealtCertificate } from "../certificates";
import type { Deal } from "../deal";
import { batches, graph, mustHave, type Outcome, type Seeding } from "./context";
import { seededProducts } from "./products";

const BATCH = 100;
/** The demo's revoked certificates were revoked this many days before the first seeding. */
const REVOKED_DAYS_AGO = 20;

interface Row {
  id: string;
  product_id: string;
  decision_number: string;
  status: string;
}

/**
 * Hands in the certificates that are missing in the seed's name, then lets the operator verify and
 * revoke those that wait: three steps, each of which carries on where a run has stopped.
 */
export async function seedCertifications(
  { container, actor }: Seeding,
  input: { demo: Deal; operator: Actor; anchor: LocalDate },
): Promise<Outcome> {
  const { demo, operator, anchor } = input;
  const products = await seededProducts(container, demo.products);
  const dealt = new Map(
    products.flatMap(({ id, handle }) =>
      mustHave(demo.certificates, handle).map((certificate): [string, Wanted] => [
        keyOf({ product_id: id, ...certificate }),
        { product_id: id, ...certificate },
      ]),
    ),
  );
  const before = await present(
    container,
    products.map(({ id }) => id),
  );
  const known = new Set(before.map(keyOf));
  const missing = [...dealt].filter(([key]) => !known.has(key)).map(([, wanted]) => wanted);
  for (const batch of batches(missing, BATCH)) {
    await submitCertificationsWorkflow(container).run({
      input: {
        actor,
        certifications: batch.map(({ product_id, stars, decision_number, decided_on }) => ({
          product_id,
          stars,
          decision_number,
          decided_on,
          is_demo: true,
        })),
      },
    });
  }
  const rows = (
    await present(
      container,
      products.map(({ id }) => id),
    )
  ).flatMap((row) => {
    const wanted = dealt.get(keyOf(row));
    return wanted ? [{ ...row, wanted }] : [];
  });
  const waiting = rows.filter(
    ({ status, wanted }) => status === "submitted" && wanted.outcome !== "submitted",
  );
  for (const batch of batches(waiting, BATCH)) {
    await verifyCertificationsWorkflow(container).run({
      input: { ids: batch.map(({ id }) => id), actor: operator },
    });
  }
  // Taking stars away is said at once; a row that was revoked before stays as it is.
  const falling = rows.filter(
    ({ status, wanted }) => status !== "revoked" && wanted.outcome === "revoked",
  );
  for (const { id, wanted } of falling) {
    await revokeCertificationWorkflow(container).run({
      input: {
        id,
        actor: operator,
        reason: wanted.revoked_reason ?? "",
        revoked_on: addDays(anchor, -REVOKED_DAYS_AGO),
      },
    });
  }
  return { added: missing.length, present: dealt.size - missing.length };
}

type Wanted = DealtCertificate & { product_id: string; stars: Stars };

function keyOf(row: { product_id: string; decision_number: string }): string {
  return `${row.product_id} ${row.decision_number}`;
}

async function present(container: Seeding["container"], productIds: string[]): Promise<Row[]> {
  return graph<Row>(container, {
    entity: "certification",
    fields: ["id", "product_id", "decision_number", "status"],
    filters: { product_id: productIds },
  });
}
