import type { SqlMigration } from "../../../lib/migrate";
import { createPurchase } from "./001-purchase";
import { fenceStock } from "./002-stock-fence";
import { addVisits } from "./003-visits";
import { addPrepaid } from "./004-prepaid";
import { addParcels } from "./005-parcels";
import { addRefunds } from "./006-refunds";
import { addCash } from "./007-cash";
import { addInvoice } from "./008-invoice";
import { addLimits } from "./010-limits";
import { indexComingBack } from "./011-coming-back";

export const migrations: SqlMigration[] = [
  createPurchase,
  fenceStock,
  addVisits,
  addPrepaid,
  addParcels,
  addRefunds,
  addCash,
  addInvoice,
  addLimits,
  indexComingBack,
];

/** Those that need no table of Medusa's: for a database that has this module's alone. */
export const ownMigrations = migrations.filter((one) => one !== fenceStock);
