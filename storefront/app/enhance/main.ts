import { init as autoSubmit } from "./auto-submit";
import { init as buyBar } from "./buy-bar";
import { init as cart } from "./cart";
import { init as cartCount } from "./cart-count";
import { init as catalog } from "./catalog";
import { init as checkout } from "./checkout";
import { init as dialog } from "./dialog";
import { init as drop } from "./drop";
import { init as gallery } from "./gallery";
import { init as hold } from "./hold";
import { init as party } from "./party";
import { init as pay } from "./pay";
import { init as refundRequest } from "./refund-request";
import { init as stepper } from "./stepper";
import { init as suggest } from "./suggest";

/**
 * Everything that script adds to the shopper's pages, which work without it. Each feature is a
 * file with `init(root)`, listed here; `root` is the document, or a part that was replaced.
 */
const FEATURES = [
  cartCount,
  drop,
  dialog,
  cart,
  checkout,
  hold,
  stepper,
  autoSubmit,
  gallery,
  catalog,
  suggest,
  party,
  pay,
  refundRequest,
  buyBar,
];

for (const init of FEATURES) init(document);
