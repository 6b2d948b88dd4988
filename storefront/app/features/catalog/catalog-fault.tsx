import { isRouteErrorResponse } from "@remix-run/react";
import { useHref, usePhrases } from "~/language/phrases";
import { ButtonLink } from "~/ui/button";
import { ErrorPage } from "~/ui/error-page";
import { type CatalogKind, catalogPath } from "./state";

/** The name of the parameter that made the catalog's loader answer 400, if it did. */
function faultyParameter(error: unknown): string | null {
  if (!isRouteErrorResponse(error) || error.status !== 400) return null;
  const { data } = error;
  const isNamed = typeof data === "object" && data !== null && "parameter" in data;
  return isNamed && typeof data.parameter === "string" ? data.parameter : null;
}

/** An address of the catalog that can't be read: which part, what is allowed, where to go. */
export function CatalogErrorPage({ error, kind }: { error: unknown; kind: CatalogKind }) {
  const { catalog, common } = usePhrases();
  const href = useHref();
  const parameter = faultyParameter(error);
  if (!parameter) return <ErrorPage error={error} />;
  const { fault } = catalog;
  return (
    <div className="wrap pt-12">
      <title>{`${fault.title} · ${common.marketName}`}</title>
      <div className="empty">
        <h1 className="t-page">{fault.title}</h1>
        <p className="lead mt-4">{fault.text(fault.names[parameter] ?? `“${parameter}”`)}</p>
        <p className="mt-2">{fault.allowed[parameter] ?? fault.otherAllowed}</p>
        <p className="small quiet mt-2">{fault.parameter(parameter)}</p>
        <p className="mt-8 flex flex-wrap gap-3">
          <ButtonLink href={href(catalogPath(kind))}>{fault.start[kind]}</ButtonLink>
          <ButtonLink look="outline" href={href("/")}>
            {common.errors.home}
          </ButtonLink>
        </p>
      </div>
    </div>
  );
}
