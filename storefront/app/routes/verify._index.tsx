import {
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CertificateList } from "~/features/certification/certificate-list";
import { CertificateSheet } from "~/features/certification/certificate-sheet";
import { findCertificates, NUMBER_LIMIT } from "~/features/certification/certification.server";
import { VerifyForm } from "~/features/certification/verify-form";
import { languageOf, languageOfPath, phrases, usePhrases } from "~/language/phrases";
import { critical } from "~/lib/deadline.server";
import styles from "~/styles/verify.css?url";
import { EmptyState } from "~/ui/empty-state";

/** Certificates shown whole; more become a list. */
const SHEETS = 2;

export async function loader({ request }: LoaderFunctionArgs) {
  const number = (new URL(request.url).searchParams.get("number") ?? "").trim();
  const checkedAt = new Date().toISOString();
  if (number.length > NUMBER_LIMIT || number.includes("\0")) {
    return data({ number: "", isTooLong: true, certificates: null, checkedAt }, 400);
  }
  const certificates =
    number === "" ? null : await critical(findCertificates(number, languageOf(request)));
  return data({ number, isTooLong: false, certificates, checkedAt });
}

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta: MetaFunction<typeof loader> = ({ data: found, location }) => {
  const { verify, common } = phrases(languageOfPath(location.pathname));
  return [
    { title: `${verify.title} · ${common.marketName}` },
    { name: "description", content: verify.description },
    ...(found?.number ? [{ name: "robots", content: "noindex" }] : []),
  ];
};

export default function Verify() {
  const { number, isTooLong, certificates, checkedAt } = useLoaderData<typeof loader>();
  const { verify } = usePhrases();
  return (
    <div className="wrap">
      <div className="verify-head">
        <h1 className="t-page">{verify.title}</h1>
        <VerifyForm number={number} error={isTooLong ? verify.tooLong : null} />
      </div>
      {certificates && certificates.length > 0 ? (
        <section aria-labelledby="found">
          <h2 className="small quiet mb-3" id="found">
            {verify.found({ count: certificates.length, number })}
          </h2>
          {certificates.length <= SHEETS ? (
            <div className="sheets">
              {certificates.map((certificate) => (
                <CertificateSheet
                  key={certificate.id}
                  certificate={certificate}
                  checkedAt={checkedAt}
                />
              ))}
            </div>
          ) : (
            <CertificateList certificates={certificates} />
          )}
        </section>
      ) : certificates ? (
        <EmptyState title={verify.none}>
          <p>{verify.noneText(number)}</p>
          <ul className="bullets">
            {verify.advice.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </EmptyState>
      ) : (
        <HowToRead />
      )}
      <p className="small quiet mt-10">{verify.ourMark}</p>
    </div>
  );
}

function HowToRead() {
  const { verify } = usePhrases();
  return (
    <section className="rule pt-4" aria-labelledby="how">
      <h2 className="t-section" id="how">
        {verify.how}
      </h2>
      <ul className="columns-3 mt-4">
        {verify.howText.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    </section>
  );
}
