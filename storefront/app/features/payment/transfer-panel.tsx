import type { PayWith } from "@cho-lang/shared/contracts/purchase";
import { formatVnd } from "@cho-lang/shared/money";
import { useLanguage, usePhrases } from "~/language/phrases";
import type { Qr } from "~/lib/qr.server";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { QrCode } from "~/ui/qr-code";

type Transfer = Extract<PayWith, { method: "vietqr" }>;

/** A bank transfer: the code to scan, and the same as text to copy. */
export function TransferPanel({ pay, qr, here }: { pay: Transfer; qr: Qr; here: string }) {
  const { pay: words } = usePhrases();
  const language = useLanguage();
  const missing_vnd = pay.amount_vnd - pay.received_vnd;
  const amount = formatVnd(missing_vnd, language);
  return (
    <div className="pay-transfer">
      <div>
        <h3 className="font-semibold">{words.transferTitle}</h3>
        <p className="small quiet mt-1">{words.transferHow}</p>
        {pay.received_vnd > 0 ? (
          <Notice icon="money" className="mt-4">
            {words.partial({ received: formatVnd(pay.received_vnd, language), missing: amount })}
          </Notice>
        ) : null}
      </div>
      <div className="pay-qr">
        <QrCode qr={qr} label={words.qrOf(amount)} />
      </div>
      <dl className="pay-lines">
        <CopyLine label={words.amount} copied={String(missing_vnd)} isStrong>
          {amount}
        </CopyLine>
        <CopyLine label={words.content} copied={pay.content} isStrong note={words.contentWhy}>
          {pay.content}
        </CopyLine>
        <CopyLine label={words.account} copied={pay.account_number}>
          {pay.account_number}
        </CopyLine>
        <CopyLine label={words.holder}>{pay.account_name}</CopyLine>
        <CopyLine label={words.bank}>{pay.bank.name}</CopyLine>
      </dl>
      <form method="post" action={here}>
        <Button name="intent" value="settle" className="w-full">
          {words.check}
        </Button>
        <p className="text-13 quiet mt-1 needs-script">{words.waiting}</p>
      </form>
    </div>
  );
}

type LineProps = {
  label: string;
  children: string;
  /** What the button copies; without it there is nothing worth copying. */
  copied?: string;
  note?: string;
  isStrong?: boolean;
};

function CopyLine({ label, children, copied, note, isStrong }: LineProps) {
  const { pay: words } = usePhrases();
  return (
    <div>
      <dt className="small quiet">{label}</dt>
      <dd>
        <span className={isStrong ? "num font-semibold" : "num"}>{children}</span>
        {copied ? (
          <button
            type="button"
            className="link tap needs-script"
            data-copy={copied}
            data-copied={words.copied}
            aria-label={words.copyOf(label)}
          >
            {words.copy}
          </button>
        ) : null}
        {note ? <span className="text-13 quiet block">{note}</span> : null}
      </dd>
    </div>
  );
}
