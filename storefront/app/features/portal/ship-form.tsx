import { TRACKING_NUMBER_MAX } from "@cho-lang/shared/domain/purchase";
import { Form } from "@remix-run/react";
import { useHref, usePhrases } from "~/language/phrases";
import { takesFocus } from "~/lib/focus";
import { Button } from "~/ui/button";
import { TextField } from "~/ui/field";
import { type PortalAnswer, usePending } from "./answer";
import { stop } from "./deed-form";

/** Names that carriers go by; others can be written too. */
const CARRIERS = [
  "VNPost",
  "EMS",
  "Viettel Post",
  "GHN",
  "GHTK",
  "J&T Express",
  "SPX",
  "Ninja Van",
];

/** Tracking number and carrier of the parcel that leaves now. */
export function ShipForm({ orderId, answer }: { orderId: string; answer: PortalAnswer | null }) {
  const { portal } = usePhrases();
  const href = useHref();
  const action = href(`/producer/orders/${orderId}`);
  const isPending = usePending(action, { intent: "ship" }) !== null;
  const faults = answer?.faults ?? {};
  return (
    <Form method="post" action={action} id="ship" noValidate className="grid max-w-xl gap-4">
      <input type="hidden" name="intent" value="ship" />
      <TextField
        id="tracking_number"
        name="tracking_number"
        label={portal.tracking}
        hint={portal.trackingHint}
        error={faults.tracking_number ? portal.trackingFault : undefined}
        defaultValue={answer?.values.tracking_number}
        // Room for the spaces that people put between groups of digits.
        maxLength={TRACKING_NUMBER_MAX + 20}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        {...takesFocus(Boolean(faults.tracking_number))}
      />
      <TextField
        id="carrier"
        name="carrier"
        label={portal.carrier}
        hint={portal.carrierHint}
        error={faults.carrier ? portal.carrierFault : undefined}
        defaultValue={answer?.values.carrier}
        maxLength={60}
        list="carriers"
        autoComplete="off"
      />
      <datalist id="carriers">
        {CARRIERS.map((carrier) => (
          <option key={carrier} value={carrier} />
        ))}
      </datalist>
      <Button aria-disabled={isPending || undefined} onClick={isPending ? stop : undefined}>
        {isPending ? portal.saving : portal.deeds.ship}
      </Button>
    </Form>
  );
}
