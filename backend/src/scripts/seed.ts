import { todayInVietnam } from "@cho-lang/shared/calendar";
import type { ExecArgs } from "@medusajs/framework/types";
import { updateStoresWorkflow } from "@medusajs/medusa/core-flows";
import { env } from "../lib/env";
import { deal } from "./seed/deal";
import { Keyring, writeDemo } from "./seed/demo-file";
import { seedScale } from "./seed/scale";
import {
  CUSTOMER_EMAIL,
  OPERATOR_EMAIL,
  producersWithLogin,
  refreshOwners,
  seedAccounts,
} from "./seed/stages/accounts";
import { seedCertifications } from "./seed/stages/certifications";
import { SEED_ACTOR, stage } from "./seed/stages/context";
import { seedDelivery, seedStock } from "./seed/stages/delivery";
import { seedEnglish } from "./seed/stages/english";
import { seedProducers } from "./seed/stages/makers";
import { Pictures } from "./seed/stages/pictures";
import { seedOwners, seedProducts } from "./seed/stages/products";
import { type Shop, seedShop } from "./seed/stages/shop";
import { seedVillages } from "./seed/stages/villages";
import { seedVisits } from "./seed/stages/visits";
import { dealVisits } from "./seed/visits";

/**
 * Writes the demo: `medusa exec ./src/scripts/seed.ts`, with `--scale 20000` a synthetic catalog
 * for benchmarks besides. Every stage adds what is missing and leaves what is there, so that a
 * repeat changes nothing and a run that broke off carries on. DEMO_FILE names the file that gets
 * the addresses and accounts.
 */
export default async function seed({ container, args }: ExecArgs): Promise<void> {
  const scale = scaleOf([...args, ...process.argv]);
  const demoFile = process.env.DEMO_FILE;
  const keyring = new Keyring(demoFile);
  let made: Shop | undefined;
  await stage("shop", async () => {
    const { shop, outcome } = await seedShop(container, todayInVietnam(new Date()));
    made = shop;
    return outcome;
  });
  if (!made) throw new Error("The shop was not made.");
  const shop = made;
  const demo = deal(shop.anchor);
  const owners = producersWithLogin(demo.producers);
  const passwords = new Map(
    owners.map(({ owner }) => [owner.email, keyring.passwordOf(owner.email)]),
  );
  const pictures = await Pictures.open(container);
  let operator = SEED_ACTOR;
  let villages = new Map<string, string>();
  let producers = new Map<string, string>();
  await stage("accounts", async () => {
    const seeded = await seedAccounts(container, keyring);
    operator = seeded.operator;
    return seeded.outcome;
  });
  await stage("villages", async () => {
    const seeded = await seedVillages(container, demo.villages, pictures);
    villages = seeded.ids;
    return seeded.outcome;
  });
  await stage("producers", async () => {
    const input = { producers: demo.producers, villages, passwords, pictures };
    const seeded = await seedProducers(container, input);
    producers = seeded.ids;
    const isOld = seeded.outcome.present > 0;
    if (isOld) {
      await refreshOwners(
        container,
        keyring,
        owners.map(({ owner }) => owner.email),
      );
    }
    return seeded.outcome;
  });
  await stage("delivery", () =>
    seedDelivery(container, { producers: demo.producers, ids: producers, shop }),
  );
  const { products } = demo;
  await stage("products", () => seedProducts(container, { products, shop, pictures }));
  await stage("owners", () => seedOwners(container, { products, producers, villages }));
  await stage("stock", () => seedStock(container, { products, producers: demo.producers }));
  await stage("English", () => seedEnglish(container, demo));
  await stage("certificates", () =>
    seedCertifications({ container, actor: SEED_ACTOR }, { demo, operator, anchor: shop.anchor }),
  );
  await stage("visits", () =>
    seedVisits(container, {
      visits: dealVisits(products),
      producers,
      withLogin: new Set(owners.map(({ handle }) => handle)),
      anchor: shop.anchor,
      now: new Date(),
    }),
  );
  if (demoFile) {
    const account = (email: string) => ({ email, password: keyring.passwordOf(email) });
    writeDemo(demoFile, {
      storefront: env.STOREFRONT_URL,
      backend: env.BACKEND_URL,
      admin: `${env.BACKEND_URL}/app`,
      publishable_key: shop.publishable_key,
      accounts: {
        operator: account(OPERATOR_EMAIL),
        customer: account(CUSTOMER_EMAIL),
        producers: owners.map(({ handle, owner }) => ({ handle, ...account(owner.email) })),
      },
    });
  }
  if (!shop.isDone) {
    await updateStoresWorkflow(container).run({
      input: {
        selector: { id: shop.store_id },
        update: { metadata: { ...shop.metadata, seed: "done" } },
      },
    });
  }
  if (scale !== null) await seedScale(container, { count: scale, shop, pictures });
}

/** The number after --scale, or null. @throws RangeError for anything but 1 to 200,000. */
function scaleOf(args: readonly string[]): number | null {
  const at = args.indexOf("--scale");
  if (at < 0) return null;
  const count = Number(args[at + 1]);
  if (!Number.isSafeInteger(count) || count < 1 || count > 200_000) {
    throw new RangeError("Write the number of products after --scale, 1 to 200000.");
  }
  return count;
}
