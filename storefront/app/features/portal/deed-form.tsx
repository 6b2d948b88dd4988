import { Form } from "@remix-run/react";
import { useHref, usePhrases } from "~/language/phrases";
import { Button } from "~/ui/button";
import { usePending } from "./answer";
import type { Deed } from "./order-deed";

export type DeedFormProps = {
  orderId: string;
  deed: Exclude<Deed, "ship">;
  /** The page to come back to, with its language. */
  returnTo: string;
  /** Tells the buttons of many orders apart for a screen reader. */
  number: string;
};

/** One button that moves an order on; shipping needs more words and has a form of its own. */
export function DeedForm({ orderId, deed, returnTo, number }: DeedFormProps) {
  const { portal } = usePhrases();
  const href = useHref();
  const action = href(`/producer/orders/${orderId}`);
  const isPending = usePending(action, { intent: deed }) !== null;
  return (
    <Form method="post" action={action} preventScrollReset className="contents">
      <input type="hidden" name="intent" value={deed} />
      <input type="hidden" name="return_to" value={returnTo} />
      <Button aria-disabled={isPending || undefined} onClick={isPending ? stop : undefined}>
        {isPending ? portal.saving : portal.deeds[deed]}
        <span className="sr"> {number}</span>
      </Button>
    </Form>
  );
}

/** A second press while the first is under way does nothing. */
export function stop(event: { preventDefault: () => void }) {
  event.preventDefault();
}
