import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import {
  Form,
  useActionData,
  useLoaderData,
  useLocation,
  useNavigation,
  useSubmit,
} from "@remix-run/react";
import { type PortalAnswer, RefusalNotice, useFocusOnAnswer } from "~/features/portal/answer";
import { checkIn, readResult } from "~/features/portal/check-in.server";
import { CheckInAnswer } from "~/features/portal/check-in-result";
import { dayWords } from "~/features/portal/day";
import { stop } from "~/features/portal/deed-form";
import { useMe } from "~/features/portal/me";
import { portalMeta } from "~/features/portal/meta";
import { always } from "~/features/portal/revalidate";
import { TicketCamera } from "~/features/portal/ticket-camera";
import { useHref, useLanguage, usePhrases } from "~/language/phrases";
import { takesFocus } from "~/lib/focus";
import { Button } from "~/ui/button";
import { TextField } from "~/ui/field";
import { Notice } from "~/ui/notice";

/** Critical: the booking whose ticket was read last, when the address names one. */
export async function loader({ request }: LoaderFunctionArgs) {
  return { result: await readResult(request) };
}

export function action({ request }: ActionFunctionArgs) {
  return checkIn(request);
}

export const shouldRevalidate = always;

export const meta = portalMeta(({ portal }) => portal.visits.checkInTitle);

export default function CheckIn() {
  const { portal } = usePhrases();
  const { visits } = portal;
  const { actions } = useMe();
  const { result } = useLoaderData<typeof loader>();
  const answer = useActionData<PortalAnswer>() ?? null;
  const place = useFocusOnAnswer<HTMLDivElement>(answer);
  if (!actions.includes("check_in")) {
    return (
      <>
        <h1 className="t-page">{visits.checkInTitle}</h1>
        <p className="quiet mt-4">{portal.notYourRole}</p>
      </>
    );
  }
  return (
    <div ref={place}>
      <h1 className={result && !answer ? "t-sub" : "t-page"}>{visits.checkInTitle}</h1>
      {result && !answer ? (
        <CheckInAnswer result={result} answer={answer} />
      ) : (
        <p className="quiet mt-2 mb-4">{visits.checkInText}</p>
      )}
      <RefusalNotice code={answer?.refusal} />
      <OtherDay answer={answer} />
      <TicketForm answer={answer} isNext={result !== null && answer === null} />
    </div>
  );
}

/** The code by hand, or by the camera where a script runs. */
function TicketForm({ answer, isNext }: { answer: PortalAnswer | null; isNext: boolean }) {
  const { portal } = usePhrases();
  const { visits } = portal;
  const action = useHref()("/producer/check-in");
  const { key } = useLocation();
  const submit = useSubmit();
  const isPending = useNavigation().state === "submitting";
  const typed = answer?.values.ticket ?? "";
  const error = faultWords(answer, visits);
  return (
    <div className="ticket-form">
      {isNext ? <h2 className="t-sub mb-3">{visits.nextTicket}</h2> : null}
      <TicketCamera
        onRead={(ticket) => submit({ ticket }, { method: "post", action, replace: true })}
      />
      {/* A new ticket begins with an empty field. */}
      <Form method="post" action={action} noValidate key={key} className="mt-4 grid gap-3">
        <TextField
          name="ticket"
          label={visits.ticket}
          hint={visits.ticketHint}
          error={error}
          // What a camera read is no use to whoever types.
          defaultValue={typed.startsWith("CL1.") ? "" : typed}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          enterKeyHint="go"
          className="ticket-field"
          {...takesFocus(error !== undefined)}
        />
        <Button
          className="justify-self-start"
          aria-disabled={isPending || undefined}
          onClick={isPending ? stop : undefined}
        >
          {isPending ? portal.saving : visits.ticketDo}
        </Button>
      </Form>
    </div>
  );
}

/** Why the ticket was not accepted; another day is a question and not a fault. */
function faultWords(
  answer: PortalAnswer | null,
  visits: ReturnType<typeof usePhrases>["portal"]["visits"],
): string | undefined {
  const fault = answer?.faults.ticket;
  if (!fault || fault === "ticket_other_day") return undefined;
  if (fault === "ticket_missing") return visits.ticketMissing;
  const { tickets } = visits;
  return Object.hasOwn(tickets, fault)
    ? tickets[fault as keyof typeof tickets]
    : tickets.ticket_unreadable;
}

/** Asks once whether guests of another day may come in. */
function OtherDay({ answer }: { answer: PortalAnswer | null }) {
  const { portal } = usePhrases();
  const { visits } = portal;
  const language = useLanguage();
  const action = useHref()("/producer/check-in");
  const isPending = useNavigation().state === "submitting";
  if (answer?.faults.ticket !== "ticket_other_day") return null;
  const { ticket = "", date } = answer.values;
  return (
    <div tabIndex={-1} data-refusal {...takesFocus()}>
      <Notice role="alert" icon="calendar" className="mb-6">
        <p className="lead">
          <strong className="font-semibold">
            {visits.otherDay(date ? dayWords(date, language) : null)}
          </strong>
        </p>
        <Form method="post" action={action} className="mt-3">
          <input type="hidden" name="ticket" value={ticket} />
          <input type="hidden" name="any_day" value="yes" />
          <Button aria-disabled={isPending || undefined} onClick={isPending ? stop : undefined}>
            {isPending ? portal.saving : visits.otherDayDo}
          </Button>
        </Form>
      </Notice>
    </div>
  );
}
