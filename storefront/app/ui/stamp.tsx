import { usePhrases } from "~/language/phrases";
import { spriteHref } from "./icon";

/** The red mark on a picture: this product's certificate is in force today. */
export function Stamp({ stars }: { stars: number }) {
  const { common } = usePhrases();
  return (
    <span className="stamp">
      <span className="sr">{common.ocopStars(stars)}</span>
      <span aria-hidden="true">{stars}</span>
      <svg width="17" height="17" fill="currentColor" aria-hidden="true">
        <use href={spriteHref("grain-star")} />
      </svg>
    </span>
  );
}
