import { formatTimeInVietnam } from "@cho-lang/shared/calendar";
import { useLocation } from "@remix-run/react";
import { useHref, usePhrases } from "~/language/phrases";
import { takesFocus } from "~/lib/focus";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";
import type { PayNotice } from "./answer-pay-form.server";
import { CardPanel } from "./card-panel";
import type { PayFacts } from "./pay.server";
import { TransferPanel } from "./transfer-panel";

export type PayPanelProps = { id: string; facts: PayFacts; notice: PayNotice | null };

/** How a purchase that waits for its money is paid, until when, and the way back to the cart. */
export function PayPanel({ id, facts, notice }: PayPanelProps) {
  const { pay: words } = usePhrases();
  const href = useHref();
  const { pathname, search } = useLocation();
  const { pay, qr, now } = facts;
  const token = new URLSearchParams(search).get("token") ?? "";
  const query = token ? `?token=${encodeURIComponent(token)}` : "";
  const here = pathname + query;
  const until = new Date(pay.until);
  return (
    <section
      className="pay"
      aria-labelledby="pay-title"
      data-pay={pay.method}
      data-standing={`${href(`/purchase/${id}/standing`)}${query}`}
      data-here={here}
      data-received={pay.method === "vietqr" ? pay.received_vnd : 0}
      data-until={until.getTime()}
      data-now={new Date(now).getTime()}
    >
      <h2 className="t-section" id="pay-title">
        {words.heading}
      </h2>
      <p className="mt-1">
        {words.keptUntil(formatTimeInVietnam(until))}{" "}
        <span
          className="num font-semibold"
          data-left={words.left}
          data-over={words.leftOver}
          data-five={words.fiveLeft}
          data-one={words.oneLeft}
        />
      </p>
      <p className="sr" role="status" data-pay-news data-arrived={words.arrived} />
      {notice ? (
        <div id="notice" tabIndex={-1} {...takesFocus()}>
          <Notice role="status" icon="clock" className="mt-4">
            {words.notYet}
          </Notice>
        </div>
      ) : null}
      {pay.method === "vietqr" && qr ? <TransferPanel pay={pay} qr={qr} here={here} /> : null}
      {pay.method === "stripe" ? <CardPanel pay={pay} here={here} /> : null}
      <form method="post" action={here} className="mt-6 rule pt-3">
        <Button look="outline" name="intent" value="abandon">
          {words.change}
        </Button>
        <p className="text-13 quiet mt-1">{words.changeNote}</p>
      </form>
    </section>
  );
}
