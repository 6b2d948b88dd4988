import { sumVnd } from "@cho-lang/shared/money";
import type { IPromotionModuleService, UsageComputedActions } from "@medusajs/framework/types";
import { ContainerRegistrationKeys, MedusaError, Modules } from "@medusajs/framework/utils";
import { refuse } from "../../../lib/errors";
import type { PlannedPromotion } from "../../../modules/purchase/plan";
import type { Deed, Making } from "../claim";

type Used = PlannedPromotion & { order_id: string };

/** What promotions took off the orders of a plan. */
function usedBy({ plan }: Making): Used[] {
  return plan.flatMap(({ order_id, promotions }) =>
    (promotions ?? []).map((promotion) => ({ order_id, ...promotion })),
  );
}

function links(used: Used[]) {
  const pairs = new Map(used.map((one) => [`${one.order_id} ${one.promotion_id}`, one]));
  return [...pairs.values()].map(({ order_id, promotion_id }) => ({
    [Modules.ORDER]: { order_id },
    [Modules.PROMOTION]: { promotion_id },
  }));
}

/** One use of each promotion by the whole purchase, with all that it took off. */
function usesOf(used: Used[]): UsageComputedActions[] {
  return [...new Set(used.map(({ code }) => code))].map((code) => ({
    code,
    amount: sumVnd(used.filter((one) => one.code === code).map(({ amount }) => amount)),
  }));
}

function whoOf({ purchase }: Making) {
  return { customer_id: purchase.customer_id, customer_email: purchase.email };
}

async function isNoted({ container, plan }: Making): Promise<boolean> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY);
  const { data } = await query.graph({
    entity: "order_promotion",
    fields: ["order_id"],
    filters: { order_id: plan.map(({ order_id }) => order_id) },
  });
  return data.length > 0;
}

/**
 * Counts the purchase as one use of each of its promotions, so that budgets and limits hold, and
 * ties the promotions to the orders that will be made. Those ties are the note that it was counted:
 * a crash just before them counts one use twice, never none.
 */
export const usePromotions: Deed = {
  name: "use-promotions",
  isKept: true,
  async run(making) {
    const used = usedBy(making);
    if (used.length === 0 || (await isNoted(making))) return;
    const promotions: IPromotionModuleService = making.container.resolve(Modules.PROMOTION);
    try {
      await promotions.registerUsage(usesOf(used), whoOf(making));
    } catch (error) {
      if (!(error instanceof MedusaError) || error.type !== MedusaError.Types.NOT_ALLOWED) {
        throw error;
      }
      refuse("promotion_used_up", "A promotion was used up: look at the total and confirm again");
    }
    await making.container.resolve(ContainerRegistrationKeys.LINK).create(links(used));
  },
  async undo(making) {
    const used = usedBy(making);
    if (used.length === 0 || !(await isNoted(making))) return;
    const promotions: IPromotionModuleService = making.container.resolve(Modules.PROMOTION);
    await promotions.revertUsage(usesOf(used), whoOf(making));
    await making.container.resolve(ContainerRegistrationKeys.LINK).dismiss(links(used));
  },
};
