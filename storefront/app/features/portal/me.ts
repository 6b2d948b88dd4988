import type { ProducerMe } from "@cho-lang/shared/contracts/producer";
import { useRouteLoaderData } from "@remix-run/react";

/** What the portal's layout tells every page inside it. */
export type PortalData = { me: ProducerMe | null };

/** The signed-in member and shop; pages inside the frame always have one. */
export function useMe(): ProducerMe {
  const me = useRouteLoaderData<PortalData>("routes/producer")?.me;
  if (!me) throw new Error("A page inside the portal was drawn for nobody.");
  return me;
}
