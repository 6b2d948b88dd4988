import { StyleGuide } from "~/features/styleguide/style-guide";
import { env } from "~/lib/env.server";
import styles from "~/styles/styleguide.css?url";

/** Every component in every state; only where the storefront is developed. */
export function loader() {
  if (env().isProduction) throw new Response(null, { status: 404 });
  return null;
}

export const links = () => [{ rel: "stylesheet", href: styles }];

export const meta = () => [
  { title: "Style guide · Chợ Làng" },
  { name: "robots", content: "noindex" },
];

export default StyleGuide;
