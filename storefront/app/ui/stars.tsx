import { usePhrases } from "~/language/phrases";
import { spriteHref } from "./icon";

/** Stars of a certificate as grains of rice; never for buyers' opinions. */
export function Stars({ stars }: { stars: number }) {
  const { common } = usePhrases();
  return (
    <svg className="stars" viewBox="0 0 130 25" role="img" aria-label={common.starsOfFive(stars)}>
      {[1, 2, 3, 4, 5].map((place) => (
        <use
          key={place}
          href={spriteHref("grain-star")}
          className={place <= stars ? "lit" : "unlit"}
          x={(place - 1) * 26}
          width={25}
          height={25}
        />
      ))}
    </svg>
  );
}
