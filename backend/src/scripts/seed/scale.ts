import type { MedusaContainer } from "@medusajs/framework/types";
import type { Shop } from "./stages/shop";

/** Placeholder until the benchmark's catalog is dealt. */
export async function seedScale(
  _container: MedusaContainer,
  _input: { count: number; shop: Shop },
): Promise<void> {}
