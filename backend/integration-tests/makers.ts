import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils";
import {
  createApiKeysWorkflow,
  createLinksWorkflow,
  createProductsWorkflow,
  createUsersWorkflow,
  setAuthAppMetadataWorkflow,
} from "@medusajs/medusa/core-flows";
import { submitCertificationsWorkflow } from "../src/workflows/certification/submit-certifications";
import { verifyCertificationsWorkflow } from "../src/workflows/certification/verify-certifications";
import {
  type CreateProducersInput,
  createProducersWorkflow,
} from "../src/workflows/producer/create-producers";
import {
  type CreateVillagesInput,
  createVillagesWorkflow,
} from "../src/workflows/village/create-villages";
import { potteryVillage } from "./pottery-village";

export const PASSWORD = "lang-nghe-2026";
export const officer = { id: "user_test", name: "Cán bộ thử" };

let counted = 0;
const next = () => {
  counted += 1;
  return counted;
};

type NewProducer = CreateProducersInput["producers"][number];
type NewVillage = CreateVillagesInput["villages"][number];

/** An open producer in Đắk Lắk with one owner who can sign in with PASSWORD. */
export async function aProducer(container: MedusaContainer, over: Partial<NewProducer> = {}) {
  const n = next();
  const email = `chu-${n}@example.com`;
  const { result } = await createProducersWorkflow(container).run({
    input: {
      producers: [
        {
          handle: `htx-thu-${n}`,
          name: `HTX Thử ${n}`,
          legal_form: "cooperative",
          commune_code: "24133",
          province_code: "66",
          street: "Thôn 3",
          story: "Rang cà phê từ năm 2009.",
          en: { story: "Roasting coffee since 2009." },
          status: "open",
          members: [{ name: `Chủ ${n}`, email, role: "owner", password: PASSWORD }],
          ...over,
        },
      ],
    },
  });
  const [producer] = result;
  if (!producer) throw new Error("no producer was created");
  return { ...producer, email };
}

/** A craft village in Hà Nội. */
export async function aVillage(container: MedusaContainer, over: Partial<NewVillage> = {}) {
  const n = next();
  const { result } = await createVillagesWorkflow(container).run({
    input: {
      villages: [
        {
          handle: `lang-thu-${n}`,
          name: `Làng thử ${n}`,
          ...potteryVillage,
          en: { name: `Test village ${n}`, craft: "Pottery" },
          ...over,
        },
      ],
    },
  });
  const [village] = result;
  if (!village) throw new Error("no village was created");
  return village;
}

/** A published product of a producer. */
export async function aProduct(
  container: MedusaContainer,
  over: { producer_id: string; title?: string; handle?: string },
) {
  const n = next();
  const { result } = await createProductsWorkflow(container).run({
    input: {
      products: [
        {
          title: over.title ?? `Cà phê bột ${n}`,
          handle: over.handle ?? `ca-phe-bot-${n}`,
          status: "published",
          options: [{ title: "Quy cách", values: ["Gói 500 g"] }],
        },
      ],
    },
  });
  const [product] = result;
  if (!product) throw new Error("no product was created");
  await createLinksWorkflow(container).run({
    input: [
      {
        producer: { producer_id: over.producer_id },
        [Modules.PRODUCT]: { product_id: product.id },
      },
    ],
  });
  return { id: product.id, title: product.title, handle: product.handle ?? "" };
}

/** A certificate of a product; verified unless `verified: false`. */
export async function aCertificate(
  container: MedusaContainer,
  over: {
    product_id: string;
    stars?: 3 | 4 | 5;
    decided_on?: string;
    decision_number?: string;
    verified?: boolean;
  },
): Promise<string> {
  const { verified = true, ...submission } = over;
  const { result } = await submitCertificationsWorkflow(container).run({
    input: {
      actor: officer,
      certifications: [
        {
          stars: 4,
          decided_on: "2025-08-01",
          decision_number: `MẪU-${1000 + next()}/QĐ-UBND`,
          ...submission,
        },
      ],
    },
  });
  const id = result[0]?.id ?? "";
  if (verified) {
    await verifyCertificationsWorkflow(container).run({ input: { ids: [id], actor: officer } });
  }
  return id;
}

/** An operator of the platform who can sign in with PASSWORD. */
export async function anOperator(container: MedusaContainer, email = "lan@example.com") {
  const { result } = await createUsersWorkflow(container).run({
    input: { users: [{ email, first_name: "Lan", last_name: "Nguyễn" }] },
  });
  const user = result[0];
  const auth = container.resolve(Modules.AUTH);
  const { authIdentity } = await auth.register("emailpass", {
    body: { email, password: PASSWORD },
  });
  if (!user || !authIdentity) throw new Error("no operator was created");
  await setAuthAppMetadataWorkflow(container).run({
    input: { authIdentityId: authIdentity.id, actorType: "user", value: user.id },
  });
  return { id: user.id, email };
}

/** A publishable key of the default sales channel, for the header x-publishable-api-key. */
export async function aPublishableKey(container: MedusaContainer): Promise<string> {
  const { result } = await createApiKeysWorkflow(container).run({
    input: { api_keys: [{ title: "Shop", type: "publishable", created_by: "test" }] },
  });
  const key = result[0];
  const query = container.resolve(ContainerRegistrationKeys.QUERY);
  const { data } = await query.graph({ entity: "sales_channel", fields: ["id"] });
  const channel = data[0];
  if (!key || !channel) throw new Error("no publishable key was created");
  await createLinksWorkflow(container).run({
    input: [
      {
        [Modules.API_KEY]: { publishable_key_id: key.id },
        [Modules.SALES_CHANNEL]: { sales_channel_id: channel.id },
      },
    ],
  });
  return key.token;
}
