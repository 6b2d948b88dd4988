import { formatDate, todayInVietnam } from "@cho-lang/shared/calendar";
import type { PurchaseList } from "@cho-lang/shared/contracts/purchase";
import { PURCHASE_STATUS_LABELS, progressLabel } from "@cho-lang/shared/domain/purchase";
import { useHref, useLanguage, usePhrases } from "~/language/phrases";
import { Price } from "~/ui/price";

type Past = PurchaseList["purchases"][number];

/** The customer's purchases, newest first: a row each, with how every parcel stands. */
export function PastPurchases({ purchases }: { purchases: readonly Past[] }) {
  return (
    <ul>
      {purchases.map((each) => (
        <PastPurchase key={each.id} purchase={each} />
      ))}
    </ul>
  );
}

function PastPurchase({ purchase }: { purchase: Past }) {
  const { account } = usePhrases();
  const language = useLanguage();
  const href = useHref();
  const path = `/purchase/${purchase.id}?token=${encodeURIComponent(purchase.token)}`;
  const day = todayInVietnam(new Date(purchase.placed_at));
  return (
    <li className="border-b border-ke py-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <a
          className="link tap font-semibold"
          href={href(path)}
          aria-label={account.seePurchase(purchase.number)}
        >
          {purchase.number}
        </a>
        <Price amount={purchase.total_vnd} />
      </div>
      <p className="small quiet">
        <span className="sr">{account.date} </span>
        <time dateTime={day}>{formatDate(day, language)}</time>
      </p>
      <ul className="small mt-1">
        {purchase.producers.map((producer, index) => {
          const progress = purchase.progress[index];
          const isAwaiting = purchase.status === "awaiting";
          return (
            <li key={producer} className="flex flex-wrap justify-between gap-x-6">
              <span>{producer}</span>
              {progress ? (
                <span className="font-medium">
                  {isAwaiting
                    ? PURCHASE_STATUS_LABELS.awaiting[language]
                    : progressLabel(progress, language)}
                </span>
              ) : null}
            </li>
          );
        })}
      </ul>
    </li>
  );
}
