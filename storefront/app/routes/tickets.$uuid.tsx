import {
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { loadTicket, PRIVATE_TICKET } from "~/features/ticket/ticket.server";
import { TicketPage } from "~/features/ticket/ticket-page";
import { languageOf, languageOfPath, phrases, usePhrases } from "~/language/phrases";
import styles from "~/styles/ticket.css?url";
import { EmptyState } from "~/ui/empty-state";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ticket = await loadTicket({
    uuid: params.uuid ?? "",
    signature: new URL(request.url).searchParams.get("token"),
    language: languageOf(request),
  });
  return data({ ticket }, { status: ticket ? 200 : 404, headers: PRIVATE_TICKET });
}

export const headers = () => PRIVATE_TICKET;

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta: MetaFunction<typeof loader> = ({ data: page, location }) => {
  const { ticket } = phrases(languageOfPath(location.pathname));
  const title = page?.ticket ? ticket.pageTitle(page.ticket.view.tour.title) : ticket.invalidTitle;
  return [{ title }, { name: "robots", content: "noindex" }];
};

export default function Ticket() {
  const { ticket: words } = usePhrases();
  const { ticket } = useLoaderData<typeof loader>();
  if (ticket) return <TicketPage page={ticket} />;
  return (
    <div className="wrap pt-8">
      <EmptyState title={words.invalidTitle} level={1}>
        <p>{words.invalidText}</p>
      </EmptyState>
    </div>
  );
}
