import type { Picture as PictureFacts } from "@cho-lang/shared/contracts/parts";
import { usePhrases } from "~/language/phrases";
import { Picture } from "~/ui/picture";

/**
 * The product's pictures in a strip that is swept sideways, the next one peeping in on a phone.
 * Small pictures at its side are links into the strip; script only makes the way smooth.
 */
export function Gallery({ pictures }: { pictures: readonly PictureFacts[] }) {
  const { product } = usePhrases();
  if (pictures.length <= 1) {
    return (
      <div className="gallery">
        <div className="gallery-strip">
          <Picture picture={pictures[0] ?? null} isFirst className="gallery-picture" />
        </div>
      </div>
    );
  }
  return (
    <div className="gallery gallery-many" data-gallery>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a strip that scrolls must be reachable by keyboard. */}
      <section className="gallery-strip" tabIndex={0} aria-label={product.gallery}>
        {pictures.map((picture, index) => (
          <div key={picture.url} id={`picture-${index + 1}`} className="gallery-slide">
            <Picture picture={picture} isFirst={index === 0} className="gallery-picture" />
          </div>
        ))}
      </section>
      <div className="gallery-thumbs">
        {pictures.map((picture, index) => (
          <a
            key={picture.url}
            href={`#picture-${index + 1}`}
            aria-label={product.picture(index + 1)}
            aria-current={index === 0 ? "true" : undefined}
          >
            <Picture picture={picture} isDecoration />
          </a>
        ))}
      </div>
    </div>
  );
}
