import type { LoaderFunctionArgs } from "@remix-run/node";
import { readToken } from "~/features/account/session.server";
import { answerPrivatePicture } from "~/lib/private-picture.server";

/** A photo that a buyer sent with a request, for whoever opens the purchase. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const [id, photo] = [params.id ?? "", params.photo ?? ""].map(encodeURIComponent);
  return answerPrivatePicture(`/store/purchases/${id}/photos/${photo}`, {
    signature: new URL(request.url).searchParams.get("token"),
    token: await readToken(request),
  });
}
