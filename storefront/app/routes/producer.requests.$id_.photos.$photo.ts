import type { LoaderFunctionArgs } from "@remix-run/node";
import { readToken } from "~/features/portal/session.server";
import { answerPrivatePicture } from "~/lib/private-picture.server";

/** A photo that a buyer sent with a request, for the members of the shop that it is about. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const [id, photo] = [params.id ?? "", params.photo ?? ""].map(encodeURIComponent);
  return answerPrivatePicture(`/producer/refund-requests/${id}/photos/${photo}`, {
    token: await readToken(request),
  });
}
