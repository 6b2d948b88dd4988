import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerSuggestions } from "~/features/search/suggest.server";

/** The list under the search box, for its script. */
export function loader({ request }: LoaderFunctionArgs) {
  return answerSuggestions(request);
}
