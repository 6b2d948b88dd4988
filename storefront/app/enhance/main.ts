import { init as autoSubmit } from "./auto-submit";
import { init as cartCount } from "./cart-count";
import { init as catalog } from "./catalog";
import { init as dialog } from "./dialog";
import { init as drop } from "./drop";
import { init as gallery } from "./gallery";
import { init as stepper } from "./stepper";

/**
 * Everything that script adds to the shopper's pages, which work without it. Each feature is a
 * file with `init(root)`, listed here; `root` is the document, or a part that was replaced.
 */
const FEATURES = [cartCount, drop, dialog, stepper, autoSubmit, gallery, catalog];

for (const init of FEATURES) init(document);
