import { z } from "zod";
import {
  CERTIFICATE_STATES,
  CERTIFICATION_STATUSES,
  REASON_MAX,
  REASON_MIN,
} from "../domain/certification";
import { PAYMENT_METHODS } from "../domain/payment";
import { LEGAL_FORMS, MEMBER_ROLES, PRODUCER_STATUSES } from "../domain/producer";
import { PURCHASE_STATUSES } from "../domain/purchase";
import { VILLAGE_KINDS } from "../domain/village";
import { orderProgress } from "./purchase";
import { invoiceDetails } from "./receipt";

/** Rows on a page of the operator's lists; pages go to 500. */
export const operatorPageSize = 20;

const page = z.coerce.number().int().min(1).max(500).default(1);
const q = z.string().trim().max(200).default("");
const province = z.string().regex(/^\d{2}$/, "a province's two-digit code");
const reason = z
  .string({ error: "give a reason; the producer reads it" })
  .trim()
  .min(REASON_MIN)
  .max(REASON_MAX);

/** `GET /admin/producers?q=&status=&province=&page=`; `q` is a part of the name. */
export const operatorProducersQuery = z.strictObject({
  q,
  status: z.enum(PRODUCER_STATUSES).optional(),
  province: province.optional(),
  page,
});

export const operatorProducerRow = z.object({
  id: z.string(),
  handle: z.string(),
  name: z.string(),
  legal_form: z.enum(LEGAL_FORMS),
  province_code: z.string(),
  status: z.enum(PRODUCER_STATUSES),
  product_count: z.int(),
  certificate_count: z.int(),
  order_count: z.int(),
  is_demo: z.boolean(),
});
export const operatorProducers = z.object({
  count: z.int(),
  page: z.int(),
  page_size: z.int(),
  producers: z.array(operatorProducerRow),
});

/** One decision in a history, oldest first. */
export const operatorEvent = z.object({
  id: z.string(),
  kind: z.string(),
  actor_name: z.string(),
  reason: z.string().nullable(),
  /** Instant in UTC. */
  at: z.string(),
});

/** `GET /admin/certifications?q=&state=&province=&stars=&producer_id=&page=` */
export const operatorCertificationsQuery = z.strictObject({
  /** A part of the decision's number, the product's or the producer's name. */
  q,
  state: z.enum(CERTIFICATE_STATES).optional(),
  province: province.optional(),
  stars: z.coerce
    .number()
    .pipe(z.union([z.literal(3), z.literal(4), z.literal(5)]))
    .optional(),
  producer_id: z.string().max(64).optional(),
  page,
});

export const operatorCertificationRow = z.object({
  id: z.string(),
  product: z.object({ id: z.string(), handle: z.string().nullable(), title: z.string() }),
  producer: z.object({ id: z.string(), handle: z.string(), name: z.string() }),
  stars: z.int(),
  decision_number: z.string(),
  decided_on: z.string(),
  expires_on: z.string(),
  issuer_name: z.string(),
  province_code: z.string(),
  status: z.enum(CERTIFICATION_STATUSES),
  /** Computed for today in Vietnam. */
  state: z.enum(CERTIFICATE_STATES),
  days_left: z.int(),
  is_demo: z.boolean(),
});
export const operatorCertifications = z.object({
  count: z.int(),
  page: z.int(),
  page_size: z.int(),
  certifications: z.array(operatorCertificationRow),
});

/** `GET /admin/certifications/:id`, and the answer of verify, reject and revoke. */
export const operatorCertification = z.object({
  certification: operatorCertificationRow.extend({
    rejected_reason: z.string().nullable(),
    revoked_on: z.string().nullable(),
    revoked_reason: z.string().nullable(),
    history: z.array(operatorEvent),
  }),
});

/** `POST /admin/certifications/:id/verify` takes no body; `/reject` and `/revoke` take this. */
export const reasonBody = z.strictObject({ reason });

/** `GET /admin/producers/:id`, and the answer of suspend, reopen and of a member's status. */
export const operatorProducer = z.object({
  producer: operatorProducerRow.extend({
    registration_number: z.string().nullable(),
    phone: z.string().nullable(),
    email: z.string().nullable(),
    address: z.string(),
    closed_from: z.string().nullable(),
    closed_until: z.string().nullable(),
    members: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        email: z.string(),
        role: z.enum(MEMBER_ROLES),
        status: z.enum(["active", "suspended", "removed"]),
      }),
    ),
    certifications: z.array(operatorCertificationRow),
    history: z.array(operatorEvent),
  }),
});

/** `POST /admin/producers/:id/suspend` and `/reopen` take `reasonBody`; `/members/:member_id`: */
export const operatorMemberBody = z.strictObject({
  status: z.enum(["active", "suspended", "removed"]),
  reason,
});

/** `GET /admin/villages?q=&province=&page=` */
export const operatorVillagesQuery = z.strictObject({ q, province: province.optional(), page });
export const operatorVillages = z.object({
  count: z.int(),
  page: z.int(),
  page_size: z.int(),
  villages: z.array(
    z.object({
      id: z.string(),
      handle: z.string(),
      name: z.string(),
      kind: z.enum(VILLAGE_KINDS),
      province_code: z.string(),
      commune_name: z.string(),
      producer_count: z.int(),
      product_count: z.int(),
    }),
  ),
});

/** `GET /admin/purchases?q=&status=&producer_id=&page=`, newest first. */
export const operatorPurchasesQuery = z.strictObject({
  /** A part of the number, the e-mail or the phone number. */
  q,
  status: z.enum(PURCHASE_STATUSES).optional(),
  producer_id: z.string().max(64).optional(),
  page,
});

export const operatorPurchaseRow = z.object({
  id: z.string(),
  number: z.string(),
  status: z.enum(PURCHASE_STATUSES),
  payment: z.enum(PAYMENT_METHODS),
  created_at: z.string(),
  placed_at: z.string().nullable(),
  email: z.string(),
  full_name: z.string(),
  phone: z.string(),
  total_vnd: z.int(),
  producers: z.array(z.string()),
  progress: z.array(orderProgress),
});
export const operatorPurchases = z.object({
  count: z.int(),
  page: z.int(),
  page_size: z.int(),
  purchases: z.array(operatorPurchaseRow),
});

/** `GET /admin/purchases/:id`; amounts are whole đồng. */
export const operatorPurchase = z.object({
  purchase: operatorPurchaseRow.extend({
    address: z.string(),
    note: z.string(),
    /** Until when a prepaid purchase waits for its money. */
    pay_until: z.string().nullable(),
    /** When all of the money was seen to be there. */
    paid_at: z.string().nullable(),
    goods_vnd: z.int(),
    shipping_vnd: z.int(),
    /** Why it failed; of an awaiting one, what went wrong at the last try. */
    failure: z.string().nullable(),
    /** For whom the producers make out their e-invoices; null when nobody asked. */
    invoice: invoiceDetails.nullable(),
    orders: z.array(
      z.object({
        order_id: z.string(),
        number: z.string(),
        producer: z.object({ id: z.string(), name: z.string() }),
        progress: orderProgress,
        goods_vnd: z.int(),
        shipping_vnd: z.int(),
        total_vnd: z.int(),
        due_vnd: z.int(),
        collected_vnd: z.int(),
        refunded_vnd: z.int(),
        /** Of `due_vnd`: cash that did not come with the delivered parcel. */
        missing_vnd: z.int(),
        /** Cash that an operator gave up; not due any more. */
        written_off_vnd: z.int(),
        cancel_reason: z.string().nullable(),
        /** One of REFUSE_REASONS once the parcel was not taken at the door. */
        refuse_reason: z.string().nullable(),
        lines: z.array(
          z.object({
            title: z.string(),
            quantity: z.int(),
            price_vnd: z.int(),
            total_vnd: z.int(),
            stars: z.int().nullable(),
            /** Of a visit. */
            booking_uuid: z.string().nullable(),
          }),
        ),
      }),
    ),
  }),
});

export type OperatorProducerRow = z.infer<typeof operatorProducerRow>;
export type OperatorProducers = z.infer<typeof operatorProducers>;
export type OperatorProducer = z.infer<typeof operatorProducer>;
export type OperatorEvent = z.infer<typeof operatorEvent>;
export type OperatorCertificationRow = z.infer<typeof operatorCertificationRow>;
export type OperatorCertifications = z.infer<typeof operatorCertifications>;
export type OperatorCertification = z.infer<typeof operatorCertification>;
export type OperatorVillages = z.infer<typeof operatorVillages>;
export type OperatorPurchaseRow = z.infer<typeof operatorPurchaseRow>;
export type OperatorPurchases = z.infer<typeof operatorPurchases>;
export type OperatorPurchase = z.infer<typeof operatorPurchase>;
