import { scriptText } from "./json-ld";

/** Facts for machines; a data block that no browser runs, so the page's policy lets it stand. */
export function JsonLdScript({ json }: { json: Record<string, unknown> }) {
  return (
    <script
      type="application/ld+json"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: scriptText leaves no "<" in it.
      dangerouslySetInnerHTML={{ __html: scriptText(json) }}
    />
  );
}
