import type { PayWith } from "@cho-lang/shared/contracts/purchase";
import { formatVnd } from "@cho-lang/shared/money";
import { useLanguage, usePhrases } from "~/language/phrases";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";

type Card = Extract<PayWith, { method: "stripe" }>;

/** A card, typed into Stripe's own fields; needs script. */
export function CardPanel({ pay, here }: { pay: Card; here: string }) {
  const { pay: words } = usePhrases();
  const language = useLanguage();
  const amount = formatVnd(pay.amount_vnd, language);
  return (
    <div className="pay-card">
      <h3 className="font-semibold">{words.cardTitle}</h3>
      <p className="small quiet mt-1">{words.cardHow}</p>
      {pay.is_simulator ? (
        <Notice icon="warn" className="mt-4">
          {words.simulator}
        </Notice>
      ) : null}
      <p className="without-script mt-4">{words.cardNeedsScript}</p>
      <form
        className="needs-script mt-4"
        data-card
        data-key={pay.publishable_key}
        data-secret={pay.client_secret}
        data-script={pay.script}
        data-return={here}
        data-failed={words.cardFailed}
        data-refused={words.cardRefused}
        data-paying={words.cardPaying}
      >
        <div data-card-fields aria-busy="true">
          <p className="quiet">{words.cardLoading}</p>
        </div>
        <p className="fault mt-2" role="alert" data-card-fault />
        <Button className="w-full mt-4" disabled data-card-pay>
          {words.cardPay(amount)}
        </Button>
      </form>
    </div>
  );
}
