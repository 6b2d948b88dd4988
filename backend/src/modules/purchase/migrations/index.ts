import type { SqlMigration } from "../../../lib/migrate";
import { createPurchase } from "./001-purchase";
import { fenceStock } from "./002-stock-fence";
import { addVisits } from "./003-visits";
import { addPrepaid } from "./004-prepaid";
import { addParcels } from "./005-parcels";

export const migrations: SqlMigration[] = [
  createPurchase,
  fenceStock,
  addVisits,
  addPrepaid,
  addParcels,
];
