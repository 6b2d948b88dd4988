import type { ProducerMe } from "@cho-lang/shared/contracts/producer";
import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData, useRouteError, useRouteLoaderData } from "@remix-run/react";
import { PRIVATE_PAGE } from "~/features/account/account-headers";
import type { PortalData } from "~/features/portal/me";
import { portalMeta } from "~/features/portal/meta";
import { PortalFault } from "~/features/portal/portal-fault";
import { DoorFrame, PortalFrame } from "~/features/portal/portal-frame";
import { isDoor } from "~/features/portal/return-path";
import { ask } from "~/features/portal/session.server";
import { critical } from "~/lib/deadline.server";
import type { RouteHandle } from "~/lib/handle";
import portalStyles from "~/styles/portal.css?url";

/** The portal alone runs framework code; its forms work without. */
export const handle: RouteHandle = { hydrate: true };

export const links: LinksFunction = () => [{ rel: "stylesheet", href: portalStyles }];

export const headers = () => PRIVATE_PAGE;

/** Stands while a page of its own name cannot be shown. */
export const meta = portalMeta(({ portal }) => portal.name);

/** Critical: who is signed in. The backend looks at the member's row each time. */
export async function loader({ request }: LoaderFunctionArgs): Promise<PortalData> {
  if (isDoor(new URL(request.url).pathname)) return { me: null };
  return { me: await critical(ask<ProducerMe>(request, "/producer/me")) };
}

export default function Portal() {
  const { me } = useLoaderData<typeof loader>();
  if (!me) {
    return (
      <DoorFrame>
        <Outlet />
      </DoorFrame>
    );
  }
  return (
    <PortalFrame me={me}>
      <Outlet />
    </PortalFrame>
  );
}

export function ErrorBoundary() {
  const fault = <PortalFault error={useRouteError()} />;
  const me = useRouteLoaderData<PortalData>("routes/producer")?.me;
  return me ? (
    <PortalFrame me={me}>{fault}</PortalFrame>
  ) : (
    <DoorFrame>
      <div className="wrap">{fault}</div>
    </DoorFrame>
  );
}
