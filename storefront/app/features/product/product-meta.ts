import type { MetaDescriptor } from "@remix-run/react";
import { languageOfPath, phrases } from "~/language/phrases";
import { pictureUrl } from "~/ui/picture";
import type { ProductData } from "./product.server";

/** Length at which a description is cut, in characters. */
const DESCRIPTION = 160;

/** Title, description and preview picture of a product's or visit's page. */
export function productMeta(pathname: string, found: ProductData | undefined): MetaDescriptor[] {
  const { common } = phrases(languageOfPath(pathname));
  if (!found) return [{ title: `${common.errors.notFound} · ${common.marketName}` }];
  const { detail, origin } = found;
  const title = `${detail.title}, ${detail.province.name} · ${common.marketName}`;
  const description = shortened(detail.story);
  const image = detail.pictures[0];
  return [
    { title },
    { name: "description", content: description },
    { property: "og:title", content: detail.title },
    { property: "og:description", content: description },
    { property: "og:type", content: "website" },
    ...(image
      ? [{ property: "og:image", content: new URL(pictureUrl(image.url), origin).href }]
      : []),
  ];
}

/** The beginning of a text, whole words only. */
export function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= DESCRIPTION) return line;
  return `${line.slice(0, line.lastIndexOf(" ", DESCRIPTION - 1))}…`;
}
