import { type LocalDate, todayInVietnam } from "@cho-lang/shared/calendar";
import {
  expiryOf,
  issuerRule,
  parseDecisionNumber,
  type Stars,
} from "@cho-lang/shared/domain/certification";
import { provinceByCode } from "@cho-lang/shared/geography";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk";
import { notFound, refuse } from "../../../lib/errors";
import type { Dossier } from "../../../modules/certification/service";

/** A certificate as its producer states it. */
export interface Submission {
  product_id: string;
  /** Set by the producer's own API: a product of another producer is then not found. */
  producer_id?: string;
  stars: Stars;
  /** As on paper: "2361/QĐ-BNNMT". */
  decision_number: string;
  decided_on: LocalDate;
  is_demo?: boolean;
}

interface OwnedProduct {
  id: string;
  title: string;
  producer?: { id: string; province_code: string } | null;
}

/**
 * Completes submissions: title and producer from the product, the issuer by the rule of the
 * decision's day, the end after 36 months. Refuses an unknown product, a number that is none and a
 * decision in the future. Reads only.
 */
export const readDossiersStep = createStep(
  "read-dossiers",
  async (submissions: Submission[], { container }) => {
    const query = container.resolve(ContainerRegistrationKeys.QUERY);
    const { data } = await query.graph({
      entity: "product",
      fields: ["id", "title", "producer.id", "producer.province_code"],
      filters: { id: [...new Set(submissions.map(({ product_id }) => product_id))] },
    });
    const products = new Map((data as OwnedProduct[]).map((product) => [product.id, product]));
    const today = todayInVietnam(new Date());
    return new StepResponse(
      submissions.map((submission) =>
        dossierOf(submission, products.get(submission.product_id), today),
      ),
    );
  },
);

function dossierOf(
  submission: Submission,
  product: OwnedProduct | undefined,
  today: LocalDate,
): Dossier {
  const producer = product?.producer;
  if (!product || !producer) notFound("The product");
  if (submission.producer_id && submission.producer_id !== producer.id) notFound("The product");
  const decision_number = parseDecisionNumber(submission.decision_number);
  if (!decision_number) {
    refuse("decision_number_malformed", "Write the decision's number as on paper: 123/QĐ-UBND.");
  }
  if (submission.decided_on > today) {
    refuse("decided_in_future", "The decision's date must not be after today.");
  }
  const province = provinceByCode(producer.province_code);
  if (!province) throw new Error(`Producer ${producer.id} lies in no province`);
  const issuer = issuerRule({
    decided_on: submission.decided_on,
    stars: submission.stars,
    province,
  });
  return {
    product_id: product.id,
    producer_id: producer.id,
    product_title: product.title,
    stars: submission.stars,
    decision_number,
    decided_on: submission.decided_on,
    expires_on: expiryOf(submission.decided_on),
    issuer_level: issuer.level,
    issuer_name: issuer.name_vi,
    province_code: province.code,
    is_demo: submission.is_demo ?? false,
  };
}
