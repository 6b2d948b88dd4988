import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { isRouteErrorResponse, useLoaderData, useRouteError } from "@remix-run/react";
import { CertificateSheet } from "~/features/certification/certificate-sheet";
import { readCertificate } from "~/features/certification/certification.server";
import { VerifyForm } from "~/features/certification/verify-form";
import { languageOf, languageOfPath, phrases, useHref, usePhrases } from "~/language/phrases";
import { critical } from "~/lib/deadline.server";
import styles from "~/styles/verify.css?url";
import { Breadcrumb } from "~/ui/breadcrumb";
import { ErrorPage } from "~/ui/error-page";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { id = "" } = params;
  if (!/^[A-Za-z0-9_-]{1,64}$/.test(id)) throw new Response(null, { status: 404 });
  const certificate = await critical(readCertificate(id, languageOf(request)));
  return { certificate, checkedAt: new Date().toISOString() };
}

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta: MetaFunction<typeof loader> = ({ data, location }) => {
  const { verify, common } = phrases(languageOfPath(location.pathname));
  if (!data) return [{ title: `${verify.unknown} · ${common.marketName}` }];
  const { stars, product, state } = data.certificate;
  return [
    { title: `${verify.pageTitle({ stars, title: product.title })} · ${common.marketName}` },
    { name: "description", content: `${verify.state[state]}. ${verify.description}` },
  ];
};

export default function Certificate() {
  const { certificate, checkedAt } = useLoaderData<typeof loader>();
  const { verify, common } = usePhrases();
  const href = useHref();
  return (
    <div className="wrap">
      <Breadcrumb
        crumbs={[
          { label: common.marketName, href: href("/") },
          { label: verify.title, href: href("/verify") },
          { label: certificate.decision_number },
        ]}
      />
      <div className="verify-page">
        <CertificateSheet certificate={certificate} checkedAt={checkedAt} level={1} />
        <div className="grid content-start gap-6">
          <VerifyForm />
          <p className="small quiet">{verify.ourMark}</p>
        </div>
      </div>
    </div>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  const { verify } = usePhrases();
  if (!isRouteErrorResponse(error) || (error.status !== 404 && error.status !== 400)) {
    return <ErrorPage error={error} />;
  }
  return (
    <div className="wrap pt-12">
      <div className="empty">
        <h1 className="t-page">{verify.unknown}</h1>
        <p className="lead my-4">{verify.unknownText}</p>
        <VerifyForm />
      </div>
    </div>
  );
}
