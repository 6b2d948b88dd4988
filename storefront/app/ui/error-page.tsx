import { isRouteErrorResponse, useLocation } from "@remix-run/react";
import { useHref, usePhrases } from "~/language/phrases";
import { ButtonLink } from "./button";

/** Words for each kind of failure; a `BackendError` arrives as its status through critical() in lib/deadline.server. */
function kindOf(error: unknown): "notFound" | "badRequest" | "refused" | "closed" | "fault" {
  if (!isRouteErrorResponse(error)) return "fault";
  if (error.status === 404 || error.status === 410) return "notFound";
  if (error.status === 401 || error.status === 403) return "refused";
  if (error.status === 502 || error.status === 503 || error.status === 504) return "closed";
  return error.status < 500 ? "badRequest" : "fault";
}

/** Title of an error page; it stands in the head, where a boundary cannot reach. */
export function ErrorTitle({ error }: { error: unknown }) {
  const { errors, marketName } = usePhrases().common;
  return <title>{`${errors[kindOf(error)]} · ${marketName}`}</title>;
}

/** What happened and what to do, for a whole page that cannot be shown. */
export function ErrorPage({ error }: { error: unknown }) {
  const { errors } = usePhrases().common;
  const href = useHref();
  const { pathname, search } = useLocation();
  const kind = kindOf(error);
  const mayHelpToReload = kind === "closed" || kind === "fault";
  return (
    <div className="wrap pt-12">
      <div className="empty">
        <h1 className="t-page">{errors[kind]}</h1>
        <p className="lead mt-4">{errors[`${kind}Text`]}</p>
        <p className="mt-8 flex flex-wrap gap-3">
          {mayHelpToReload ? (
            <ButtonLink href={pathname + search}>{errors.reload}</ButtonLink>
          ) : (
            <ButtonLink href={href("/products")}>{errors.products}</ButtonLink>
          )}
          <ButtonLink look="outline" href={href("/")}>
            {errors.home}
          </ButtonLink>
        </p>
      </div>
    </div>
  );
}
