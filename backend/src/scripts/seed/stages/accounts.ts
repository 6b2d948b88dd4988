import type { MedusaContainer } from "@medusajs/framework/types";
import {
  createCustomerAccountWorkflow,
  createUserAccountWorkflow,
} from "@medusajs/medusa/core-flows";
import type { Actor } from "../../../lib/actor";
import { putLoginWorkflow } from "../../../workflows/account/put-login";
import { tieLoginWorkflow } from "../../../workflows/account/tie-login";
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

interface Account {
  id: string;
  email: string;
}

/** The producers of the demo whose owners can sign in. */
export function producersWithLogin(producers: readonly ToldProducer[]): ToldProducer[] {
  return WITH_LOGIN.flatMap((id) => producers.find(({ goods }) => goods.includes(id)) ?? []);
}

/** Makes the operator and the customer, or sets their passwords when the demo file was lost. */
export async function seedAccounts(
  container: MedusaContainer,
  keyring: Keyring,
): Promise<{ operator: Actor; outcome: Outcome }> {
  const users = await accounts(container, { entity: "user", emails: [OPERATOR_EMAIL] });
  const customers = await accounts(container, { entity: "customer", emails: [CUSTOMER_EMAIL] });
  await refreshLogins(container, keyring, { actor_type: "user", accounts: users });
  await refreshLogins(container, keyring, { actor_type: "customer", accounts: customers });
  const operatorId = users[0]?.id ?? (await createOperator(container, keyring));
  if (customers.length === 0) await createCustomer(container, keyring);
  const present = users.length + customers.length;
  return {
    operator: { id: operatorId, name: OPERATOR_NAME },
    outcome: { added: 2 - present, present },
  };
}

/** Lets the owners sign in who were made by a run that broke off or with a lost demo file. */
export async function refreshOwners(
  container: MedusaContainer,
  keyring: Keyring,
  emails: string[],
): Promise<void> {
  const members = await accounts(container, { entity: "producer_member", emails });
  await refreshLogins(container, keyring, { actor_type: "producer", accounts: members });
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

/** Ties logins that are not tied to their accounts, and sets passwords that are new in this run. */
async function refreshLogins(
  container: MedusaContainer,
  keyring: Keyring,
  input: { actor_type: string; accounts: Account[] },
): Promise<void> {
  const { actor_type } = input;
  const emails = input.accounts.map(({ email }) => email);
  if (emails.length === 0) return;
  const rows = await graph<{
    entity_id: string;
    auth_identity: { app_metadata: Record<string, unknown> | null } | null;
  }>(container, {
    entity: "provider_identity",
    fields: ["entity_id", "auth_identity.app_metadata"],
    filters: { entity_id: emails, provider: "emailpass" },
  });
  const tied = new Set(
    rows
      .filter(({ auth_identity }) => auth_identity?.app_metadata?.[`${actor_type}_id`])
      .map(({ entity_id }) => entity_id),
  );
  for (const { id, email } of input.accounts) {
    const password = keyring.passwordOf(email);
    if (!tied.has(email)) {
      await tieLoginWorkflow(container).run({
        input: { email, password, actor_type, actor_id: id },
      });
    } else if (keyring.isFresh(email)) {
      await putLogin(container, keyring, email);
    }
  }
}

function accounts(
  container: MedusaContainer,
  { entity, emails }: { entity: string; emails: string[] },
): Promise<Account[]> {
  return graph<Account>(container, { entity, fields: ["id", "email"], filters: { email: emails } });
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
