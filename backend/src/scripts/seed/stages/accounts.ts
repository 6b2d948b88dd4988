import type { MedusaContainer } from "@medusajs/framework/types";
import {
  createCustomerAccountWorkflow,
  createUserAccountWorkflow,
} from "@medusajs/medusa/core-flows";
import type { Actor } from "../../../lib/actor";
import { putLoginWorkflow } from "../../../workflows/account/put-login";
import type { ToldProducer } from "../deal";
import type { Keyring } from "../demo-file";
import { graph, type Outcome } from "./context";

export const OPERATOR_EMAIL = "dieuhanh@example.com";
export const CUSTOMER_EMAIL = "khach@example.com";
const OPERATOR_NAME = "Điều hành mẫu";
const CUSTOMER_NAME = "Nguyễn Thị Mẫu";

/** Makers of these goods get a login in the demo, in this order. */
const WITH_LOGIN = [
  "ca-phe-buon-ma-thuot",
  "ca-phe-cu-m-gar",
  "bo-bat-dia-sen-do-bat-trang",
  "tra-shan-tuyet-suoi-giang",
  "nuoc-mam-phu-quoc-38-do-dam",
  "khan-lanh-lung-tam",
  "khan-lua-van-van-phuc",
  "gao-st25-soc-trang",
];

/** The producers of the demo whose owners can sign in. */
export function producersWithLogin(producers: readonly ToldProducer[]): ToldProducer[] {
  return WITH_LOGIN.flatMap((id) => producers.find(({ goods }) => goods.includes(id)) ?? []);
}

/** Makes the operator and the customer, or sets their passwords when the demo file was lost. */
export async function seedAccounts(
  container: MedusaContainer,
  keyring: Keyring,
): Promise<{ operator: Actor; outcome: Outcome }> {
  const [users, customers] = await Promise.all([
    graph<{ id: string }>(container, {
      entity: "user",
      fields: ["id"],
      filters: { email: OPERATOR_EMAIL },
    }),
    graph<{ id: string }>(container, {
      entity: "customer",
      fields: ["id"],
      filters: { email: CUSTOMER_EMAIL, has_account: true },
    }),
  ]);
  const operatorId = users[0]?.id ?? (await createOperator(container, keyring));
  if (users[0]) await refreshLogin(container, keyring, OPERATOR_EMAIL);
  if (customers[0]) await refreshLogin(container, keyring, CUSTOMER_EMAIL);
  else await createCustomer(container, keyring);
  const present = users.length + customers.length;
  return {
    operator: { id: operatorId, name: OPERATOR_NAME },
    outcome: { added: 2 - present, present },
  };
}

/** Sets the passwords of owners who were there before, when they are new in this run. */
export async function refreshOwners(
  container: MedusaContainer,
  keyring: Keyring,
  owners: readonly { email: string }[],
): Promise<void> {
  for (const { email } of owners) await refreshLogin(container, keyring, email);
}

async function createOperator(container: MedusaContainer, keyring: Keyring): Promise<string> {
  const { result } = await createUserAccountWorkflow(container).run({
    input: {
      authIdentityId: await putLogin(container, keyring, OPERATOR_EMAIL),
      userData: { email: OPERATOR_EMAIL, first_name: OPERATOR_NAME },
    },
  });
  return result.id;
}

async function createCustomer(container: MedusaContainer, keyring: Keyring): Promise<void> {
  await createCustomerAccountWorkflow(container).run({
    input: {
      authIdentityId: await putLogin(container, keyring, CUSTOMER_EMAIL),
      customerData: { email: CUSTOMER_EMAIL, first_name: CUSTOMER_NAME, phone: "+84900000999" },
    },
  });
}

async function refreshLogin(
  container: MedusaContainer,
  keyring: Keyring,
  email: string,
): Promise<void> {
  keyring.passwordOf(email);
  if (keyring.isFresh(email)) await putLogin(container, keyring, email);
}

async function putLogin(
  container: MedusaContainer,
  keyring: Keyring,
  email: string,
): Promise<string> {
  const { result } = await putLoginWorkflow(container).run({
    input: { email, password: keyring.passwordOf(email) },
  });
  return result.auth_identity_id;
}
