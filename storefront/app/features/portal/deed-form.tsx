import { Form } from "@remix-run/react";
import { useHref, usePhrases } from "~/language/phrases";
import { Button } from "~/ui/button";
import { usePending } from "./answer";
import type { TapDeed } from "./order-deed";

export type DeedFormProps = {
  orderId: string;
  deed: TapDeed;
  /** The page to come back to, with its language. */
  returnTo: string;
  /** Tells the buttons of many orders apart for a screen reader. */
  number: string;
};

/** One button that moves an order on; deeds that need more words have forms of their own. */
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
