import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useHref, usePhrases } from "~/language/phrases";
import { Button } from "~/ui/button";
import { usePending } from "./answer";
import { stop } from "./deed-form";
import type { VisitorDeed } from "./visitor";

export type VisitPlace = {
  /** The day of the departure: its page takes the form. */
  date: string;
  /** The page to come back to, with its language. */
  returnTo: string;
};

export type VisitFormProps = VisitPlace & {
  intent: VisitorDeed;
  booking: string;
  /** Whom it is about, for a screen reader. */
  name: string;
  label: string;
  look?: "solid" | "outline" | "plain";
  /** Only these people; everybody when left out. */
  tickets?: readonly string[];
};

/** One button that records one thing about a booking. */
export function VisitForm(props: VisitFormProps) {
  const { intent, booking, name, label, look = "outline", tickets = [] } = props;
  const { portal } = usePhrases();
  const action = useVisitAction(props.date);
  const isPending = usePending(action, { intent, booking }) !== null;
  return (
    <VisitFields {...props}>
      {tickets.map((ticket) => (
        <input key={ticket} type="hidden" name="tickets" value={ticket} />
      ))}
      <Button
        look={look}
        aria-disabled={isPending || undefined}
        onClick={isPending ? stop : undefined}
      >
        {isPending ? portal.saving : label}
        <span className="sr"> {name}</span>
      </Button>
    </VisitFields>
  );
}

/** The form around buttons and boxes that record something about a booking. */
export function VisitFields(
  facts: VisitPlace & {
    intent: VisitorDeed;
    booking: string;
    children: ReactNode;
    className?: string;
  },
) {
  const action = useVisitAction(facts.date);
  return (
    <Form
      method="post"
      action={action}
      preventScrollReset
      className={facts.className ?? "contents"}
    >
      <input type="hidden" name="intent" value={facts.intent} />
      <input type="hidden" name="booking" value={facts.booking} />
      <input type="hidden" name="return_to" value={facts.returnTo} />
      {facts.children}
    </Form>
  );
}

/** Where forms about a day's visits go. */
export function useVisitAction(date: string): string {
  return useHref()(`/producer/visits/${date}`);
}
