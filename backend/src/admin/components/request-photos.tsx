import type { OperatorRefundRequest } from "@cho-lang/shared/contracts/operator-refund-requests";
import { useSay } from "../lib/language";
import { requestPhrases } from "../lib/refund-request-phrases";
import { Section } from "./facts";

/** The buyer's photos, small; each opens in full. They are shown to whoever is signed in only. */
export function RequestPhotos({ request }: { request: OperatorRefundRequest["request"] }) {
  const say = useSay();
  if (request.photos.length === 0) return null;
  return (
    <Section title={say(requestPhrases.photos)}>
      <ul className="flex flex-wrap gap-3 px-6 py-4">
        {request.photos.map(({ id, width, height }, index) => {
          const address = `/admin/refund-requests/${request.id}/photos/${id}`;
          return (
            <li key={id}>
              <a href={address} target="_blank" rel="noreferrer">
                <img
                  className="h-40 w-auto rounded object-contain"
                  src={address}
                  width={width}
                  height={height}
                  alt={`${say(requestPhrases.photo)} ${index + 1}`}
                />
              </a>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
